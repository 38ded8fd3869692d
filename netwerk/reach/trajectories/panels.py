"""What higher features show beside the timeline of a trajectory."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from home.tenant.extending.registry import Registry
from netwerk.reach.trajectories.models import Trajectory


@dataclass(frozen=True, slots=True)
class Panel:
    """A piece of the page of a trajectory: its template, and what that shows as ``panel``."""

    template: str
    context: dict[str, Any]


# Given the trajectory and the language in which the library works; an empty list when there is nothing to show.
panels = Registry[Callable[[Trajectory, str], list[Panel]]]("panels beside a trajectory")
