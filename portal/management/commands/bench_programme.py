"""Measures the programme as it grows: more series, more exceptions and more languages must not make a page slow.

Two libraries are made in a transaction that is rolled back. Both show the same sixty sessions this week. The small
one has fifty series and one language; the large one has ten times as many series, most of which have no session this
week, three years of exceptions, and ten languages. Every round asks both, so whatever else the machine does, it does
to both alike. The folder is printed anew in each round, beside a stock Wagtail page (see ``bench``).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.site.pages.pages import HomePage
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import create_library, switch_on_language
from plein.offer.offers.pages import OfferIndexPage, OfferPage
from plein.offer.places.choices import Reason
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import set_opening_hours
from plein.offer.themes.pages import ThemeIndexPage, ThemePage
from plein.out.finder.selectors import understand
from plein.out.finder.services import save_words
from plein.out.print import services as printing
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.pages import WeekPage
from plein.programme.timetable.selectors import monday_of, now_and_next, occurrences
from plein.programme.timetable.services import save_series
from portal.management.commands.bench import Command as StockBench
from portal.management.commands.bench import Row, StockHandler, asker

LANGUAGES = ("en", "pl", "bg", "tr", "ar", "uk", "ro", "es", "fr")
THEMES = 8
WORDS_PER_LIST = 25
EXCEPTIONS = 30  # of each series, over three years
DAYS = 6
QUIET_WEEKS = 9  # a series every so many weeks, none of them this week
FIRST_HOUR, HOURS = 9, 8

WEEK_TIMES, FOLDER_TIMES = 1.5, 2.0
WEEK_QUERIES, NOW_QUERIES, FINDER_QUERIES = 12, 5, 3


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Have every folder set anew: one that is kept would measure the cache."""
    seconds = printing.KEPT_SECONDS
    printing.KEPT_SECONDS = 0
    try:
        yield
    finally:
        printing.KEPT_SECONDS = seconds


@dataclass(frozen=True)
class Size:
    """How large a library is made: offers, series of each offer, exceptions of each series, further languages."""

    offers: int
    series: int
    exceptions: int
    languages: tuple[str, ...]


@dataclass
class Made:
    """A library made for the measurement."""

    library: Library
    week: WeekPage
    plein: PleinPage


def make(slug: str, size: Size) -> Made:
    """A library with its programme; the first series of each offer is on this week, the others are not."""
    home = _page(HomePage, Page.get_first_root_node(), slug)
    library = create_library(home=home, hostname=f"{slug}.localhost", port=80, name=slug, plein_name=slug, slug=slug)
    week, plein = _page(WeekPage, home, "week"), _page(PleinPage, home, "plein", closes_on_holidays=False)
    set_opening_hours(plein=plein, hours=[(day, time(9), time(21)) for day in range(DAYS)])
    themes = _page(ThemeIndexPage, home, "themas")
    found = [_page(ThemePage, themes, f"thema-{number}", hue=number % 8 + 1) for number in range(THEMES)]
    offers = _page(OfferIndexPage, home, "aanbod")
    for number in range(size.offers):
        offer = _page(OfferPage, offers, f"aanbod-{number}", theme=found[number % THEMES], languages=["nl", "pl"])
        _plan(offer, plein, number, size)
    for code in size.languages:
        switch_on_language(library=library, code=code)
    library.refresh_from_db()
    return Made(library, week, plein)


def _page(model: Any, parent: Page, slug: str, **fields: Any) -> Any:
    summary = f"{slug} in een zin, zoals een redactie die schrijft."
    return save_page(model=model, parent=parent, slug=slug, title=slug, search_description=summary, **fields)


def _plan(offer: OfferPage, plein: PleinPage, number: int, size: Size) -> None:
    """One series this week, at two times a day for every fifth offer; the others in other weeks."""
    monday = monday_of(timezone.localdate()) + timedelta(days=number % DAYS)
    start = time(FIRST_HOUR + number % HOURS)
    save_series(
        offer=offer,
        plein=plein,
        room=None,
        starts_on=monday - timedelta(weeks=52),
        start_time=start,
        end_time=start.replace(minute=50),
        also_at=[(time(18), time(19))] if number % 5 == 0 else [],
    )
    quiet = [
        Series(
            offer=offer,
            plein=plein,
            starts_on=monday - timedelta(weeks=QUIET_WEEKS * 16 + 1 + turn % (QUIET_WEEKS - 1)),
            start_time=time(20),
            end_time=time(21),
            interval=QUIET_WEEKS,
        )
        for turn in range(size.series - 1)
    ]
    for series in Series.objects.bulk_create(quiet):
        _except(series, size.exceptions)


def _except(series: Series, count: int) -> None:
    """So many cancelled sessions over three years, none of them near this week."""
    days = list(series.rule.days(series.starts_on, series.starts_on + timedelta(days=366 * 6)))[:count]
    today: date = timezone.localdate()
    Change.objects.bulk_create(
        Change(
            series=series,
            original_date=day,
            original_time=series.start_time,
            kind=ChangeKind.CANCELLED,
            reason=Reason.OTHER,
        )
        for day in days
        if abs((day - today).days) > 30  # noqa: PLR2004 - nearer they would be on the page
    )


def give_words(library: Library) -> int:
    """Two thousand words that people use, spread over all themes and ten languages; answers how many."""
    count = 0
    themes = ThemePage.objects.filter(path__startswith=library.site.root_page.path)
    for theme in themes:
        for code in (library.main_language, *LANGUAGES):
            words = [f"{theme.slug}{code}woord{number}" for number in range(WORDS_PER_LIST)]
            save_words(theme=theme, language=code, words=words)
            count += len(words)
    return count


def queries(ask: Callable[[], Any]) -> int:
    """How many queries something takes the second time."""
    ask()
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


class Command(BaseCommand):
    """Prints one table, and fails when something grew that may not."""

    help = "Measures how the programme, the finder and the printed folder bear growth, and prints a table."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rounds", type=int, default=20, help="How often each is asked for (20).")
        parser.add_argument("--offers", type=int, default=50, help="Offers, each with one session this week (50).")

    def handle(self, *_args: Any, rounds: int, offers: int, **_options: Any) -> None:
        with transaction.atomic(), nothing_kept():
            lines, failed = self.measure(rounds, offers)
            transaction.set_rollback(True)
        self.stdout.write("\n".join(["| what | limit | measured |", "|---|--:|--:|", *lines]))
        if failed:
            message = f"Too slow: {', '.join(failed)}."
            raise CommandError(message)

    def measure(self, rounds: int, offers: int) -> tuple[list[str], list[str]]:
        """The lines of the table, and the names of what is above its limit."""
        small = make("klein-plein", Size(offers, 1, 0, ()))
        large = make("groot-plein", Size(offers, 10, EXCEPTIONS, LANGUAGES))
        words = give_words(large.library)
        rows = self.rows(small, large)
        week, ask_now = rows["large"], lambda: _now_and_next(large)
        ask_finder = lambda: understand(large.library, "een breif over mijn hur", reader="pl")  # noqa: E731
        counts = [
            ("queries of the week page", WEEK_QUERIES, queries(week.ask)),
            ("queries of now and next", NOW_QUERIES, queries(ask_now)),
            (f"queries of the finder, {words:,} words", FINDER_QUERIES, queries(ask_finder)),
        ]
        take_turns(list(rows.values()), rounds)
        ratios = [
            (f"week page of {offers * 10} series beside {offers}", WEEK_TIMES, week.times(rows["small"])),
            ("folder beside a stock page", FOLDER_TIMES, rows["folder"].times(rows["stock"])),
        ]
        lines = [f"| {name} | {limit} | {found} |" for name, limit, found in counts]
        lines += [f"| {name} | {limit} times | {found:.2f} times |" for name, limit, found in ratios]
        lines += [f"| {row.name} | | {row.median * 1000:.1f} ms |" for row in rows.values()]
        return lines, [name for name, limit, found in [*counts, *ratios] if found > limit]

    def rows(self, small: Made, large: Made) -> dict[str, Row]:
        """What is timed."""
        handler = WSGIHandler()
        pages = {
            name: asker(handler, made.library.site.hostname, "/nl/week/")
            for name, made in (("small", small), ("large", large))
        }
        folder = asker(handler, small.library.site.hostname, "/nl/druk/folder.pdf")
        rows = {name: Row(f"week page, {name} library", ask) for name, ask in pages.items()}
        rows["folder"] = Row("folder", folder)
        rows["small"].measure()
        rows["stock"] = StockBench().baseline(small.library, StockHandler(), rows["small"].size)
        return rows


def _now_and_next(made: Made) -> Any:
    today = timezone.localdate()
    return now_and_next(occurrences(made.library, today, today, plein=made.plein.pk), timezone.now())


def take_turns(rows: list[Row], rounds: int) -> None:
    """Ask each once to warm it, then each once in every round."""
    for row in rows:
        row.measure()
        row.seconds.clear()
    for _ in range(rounds):
        for row in rows:
            row.measure()
