"""Index of the models of this floor, a sorted line a feature."""

from netwerk.reach.focus_groups.models import FocusGroup, Outcome  # noqa: F401
from netwerk.reach.trajectories.models import Result, Step, Trajectory  # noqa: F401
