"""Months as people say them."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import ngettext

from home.tenant.languages.cldr import locale_of

MONTHS_OF_YEAR = 12
LONG = 18


def month_index(day: date) -> int:
    """Months since the year nought, to count with."""
    return day.year * MONTHS_OF_YEAR + day.month - 1


def month_from(index: int) -> date:
    """The first day of the month with this number."""
    return date(index // MONTHS_OF_YEAR, index % MONTHS_OF_YEAR + 1, 1)


def month_label(day: date, language: str) -> str:
    """``september 2023``."""
    return format_date(day, "LLLL y", locale=locale_of(language))


def span_label(first: date, last: date, language: str) -> str:
    """``september 2022 – december 2022``, or one month when both are the same."""
    if month_index(first) == month_index(last):
        return month_label(first, language)
    return f"{month_label(first, language)} – {month_label(last, language)}"


def duration_label(months: int) -> str:
    """``8 months``, or whole years when it is longer than people count in months."""
    if months < LONG:
        return ngettext("%(count)d month", "%(count)d months", months) % {"count": months}
    years = round(months / MONTHS_OF_YEAR)
    return ngettext("about %(count)d year", "about %(count)d years", years) % {"count": years}
