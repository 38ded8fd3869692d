"""Days with their year: paper is found again long after."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.languages.known import get as get_language


def full_day(day: date, language: str) -> str:
    """``zondag 22 november 2026``."""
    try:
        locale = Locale.parse(get_language(language).cldr)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(MAIN_LANGUAGE)
    return format_date(day, "full", locale=locale)
