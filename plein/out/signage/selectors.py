"""What a screen needs to know of its plein for the coming week."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.places.pages import PleinPage
from plein.offer.places.selectors import Opening, opening_of
from plein.offer.themes.pages import ThemePage
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.pages import WeekPage
from plein.programme.timetable.selectors import occurrences

# So many days a screen can go on by itself, today included: a week without a network, and the day after it.
DAYS = 8


@dataclass(frozen=True, slots=True)
class Programme:
    """A plein with what is planned there from today on; facts only, the same in every language."""

    plein: PleinPage
    first: date
    rows: list[Occurrence]
    opening: Opening
    themes: list[Any]
    week_page: Page

    @property
    def days(self) -> list[date]:
        """The days that it covers."""
        return [self.first + timedelta(days=offset) for offset in range(DAYS)]


def plein_at(library: Library, slug: str) -> PleinPage | None:
    """The plein with this address at the library, when everybody may see it. Two queries."""
    plein = live_sources(PleinPage.objects.filter(slug=slug), library).first()
    return None if plein is None or plein.get_view_restrictions().exists() else plein


def programme_of(library: Library, plein: PleinPage) -> Programme:
    """The coming days of one plein, from the selector that every page asks. The number of rows costs no query."""
    first = timezone.localdate()
    last = first + timedelta(days=DAYS - 1)
    themes = list(ThemePage.objects.shown(library))
    return Programme(
        plein=plein,
        first=first,
        rows=[row for row in occurrences(library, first, last) if row.plein and row.plein.pk == plein.pk],
        opening=_opening_at(library, plein, first, last),
        themes=[theme for theme in themes if theme.weekday is not None and theme.daypart],
        week_page=live_sources(WeekPage.objects.all(), library).first() or plein,
    )


def _opening_at(library: Library, plein: PleinPage, first: date, last: date) -> Opening:
    """The opening of this plein alone: a library may have more of them."""
    found = opening_of(library, first, last)
    return Opening(
        [row for row in found.hours if row.plein_id == plein.pk],
        [row for row in found.closures if row.plein_id == plein.pk],
        plein.closes_on_holidays,
        found.country,
    )
