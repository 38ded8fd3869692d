"""What focus groups show beside the timeline of their trajectory."""

from netwerk.reach.focus_groups.selectors import groups_of
from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.panels import Panel


def group_panels(trajectory: Trajectory, language: str) -> list[Panel]:
    """The groups with their outcomes; nothing when there were none."""
    groups = groups_of(trajectory, language)
    return [Panel("netwerk/reach/focus_groups/of_trajectory.html", {"groups": groups})] if groups else []
