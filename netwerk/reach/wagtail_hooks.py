"""Index of the hooks of this floor, a sorted line a feature."""

from netwerk.reach.focus_groups.admin import *  # noqa: F403 - registers its hooks
from netwerk.reach.trajectories.admin import *  # noqa: F403 - registers its hooks
