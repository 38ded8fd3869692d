"""A year of moments at which a portal is looked at, and the look itself: the five main pages, in two languages."""

import logging
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from home.tenant.libraries.models import Library
from plein.offer.places.pages import PleinPage
from plein.offer.themes.pages import ThemePage
from plein.programme.events.pages import EventPage
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.selectors import occurrences
from tests.clock import AMSTERDAM

CODES = ("nl", "ar")
FEWEST_LETTERS = 150  # of a page on which there is something to read
FIRSTS = [f"{2026 + month // 12}-{month % 12 + 1:02}-01T10:15" for month in range(11, 23)]
MOMENTS = {
    **{f"first-of-{moment[:7]}": moment for moment in FIRSTS},
    "before-summer-time": "2027-03-28T01:59",
    "first-minute-of-summer-time": "2027-03-28T03:00",
    "afternoon-of-summer-time": "2027-03-28T14:00",
    "before-winter-time": "2027-10-31T02:59",
    "hour-that-returns": "2027-10-31T02:30+01:00",
    "afternoon-of-winter-time": "2027-10-31T14:00",
    "last-minute-of-the-year": "2027-12-31T23:59",
    "first-minute-of-the-year": "2027-01-01T00:00",
    "new-years-day": "2027-01-01T14:00",
    "leap-day": "2028-02-29T14:00",
    "liberation-day-of-a-lustrum": "2030-05-05T12:00",
    "sunday": "2027-06-13T14:00",
    "a-session-begins": "2027-06-15T13:00",
    "a-session-ends": "2027-06-15T15:00",
    "after-closing-time": "2027-06-15T22:30",
}


@dataclass(frozen=True)
class Looked:
    """What was seen of one library at one moment."""

    pages: int
    now: int
    coming: int


def look_around(library: Library, logged: list[logging.LogRecord]) -> Looked:
    """Open everything and check it; an ``AssertionError`` names what is wrong. ``logged`` fills up meanwhile."""
    client = Client(SERVER_NAME=library.site.hostname, SERVER_PORT=str(library.site.port))
    now = timezone.now()
    today = now.astimezone(AMSTERDAM).date()
    rows = occurrences(library, today - timedelta(days=7), today + timedelta(days=14))
    running = {row.key for row in rows if row.start <= now < row.end and not row.is_cancelled}
    coming = [row for row in rows if row.start > now and row.day <= today + timedelta(days=6) and not row.is_cancelled]
    paths = [path_of(library, model) for model in (ThemePage, EventPage)]
    for code in CODES:
        check_home(open_page(client, f"/{code}/"), running, coming)
        check_week(open_page(client, f"/{code}/week/"), running, today.isoformat())
        for path in paths:
            open_page(client, f"/{code}/{path}")
        for plein in PleinPage.objects.live().descendant_of(library.site.root_page):
            check_screen(open_page(client, f"/scherm/{plein.slug}/?taal={code}"), running)
    assert [record.getMessage() for record in logged if record.levelno >= logging.WARNING] == []
    return Looked(len(CODES) * (len(paths) + 3), len(running), len(coming))


def path_of(library: Library, model: type[Any]) -> str:
    """The path, without the language, of the library's last page of a type: of events, the last to come."""
    pages = model.objects.live().descendant_of(library.site.root_page).order_by("path")
    last = pages.order_by("-date", "path").first() if model is EventPage else pages.first()
    return last.url_path.split("/", 2)[2]


def open_page(client: Client, path: str) -> HttpResponse:
    """The page, which is there and has something to read."""
    response = client.get(path)
    assert (response.status_code, path) == (200, path)
    html = re.sub(r"(?s)<(script|style|template|svg).*?</\1>", "", response.content.decode())
    heading = re.search(r"(?s)<h1.*?>(.*?)</h1>", html)
    letters = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    assert (bool(heading and re.sub(r"<[^>]+>", "", heading[1]).strip()), path) == (True, path)
    assert (len(letters) > FEWEST_LETTERS, path) == (True, path)
    return response


def check_home(response: HttpResponse, running: set[str], coming: list[Occurrence]) -> None:
    """What is on now is on now, and what comes next is the first to come."""
    sections = {section.template: section.context for section in response.context["sections"]}
    context = sections["plein/out/landing/now.html"]
    assert {card.key for card in context["now"]} == running
    shown = [card.key for card in context["next"]]
    known = {row.key: row.start for row in coming}
    assert set(shown) <= set(known), "what is shown as next has begun, or does not take place"
    today = timezone.localdate()
    # While something is on, what comes on another day is not told yet.
    assert bool(shown) == any(not running or row.day == today for row in coming)
    if shown:
        assert min(known[key] for key in shown) == min(known.values())


def check_week(response: HttpResponse, running: set[str], today: str) -> None:
    """The week has its seven days, today is one of them, and what is marked as now is on now."""
    days = response.context["days"]
    assert len(days) == 7
    cards = [card for day in days for card in day.sessions]
    assert today in {day.date_iso for day in days}
    assert {card.key for card in cards if card.state == "now"} == running


def check_screen(response: HttpResponse, running: set[str]) -> None:
    """The television says the same as the home page, of its own plein."""
    context = response.context
    shown = {row["key"] for row in context["rows"]}
    clock = datetime.now(AMSTERDAM)
    assert (context["mode"] == "now") == bool(shown & running)
    assert not (context["mode"] == "now" and shown - running)
    assert context["mode"] != "calm" or not shown
    assert context["clock"] in {f"{clock:%H.%M}", context["clock"] if context["words"]["code"] == "ar" else ""}
