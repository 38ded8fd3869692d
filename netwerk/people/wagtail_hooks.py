"""Index of the hooks of this floor, a sorted line a feature."""

from netwerk.people.key_people.admin import *  # noqa: F403 - registers its hooks
from netwerk.people.workers.admin import *  # noqa: F403 - registers its hooks
