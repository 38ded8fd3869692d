"""News and trajectories in a list: flat, every text ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from home.tenant.languages.dates import day_label
from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.selectors import date_label
from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.selectors import stuck_since

# Days for which news is marked as new.
NEW_FOR = 3


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A piece of news in a list."""

    title: str
    summary: str
    url: str
    day_label: str
    date_iso: str
    is_new: bool


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


def news_lines(pages: Iterable[Any], language: str) -> list[NewsLine]:
    """News for a list."""
    today = timezone.localdate()
    return [
        NewsLine(
            title=page.title,
            summary=page.search_description,
            url=reverse("intranet:news_item", args=[page.slug]),
            day_label=date_label(page.date, language),
            date_iso=page.date.isoformat(),
            is_new=(today - page.date).days < NEW_FOR,
        )
        for page in pages
    ]


def trajectory_lines(rows: Iterable[Trajectory], language: str) -> list[TrajectoryLine]:
    """Trajectories for a list, in the order given."""
    lines = []
    for row in rows:
        since = stuck_since(row, language)
        lines.append(
            TrajectoryLine(
                title=row.title,
                summary=row.summary,
                url=reverse("intranet:trajectory", args=[row.uuid]),
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


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something to do, as the first page says it."""

    title: str
    address: str
    owner: str
    when: str
    iso: str
    is_late: bool


def due_lines(things: Iterable[DueThing], language: str) -> list[DueLine]:
    """Due things in words."""
    today = timezone.localdate()
    return [
        DueLine(
            title=one.title,
            address=one.address,
            owner=one.owner,
            when=_("today") if one.day in {None, today} else _("by %(day)s") % {"day": day_label(one.day, language)},
            iso=(one.day or today).isoformat(),
            is_late=one.is_late,
        )
        for one in things
    ]
