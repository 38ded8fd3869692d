"""Measures what further languages cost: a reader and an editor must not notice how many a library has switched on.

Two libraries are made in a transaction that is rolled back, equal but for their languages: two in the one, twenty in
the other; home, week and one theme are translated into each. Every round asks for the same page of both. An editor's
publication of the source is timed with all that hangs on it, what waits for the end of the transaction included.
"""

import time
from collections.abc import Callable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.http import HttpResponse
from django.test import TestCase
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from home.tenant.languages.known import LANGUAGES
from home.tenant.languages.selectors import address
from home.tenant.languages.services import fill_translation, publish_translation, start_translation
from home.tenant.libraries.models import Library
from plein.offer.themes.pages import ThemePage
from portal.management.commands.bench import Row, asker
from portal.management.commands.bench_programme import Made, Size, make, queries, take_turns

FEW, MANY = 2, 20
PAGE_TIMES, PUBLISH_TIMES = 1.1, 1.5
READERS = ("nl", "pl")


def further(count: int) -> tuple[str, ...]:
    """So many languages beside Dutch, Polish first."""
    others = [code for code in LANGUAGES if code not in {"nl", "nl-easy", "pl"}]
    return ("pl", *others)[: count - 1]


def translate(page: Page, code: str) -> None:
    """Publish a page in a language, each sentence with the code behind it."""
    translation = start_translation(page=page, code=code)
    segments = StringSegment.objects.filter(source=translation.source).select_related("string")
    fill_translation(translation=translation, words={row.string.data: f"{row.string.data} {code}" for row in segments})
    publish_translation(translation=translation)


def pages_of(made: Made) -> dict[str, Page]:
    """The pages that are measured, as sources."""
    root = made.library.site.root_page.specific
    theme = ThemePage.objects.filter(path__startswith=root.path).order_by("path").first()
    return {"home": root, "theme": theme, "week": made.week}


def translated(slug: str, count: int, offers: int) -> Made:
    """A library with so many languages, and its pages in each."""
    made = make(slug, Size(offers, 1, 0, further(count)))
    with TestCase.captureOnCommitCallbacks(execute=True):
        for page in pages_of(made).values():
            for code in further(count):
                translate(page, code)
    return made


class Publication(Row):
    """Publishing a source page whose words changed, again and again."""

    def __init__(self, name: str, page: Page) -> None:
        super().__init__(name, self.publish)
        self.page = page

    def publish(self) -> HttpResponse:
        """Change a sentence and publish; the answer holds nothing, for there is no page to show."""
        self.page.search_description = f"Nieuwe zin, {time.monotonic_ns()}."
        with TestCase.captureOnCommitCallbacks(execute=True):
            self.page.save_revision().publish()
        return HttpResponse()


class Command(BaseCommand):
    """Prints one table, and fails when a further language costs more than it may."""

    help = "Measures pages and publication with two and with twenty languages, and prints a table."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rounds", type=int, default=40, help="How often each is asked for (40).")
        parser.add_argument("--offers", type=int, default=20, help="Offers, each with one session this week (20).")

    def handle(self, *_args: Any, rounds: int, offers: int, **_options: Any) -> None:
        with transaction.atomic():
            lines, failed = self.measure(rounds, offers)
            transaction.set_rollback(True)
        self.stdout.write("\n".join(["| what | limit | measured |", "|---|--:|--:|", *lines]))
        if failed:
            message = f"Too much: {', '.join(failed)}."
            raise CommandError(message)

    def measure(self, rounds: int, offers: int) -> tuple[list[str], list[str]]:
        """The lines of the table, and the names of what is above its limit."""
        few, many = translated("enkele-talen", FEW, offers), translated("vele-talen", MANY, offers)
        lines, failed = [], []
        for name in pages_of(few):
            for code in READERS:
                pair = [Row(name, self.asker(made, name, code)) for made in (few, many)]
                asked = [queries(row.ask) for row in pair]
                take_turns(pair, rounds)
                times = pair[1].times(pair[0])
                lines.append(f"| {name}, {code}: queries | {asked[0]} | {asked[1]} |")
                lines.append(f"| {name}, {code}: time | {PAGE_TIMES} times | {times:.2f} times |")
                failed += [f"{name}, {code}"] if asked[0] != asked[1] or times > PAGE_TIMES else []
        pair = [Publication("publication", pages_of(made)["theme"]) for made in (few, many)]
        take_turns(pair, rounds)
        times = pair[1].times(pair[0])
        lines.append(f"| publication of a source page | {PUBLISH_TIMES} times | {times:.2f} times |")
        return lines, [*failed, *(["publication"] if times > PUBLISH_TIMES else [])]

    def asker(self, made: Made, name: str, code: str) -> Callable[[], HttpResponse]:
        """Something that asks for a page of a library in a language."""
        library: Library = made.library
        return asker(WSGIHandler(), library.site.hostname, address(pages_of(made)[name], code))
