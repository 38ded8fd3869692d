"""The timeline of a trajectory: months with their steps, and the months in which nothing is on record."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from home.tenant.languages.dates import day_label
from home.tenant.libraries.models import Library
from netwerk.reach.trajectories.choices import Status
from netwerk.reach.trajectories.models import Step, Trajectory
from netwerk.reach.trajectories.months import duration_label, month_from, month_index, month_label, span_label

if TYPE_CHECKING:
    from home.tenant.users.models import User

# From how long before its day a step stands on the first page.
DUE_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the timeline shows it."""

    action: str
    outcome: str
    owner: str = ""
    due_label: str = ""
    due_iso: str = ""
    is_late: bool = False


@dataclass(slots=True)
class TimelineMonth:
    """A month, or some in a row: with steps, or as a gap."""

    label: str
    iso: str
    is_gap: bool = False
    is_open: bool = False
    duration_label: str = ""
    steps: list[StepLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StuckSince:
    """Since when a trajectory is stuck, in words."""

    label: str
    iso: str
    duration_label: str


def trajectories_of(library: Library) -> QuerySet[Trajectory]:
    """The trajectories of one library, stuck ones first."""
    return Trajectory.objects.filter(library=library).stuck_first()


def trajectory_of(library: Library, uuid: UUID) -> Trajectory | None:
    """One trajectory with all its rows, when it is this library's."""
    return Trajectory.objects.filter(library=library, uuid=uuid).with_rows().first()


def stuck_since(trajectory: Trajectory, language: str) -> StuckSince | None:
    """Since when it is stuck; nothing when it is not."""
    if not trajectory.is_stuck or trajectory.stuck_since is None:
        return None
    months = month_index(timezone.localdate()) - month_index(trajectory.stuck_since)
    return StuckSince(
        month_label(trajectory.stuck_since, language),
        f"{trajectory.stuck_since:%Y-%m}",
        duration_label(months) if months > 0 else "",
    )


def timeline(trajectory: Trajectory, language: str) -> list[TimelineMonth]:
    """Every month from the first step to the last, gaps included; a stuck one ends with the time since then."""
    steps = sorted(trajectory.steps.all(), key=lambda step: (month_index(step.month), step.position, step.pk or 0))
    rows: list[TimelineMonth] = []
    covered: int | None = None
    previous: tuple[int, int] | None = None
    for step in steps:
        span = (month_index(step.month), month_index(step.until or step.month))
        if covered is not None and span[0] > covered + 1:
            rows.append(_gap(month_from(covered + 1), month_from(span[0] - 1), language))
        if span != previous:
            label = span_label(month_from(span[0]), month_from(span[1]), language)
            rows.append(TimelineMonth(label, f"{step.month:%Y-%m}"))
        rows[-1].steps.append(_line(step, language))
        covered = max(span[1], covered or span[1])
        previous = span
    if trajectory.status == Status.STUCK and covered is not None:
        today = month_index(timezone.localdate())
        if today > covered:
            rows.append(_gap(month_from(covered + 1), month_from(today), language, is_open=True))
    return rows


def _gap(first: date, last: date, language: str, *, is_open: bool = False) -> TimelineMonth:
    months = month_index(last) - month_index(first) + 1
    return TimelineMonth(
        span_label(first, last, language),
        f"{first:%Y-%m}",
        is_gap=True,
        is_open=is_open,
        duration_label=duration_label(months),
    )


def _line(step: Step, language: str) -> StepLine:
    return StepLine(
        action=step.action,
        outcome=step.outcome,
        owner=str(step.owner) if step.owner else "",
        due_label=day_label(step.due_on, language) if step.due_on else "",
        due_iso=step.due_on.isoformat() if step.due_on else "",
        is_late=step.is_late,
    )


def steps_due(library: Library, user: "User") -> list[Step]:
    """Steps without an outcome that are late or due within a fortnight, and somebody's own.

    A step is of who does it; without such a person of who owns the trajectory. One query.
    """
    mine = Q(owner=user) | Q(owner=None, trajectory__owner=user)
    rows = Step.objects.filter(mine, trajectory__library=library, outcome="").exclude(trajectory__status=Status.DONE)
    soon = timezone.localdate() + DUE_SOON
    return list(rows.filter(due_on__lte=soon).select_related("trajectory").order_by("due_on", "pk"))
