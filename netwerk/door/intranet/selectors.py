"""What the pages of the intranet need to know of a visit: whose programme, which day, what time it is."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.libraries.models import Library

if TYPE_CHECKING:
    from django.http import HttpRequest

NOON = 12
EVENING = 18


def reading_for(request: "HttpRequest", library: Library) -> Reading:
    """A reader of the programme in the library's main language."""
    home = library.site.root_page
    return Reading(request, library, library.main_language, home, home)


def greeting(moment: datetime | None = None) -> str:
    """What one says at this time of day."""
    hour = timezone.localtime(moment).hour
    if hour < NOON:
        return _("Good morning")
    return _("Good afternoon") if hour < EVENING else _("Good evening")


def asked_day(text: str, *, today: date, most_weeks: int) -> date:
    """The day in an address, kept within so many weeks of today; anything else means today."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    limit = timedelta(weeks=most_weeks)
    return min(max(day, today - limit), today + limit)


def date_label(day: date, language: str) -> str:
    """``dinsdag 24 november``, with the year when it is another one."""
    label = dates.day_label(day, language)
    return label if day.year == timezone.localdate().year else f"{label} {day.year}"
