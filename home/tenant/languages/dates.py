"""Days and times as people say them, in the reader's language, with names from CLDR."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from django.utils.translation import gettext, ngettext

from home.tenant.languages.known import get as get_language

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_HOUR = 60
# The same days and times stand on every page, and putting one in words takes as long as a template of three lines.
_KEPT = 4096


@lru_cache(maxsize=128)
def _locale(code: str) -> Locale:
    try:
        return Locale.parse(get_language(code).cldr)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("nl")


@lru_cache(maxsize=128)
def _pattern_without_year(code: str) -> str:
    """CLDR has no long date without a year: cut the year and what belongs to it out of the full pattern."""
    pattern = _locale(code).date_formats["full"].pattern
    return re.sub(r"(\s*'de')?[\s,،]*\by+\b(\s*'[^']*'\.?)?", "", pattern).strip(" ,")


def weekday_name(day: date, language: str) -> str:
    """``dinsdag``, in the form that stands alone."""
    return _locale(language).days["stand-alone"]["wide"][day.weekday()]


def weekday_short(day: date, language: str) -> str:
    """``di``, for a narrow column. Arabic has nothing shorter than the whole name; without its article it fits."""
    name = _locale(language).days["stand-alone"]["abbreviated"][day.weekday()].rstrip(".")
    return name.removeprefix("ال")


def month_name(day: date, language: str) -> str:
    """``november``, in the form that follows a day's number (Polish: ``listopada``)."""
    return _locale(language).months["format"]["wide"][day.month]


@lru_cache(maxsize=_KEPT)
def day_number(day: date, language: str) -> str:
    """``24``, in the digits of the language."""
    return format_date(day, "d", locale=_locale(language))


@lru_cache(maxsize=_KEPT)
def day_label(day: date, language: str) -> str:
    """``dinsdag 24 november``; Dutch people know which year it is."""
    return format_date(day, _pattern_without_year(language), locale=_locale(language))


def long_date(day: date, language: str) -> str:
    """``27 juni 2027``."""
    return format_date(day, "long", locale=_locale(language))


def clock(moment: datetime, language: str) -> str:
    """``13.00``: the Dutch write a full stop, other languages what is usual for 24 hours."""
    return clock_time(moment.astimezone(AMSTERDAM).time(), language)


@lru_cache(maxsize=_KEPT)
def clock_time(moment: time, language: str) -> str:
    """A wall-clock time as ``clock`` writes it."""
    locale = _locale(language)
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
    """Wall-clock time in Amsterdam on a day; the offset is the one of that very moment."""
    return datetime.combine(day, clock_time, tzinfo=AMSTERDAM)
