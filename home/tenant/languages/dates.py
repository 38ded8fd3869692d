"""Days and times as people say them, in the reader's language, with names from CLDR."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from babel.dates import format_date, format_time
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from home.tenant.languages.cldr import locale_of

_HOUR = 60
# The same days and times stand on every page, and putting one in words takes as long as a template of three lines.
_KEPT = 4096


# A weekday with a day of the month, the fullest first.
_SKELETONS = ("MMMMEEEEd", "MMMMEd", "MMMEd")
_WIDER = ((r"E+|c+", "EEEE"), (r"MMMM?", "MMMM"), (r"LLLL?", "LLLL"))


@lru_cache(maxsize=128)
def _pattern_without_year(code: str) -> str:
    """How CLDR puts a weekday and a day without its year, with both names written out.

    Few languages have the pattern with whole names; in the others it is the short one, widened as CLDR says to do.
    What stands between quotes is no pattern.
    """
    known = locale_of(code).datetime_skeletons
    parts = re.split(r"('[^']*')", next(known[name].pattern for name in _SKELETONS if name in known))
    for short, whole in _WIDER:
        parts = [part if part.startswith("'") else re.sub(short, whole, part) for part in parts]
    return "".join(parts)


def weekday_name(day: date, language: str) -> str:
    """``dinsdag``, in the form that stands alone."""
    return locale_of(language).days["stand-alone"]["wide"][day.weekday()]


def weekday_short(day: date, language: str) -> str:
    """``di``, for a narrow column.

    Arabic and Papiamentu have nothing shorter than the whole name; without what all seven begin with, it fits.
    """
    name = locale_of(language).days["stand-alone"]["abbreviated"][day.weekday()].rstrip(".")
    return name.removeprefix("ال").removeprefix("dja")


def month_name(day: date, language: str) -> str:
    """``november``, in the form that follows a day's number (Polish: ``listopada``)."""
    return locale_of(language).months["format"]["wide"][day.month]


@lru_cache(maxsize=_KEPT)
def day_number(day: date, language: str) -> str:
    """``24``, in the digits of the language."""
    return format_date(day, "d", locale=locale_of(language))


@lru_cache(maxsize=_KEPT)
def day_label(day: date, language: str) -> str:
    """``dinsdag 24 november``; Dutch people know which year it is."""
    return format_date(day, _pattern_without_year(language), locale=locale_of(language))


def long_date(day: date, language: str) -> str:
    """``27 juni 2027``."""
    return format_date(day, "long", locale=locale_of(language))


def full_date(day: date, language: str) -> str:
    """``zondag 22 november 2026``, with its year for what is found again long after."""
    return format_date(day, "full", locale=locale_of(language))


def clock(moment: datetime, language: str) -> str:
    """``13.00``, on the moment's own clock: the Dutch write a full stop, other languages what is usual for 24 hours."""
    return clock_time(moment.time(), language)


@lru_cache(maxsize=_KEPT)
def clock_time(moment: time, language: str) -> str:
    """A wall-clock time as ``clock`` writes it."""
    locale = locale_of(language)
    pattern = "HH.mm" if locale.language == "nl" else "HH:mm"
    return format_time(moment, pattern, locale=locale)


def time_range(start: datetime, end: datetime, language: str) -> str:
    """``13.00 tot 15.00 uur``, in the active language's own words."""
    return gettext("%(start)s to %(end)s") % {
        "start": clock(start, language),
        "end": clock(end, language),
    }


def relative_day(day: date, today: date) -> str:
    """``vandaag``, ``morgen`` or nothing."""
    if day == today:
        return gettext("today")
    if day == today + timedelta(days=1):
        return gettext("tomorrow")
    return ""


def minutes_left(now: datetime, end: datetime) -> str:
    """``nog 40 minuten`` or ``nog 2 uur``, in the active language."""
    minutes = max(1, int((end - now).total_seconds() // 60))
    if minutes < _HOUR:
        text = ngettext("%(count)d more minute", "%(count)d more minutes", minutes)
        return text % {"count": minutes}
    hours = round(minutes / _HOUR)
    return ngettext("%(count)d more hour", "%(count)d more hours", hours) % {"count": hours}


def at(day: date, clock_time: time) -> datetime:
    """Wall-clock time of the library on a day; the offset is the one of that very moment."""
    return datetime.combine(day, clock_time, tzinfo=timezone.get_current_timezone())
