"""Reads on focus groups, always of one library."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from home.tenant.languages.dates import day_label
from home.tenant.libraries.models import Library
from netwerk.reach.focus_groups.models import FocusGroup, Outcome
from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.months import month_label

# After this nobody remembers what was said.
NOTED_WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A focus group under a trajectory: no names."""

    title: str
    when: str
    iso: str
    topics: list[str]
    outcomes: list[Outcome]


def groups_of(trajectory: Trajectory, language: str) -> list[GroupLine]:
    """The focus groups of a trajectory with their outcomes, oldest first. Two queries."""
    rows = FocusGroup.objects.filter(trajectory=trajectory).order_by("date").prefetch_related("outcomes")
    return [
        GroupLine(
            title=row.title,
            when=when_label(row, language),
            iso=f"{row.date:%Y-%m}" if row.is_month_only else row.date.isoformat(),
            topics=row.topic_list,
            outcomes=list(row.outcomes.all()),
        )
        for row in rows
    ]


def when_label(group: FocusGroup, language: str) -> str:
    """The day with its year, or the month alone when no day is on record."""
    if group.is_month_only:
        return month_label(group.date, language)
    return f"{day_label(group.date, language)} {group.date.year}"


def groups_without_outcome(library: Library) -> list[FocusGroup]:
    """Focus groups of the last quarter of which nothing was noted, oldest first. One query."""
    today = timezone.localdate()
    rows = FocusGroup.objects.filter(library=library, date__range=(today - NOTED_WITHIN, today), outcomes=None)
    return list(rows.filter(is_month_only=False).order_by("date", "pk"))
