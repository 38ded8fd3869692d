"""Trajectories in a list: flat, every text ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.urls import reverse

from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.selectors import stuck_since


@dataclass(frozen=True, slots=True)
class TrajectoryLine:
    """A trajectory in a list."""

    title: str
    summary: str
    url: str
    status: str
    status_label: str
    is_stuck: bool
    since_label: str = ""
    since_iso: str = ""
    duration_label: str = ""
    parties: list[str] = field(default_factory=list)


def trajectory_lines(rows: Iterable[Trajectory], language: str) -> list[TrajectoryLine]:
    """Trajectories for a list, in the order given."""
    lines = []
    for row in rows:
        since = stuck_since(row, language)
        lines.append(
            TrajectoryLine(
                title=row.title,
                summary=row.summary,
                url=reverse("trajectories:trajectory", args=[row.uuid]),
                status=row.status,
                status_label=str(row.get_status_display()),
                is_stuck=row.is_stuck,
                since_label=since.label if since else "",
                since_iso=since.iso if since else "",
                duration_label=since.duration_label if since else "",
                parties=row.parties if row.is_stuck else [],
            )
        )
    return lines
