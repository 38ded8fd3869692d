"""Reads: one session of a series, and the sessions of the same offer that come after it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from home.site.pages.reading import Reading
from home.site.pages.selectors import find_page
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.selectors import occurrences, series_of

WEEKS_AHEAD = 9
# So far back or ahead a session can be asked for: nobody prints a flyer for longer.
MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address names: a series and the local time at which its session would have been."""

    uid: UUID
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.uid}/{self.at:%Y%m%dT%H%M}"

    @property
    def day(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Found:
    """The session asked for, none when it is not there, and the next ones of the same offer."""

    session: Occurrence | None
    coming: list[Occurrence]


def asked_session(uid: UUID, moment: str) -> Asked | None:
    """Read ``20261124T1300``; nothing when it is written in any other way."""
    try:
        at = datetime.strptime(moment, "%Y%m%dT%H%M").replace(tzinfo=timezone.get_current_timezone())
    except ValueError:
        return None
    asked = Asked(uid, at)
    return asked if asked.key == f"{uid}/{moment}" else None


def offer_path(library: Library, uid: UUID) -> str | None:
    """The address, below the home, of the live offer of a series of this library. One query."""
    path = series_of(library, uuid=uid).values_list("offer__url_path", flat=True).first()
    return path.split("/", 2)[2] if path else None


def reading_of(request: Any, library: Library, path: str) -> Reading | None:
    """The reading of a page as if it had been asked for by its own address. Two queries."""
    found = find_page(library, request.LANGUAGE_CODE, path)
    if found is None:
        return None
    return Reading(request, library, request.LANGUAGE_CODE, *found, language_codes(library))


def find_session(library: Library, asked: Asked) -> Found:
    """The session asked for and those of the same offer that are not over, in order of time."""
    now = timezone.now()
    today = timezone.localdate()
    last = today + timedelta(weeks=WEEKS_AHEAD)
    first = today
    if abs((asked.day - today).days) <= MOST_DAYS:
        first, last = min(first, asked.day), max(last, asked.day)
    rows = occurrences(library, first, last, offer__series__uuid=asked.uid)
    session = next((row for row in rows if row.key == asked.key), None)
    coming = [row for row in rows if row.end > now and row.key != asked.key and not row.is_cancelled]
    if session is not None:
        # What comes after a session is what comes later; of one that is over, what comes at all.
        coming = [row for row in coming if row.start >= session.start] or coming
    return Found(session, coming)
