"""Facts of the week that is printed, from the selector that all share."""

from dataclasses import dataclass
from datetime import date, timedelta

from wagtail.models import Page

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.partners.pages import PartnerPage
from plein.offer.places.choices import Stops
from plein.offer.places.models import Closure, OpeningHours
from plein.offer.places.pages import PleinPage
from plein.offer.places.selectors import Opening
from plein.offer.themes.pages import ThemePage
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.pages import MOST_WEEKS, WeekPage
from plein.programme.timetable.selectors import monday_of, occurrences

WEEK = 7


@dataclass(frozen=True, slots=True)
class Programme:
    """One week of one plein; a library without a plein still has a week."""

    library: Library
    monday: date
    rows: list[Occurrence]
    themes: list[Page]
    plein: PleinPage | None
    pleinen: list[PleinPage]
    opening: Opening
    marks: dict[int, str]

    @property
    def sunday(self) -> date:
        """The last day."""
        return self.monday + timedelta(days=WEEK - 1)

    @property
    def is_one_of_several(self) -> bool:
        """Whether an address has to say which plein is meant."""
        return len(self.pleinen) > 1


def asked_monday(text: str, today: date) -> date:
    """Monday of the week of an ISO day, kept within half a year of today; anything else means this week."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = today
    limit = timedelta(weeks=MOST_WEEKS)
    return monday_of(min(max(day, today - limit), today + limit))


def programme_of(library: Library, monday: date, slug: str = "") -> Programme:
    """The week from ``monday`` of the plein with this slug, else of the first one: ten queries at most."""
    pleinen = list(live_sources(PleinPage.objects.all(), library).order_by("path"))
    plein = next((row for row in pleinen if row.slug == slug), pleinen[0] if pleinen else None)
    sunday = monday + timedelta(days=WEEK - 1)
    rows = [row for row in occurrences(library, monday, sunday) if _is_at(row, plein)]
    themes = list(ThemePage.objects.shown(library))
    return Programme(
        library, monday, rows, themes, plein, pleinen, _opening(library, plein, monday, sunday), _marks(library, rows)
    )


def _is_at(row: Occurrence, plein: PleinPage | None) -> bool:
    """Whether it is at this plein; an activity in another place belongs to every plein of the library."""
    return plein is None or row.plein is None or row.plein.pk == plein.pk


def _opening(library: Library, plein: PleinPage | None, first: date, last: date) -> Opening:
    if plein is None:
        return Opening([])
    closures = Closure.objects.filter(plein=plein, first_day__lte=last, last_day__gte=first, stops=Stops.EVERYTHING)
    hours = list(OpeningHours.objects.filter(plein=plein))
    return Opening(hours, list(closures), plein.closes_on_holidays, library.holiday_calendar)


def _marks(library: Library, rows: list[Occurrence]) -> dict[int, str]:
    """The mark of each partner in these rows that has one. One query."""
    partners = live_sources(PartnerPage.objects.all(), library).filter(
        pk__in={row.partner.pk for row in rows if row.partner}
    )
    return dict(partners.values_list("pk", "mark"))


def week_page(library: Library) -> Page | None:
    """The library's page with the week, none when it has no such page. One query."""
    return live_sources(WeekPage.objects.all(), library).order_by("path").first()


def plein_words(plein: PleinPage, code: str) -> PleinPage:
    """The page of a plein in a language, or the plein itself where nobody translated it. One query."""
    rows = PleinPage.objects.filter(
        translation_key=plein.translation_key, locale__language_code=code, live=True, alias_of__isnull=True
    )
    return rows.first() or plein
