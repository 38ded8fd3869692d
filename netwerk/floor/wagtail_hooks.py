"""Index of the hooks of this floor, a sorted line a feature."""

from netwerk.floor.agreements.admin import *  # noqa: F403 - registers its hooks
from netwerk.floor.roster.admin import *  # noqa: F403 - registers its hooks
