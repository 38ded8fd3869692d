"""Index of the hooks of this floor, a sorted line a feature."""

from netwerk.door.intranet.admin import *  # noqa: F403 - registers its hooks
