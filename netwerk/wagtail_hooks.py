"""Index of the hooks of this area, a sorted line a feature."""

from netwerk.door.intranet.admin import *  # noqa: F403 - registers its hooks
from netwerk.floor.roster.admin import *  # noqa: F403 - registers its hooks
