"""Measures how many requests a second the main pages take, beside a stock Wagtail page of equal size.

The baseline is what Wagtail does of itself for a page as heavy as our home page: a content page two levels below the
home, found by ``wagtail.views.serve`` and Wagtail's own ``Page.route``, with Wagtail's own context, shown by a plain
template (a menu of the pages below the home, a breadcrumb, a heading and the text), behind the same middleware. Its
text is headings and paragraphs of a hundred words each, as many as make the answer as long as our home page.
It is made in a transaction that is rolled back: the database is as before.

Nothing is cached between requests: no page, no fragment, no compiled answer. Every round asks for each address once, so
whatever else the machine does, it does to all alike; of each address the median counts. The answers are made in this
process, without a web server and without a network.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.test import RequestFactory
from django.urls import re_path
from wagtail import views as wagtail_views
from wagtail.models import Page

import portal.urls
from home.site.pages.pages import BasePage, ContentPage, HomePage
from home.tenant.languages.selectors import address, words_for
from home.tenant.libraries.models import Library
from plein.offer.themes.pages import ThemePage
from plein.programme.events.pages import EventPage
from plein.programme.timetable.pages import WeekPage

LIMIT = 2.0  # times the baseline that the home page may take
PARAGRAPH = 600  # characters: a hundred words
SENTENCE = "Kom binnen, ga zitten en vertel wat u zoekt: samen vinden wij wie u verder helpt. "

STOCK_TEMPLATE = """{% load wagtailcore_tags wagtailuserbar %}{% wagtail_site as site %}<!DOCTYPE html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <title>{% firstof page.seo_title page.title %}</title>
  <meta name="description" content="{{ page.search_description }}">
</head>
<body>
  {% wagtailuserbar %}
  <nav><ul>{% for item in site.root_page.get_children.live.in_menu %}
    <li><a href="{% pageurl item %}">{{ item.title }}</a></li>{% endfor %}
  </ul></nav>
  <ol>{% for item in page.get_ancestors %}{% if item.depth > 1 %}
    <li><a href="{% pageurl item %}">{{ item.title }}</a></li>{% endif %}{% endfor %}
  </ol>
  <main><h1>{{ page.title }}</h1>{% include_block page.body %}</main>
</body>
</html>
"""


def serve_as_page(page: Page, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Answer as ``Page.serve`` does, with the plain template in place of the page type's."""
    context = Page.get_context(page, request)
    return TemplateResponse(request, engines["django"].from_string(STOCK_TEMPLATE), context)


@contextmanager
def stock_methods() -> Iterator[None]:
    """Take our own routing and serving away, so that Wagtail's own view meets Wagtail's own pages."""
    own_route = HomePage.route
    HomePage.route = Page.route  # type: ignore[method-assign]
    BasePage.serve = serve_as_page  # type: ignore[method-assign]
    try:
        yield
    finally:
        HomePage.route = own_route  # type: ignore[method-assign]
        del BasePage.serve


def stock_view(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own view; the answer is rendered before our own methods come back."""
    with stock_methods():
        response = wagtail_views.serve(request, path)
        return response.render() if isinstance(response, TemplateResponse) else response


class StockRequest(WSGIRequest):
    """A request whose address leads to Wagtail's own view; other addresses have to be there to be linked to."""

    urlconf = (re_path(r"^[a-z-]+/((?:[\w\-]+/)*)$", stock_view), *portal.urls.urlpatterns)


class StockHandler(WSGIHandler):
    """The portal's middleware around Wagtail's own view."""

    request_class = StockRequest


@dataclass
class Row:
    """One address and the seconds that each round took."""

    name: str
    ask: Callable[[], HttpResponse]
    seconds: list[float] = field(default_factory=list)
    size: int = 0

    def measure(self) -> None:
        """Ask once."""
        begin = time.perf_counter()
        response = self.ask()
        content = response.content
        self.seconds.append(time.perf_counter() - begin)
        if response.status_code != 200:  # noqa: PLR2004
            message = f"{self.name} answered {response.status_code}."
            raise CommandError(message)
        self.size = len(content)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def times(self, base: "Row") -> float:
        """How many times as long as another row: the median of the rounds, each compared with itself."""
        return statistics.median(own / other for own, other in zip(self.seconds, base.seconds, strict=True))


def asker(handler: WSGIHandler, host: str, path: str) -> Callable[[], HttpResponse]:
    """Something that asks for an address through the whole stack of middleware; anonymous, with nothing compressed."""
    environ = RequestFactory(headers={"host": host}).get(path).environ | {"wsgi.url_scheme": scheme()}
    return lambda: handler.get_response(handler.request_class(environ.copy()))


def scheme() -> str:
    """What an installation redirects to, so that no answer is a redirect."""
    return "https" if getattr(settings, "SECURE_SSL_REDIRECT", False) else "http"


def pages_of(library: Library) -> dict[str, Page]:
    """The pages to measure: of each type the first, of events the next to come that is translated."""
    root = library.site.root_page
    below = {"live": True, "path__startswith": root.path}
    found = {
        "home": HomePage.objects.filter(pk=root.pk).first(),
        "week": WeekPage.objects.filter(**below).first(),
        "theme": ThemePage.objects.filter(**below).order_by("path").first(),
        "event": EventPage.objects.filter(**below).order_by("-date").first(),
    }
    if missing := [name for name, page in found.items() if page is None]:
        message = f"The database holds no {missing[0]} page; load the demo content first."
        raise CommandError(message)
    return found


def body_of(blocks: int) -> list[tuple[str, Any]]:
    """So many headings, each with a paragraph under it."""
    text = f"<p>{SENTENCE * (PARAGRAPH // len(SENTENCE))}</p>"
    heading = {"text": "Zo gaat dat hier", "level": "h2"}
    return [("heading", heading), ("paragraph", text)] * blocks


class Command(BaseCommand):
    """Prints one table, and fails when the home page is too slow."""

    help = "Measures the main pages beside a stock Wagtail page of equal size, and prints a table."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rounds", type=int, default=40, help="How often each address is asked for (40).")
        parser.add_argument("--languages", nargs="+", default=["nl", "pl"], help="In which languages (nl pl).")

    def handle(self, *_args: Any, rounds: int, languages: list[str], **_options: Any) -> None:
        library = Library.objects.select_related("site__root_page").order_by("-site__is_default_site", "pk").first()
        if library is None:
            message = "There is no library; load the demo content first."
            raise CommandError(message)
        with transaction.atomic():
            rows = self.prepare(library, languages)
            for row in rows:
                row.measure()
                row.seconds.clear()
            for _ in range(rounds):
                for row in rows:
                    row.measure()
            transaction.set_rollback(True)
        self.stdout.write(table(rows))
        homes = [row for row in rows if row.name.startswith("home")]
        if slow := [row for row in homes if row.times(rows[0]) > LIMIT]:
            message = f"The {slow[0].name} page takes more than {LIMIT} times as long as a stock page of equal size."
            raise CommandError(message)

    def prepare(self, library: Library, languages: list[str]) -> list[Row]:
        """The baseline first, then each page in each language."""
        handler, stock = WSGIHandler(), StockHandler()
        host = library.site.hostname
        pages = pages_of(library)
        rows = [
            Row(f"{name}, {code}", asker(handler, host, address(page, code)))
            for name, page in pages.items()
            for code in languages
        ]
        for row, code in zip(rows, languages * len(pages), strict=True):
            page = pages[row.name.split(",")[0]]
            if words_for([page], code, library.main_language)[page.pk].is_fallback and code != library.main_language:
                row.name += " (in Dutch: not translated)"
        rows[0].measure()
        rows[0].seconds.clear()
        return [self.baseline(library, stock, rows[0].size), *rows]

    def baseline(self, library: Library, handler: StockHandler, size: int) -> Row:
        """The stock page, made as long as the home page: its length with ten parts and with none tells how many."""
        parent = WeekPage.objects.filter(path__startswith=library.site.root_page.path).first()
        page = ContentPage(title="Even zwaar", slug="even-zwaar", search_description=SENTENCE, locale=parent.locale)
        parent.add_child(instance=page)
        row = Row("stock Wagtail page", asker(handler, library.site.hostname, address(page, library.main_language)))
        sizes = []
        for parts in (0, 10):
            page.body = body_of(parts)
            page.save()
            row.measure()
            sizes.append(row.size)
        page.body = body_of(round((size - sizes[0]) / ((sizes[1] - sizes[0]) / 10)))
        page.save()
        row.seconds.clear()
        return row


def table(rows: list[Row]) -> str:
    """A table in Markdown: requests per second, and the time as a multiple of the baseline's."""
    lines = [
        "| page | bytes | ms | requests per second | times the stock page |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {row.name} | {row.size:,} | {row.median * 1000:.1f} | {1 / row.median:.0f} | {row.times(rows[0]):.2f} |"
        for row in rows
    ]
    return "\n".join(lines)
