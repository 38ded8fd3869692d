"""One session in the reader's words: when it is as seen from now, and where."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.site.pages.presenters import FactValue
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.selectors import address
from plein.programme.timetable.choices import Status
from plein.programme.timetable.occurrences import Occurrence

MOST_DAYS_COUNTED = 14
_HOUR = 60


def distance(row: Occurrence, now: datetime) -> str:
    """``over 2 dagen``, ``nu, nog 40 minuten``, ``voorbij``; empty when it is far away."""
    if row.end <= now:
        return _("This is over")
    if row.start <= now:
        return _("Now: %(left)s") % {"left": dates.minutes_left(now, row.end)}
    days = (row.day - timezone.localdate(now)).days
    if days > MOST_DAYS_COUNTED:
        return ""
    if days > 1:
        return ngettext("In %(count)d day", "In %(count)d days", days) % {"count": days}
    if days == 1:
        return _("Tomorrow")
    return _starts_in(int((row.start - now).total_seconds() // 60))


def _starts_in(minutes: int) -> str:
    if minutes >= _HOUR:
        hours = round(minutes / _HOUR)
        return ngettext("Today, in %(count)d hour", "Today, in %(count)d hours", hours) % {"count": hours}
    minutes = max(1, minutes)
    return ngettext("Today, in %(count)d minute", "Today, in %(count)d minutes", minutes) % {"count": minutes}


def advice(row: Occurrence) -> str:
    """What to do about a session that is not as planned."""
    return {
        Status.CANCELLED: _("Come on another day: the next dates stand below."),
        Status.FULL: _("There is no place left. Come on another day, or ask at the desk."),
        Status.REPLACED: _("You get the same help, from somebody else."),
        Status.EXTRA: _("This is an extra time, beside the usual ones."),
    }.get(Status(row.status), "")


def places(reading: Reading, row: Occurrence, plein_title: str) -> list[FactValue]:
    """The room, the plein and the street of a session."""
    plein: Any = row.plein
    found = [FactValue(row.room.name)] if row.room else []
    if plein:
        found.append(FactValue(plein_title, url=address(plein, reading.code)))
        street = ", ".join(part for part in (plein.street, plein.city) if part)
        if street:
            found.append(FactValue(street))
    return found
