"""The sections of the home page, in as few queries as there are kinds of rows."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from home.site.pages.extensions import Section
from home.site.pages.presenters import PageCard, page_cards, words_of
from home.site.pages.reading import Reading
from home.tenant.languages.selectors import address
from plein.offer.places.selectors import opening_of
from plein.offer.themes.pages import ThemePage
from plein.programme.events.presenters import event_cards
from plein.programme.timetable.days import week_days
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import pages_of, session_cards
from plein.programme.timetable.selectors import now_and_next, occurrences

WEEK = 7
DAYS_OF_EVENTS = 60
MOST_TILES = 8
MOST_EVENTS = 4


def _url_of(navigation: list[dict[str, Any]], model: str) -> str:
    """Address of the first page of a type in the menu, empty when the library has none."""
    return next((item["url"] for item in navigation if item["model"] == model), "")


def landing_sections(reading: Reading, navigation: list[dict[str, Any]]) -> list[Section]:
    """Question, now and next, week and events for the home page: eight queries, whatever the number of rows."""
    today, now = reading.today, timezone.now()
    rows = occurrences(
        reading.library, today, today + timedelta(days=WEEK), events_until=today + timedelta(days=DAYS_OF_EVENTS)
    )
    week_rows = [row for row in rows if min(row.day, row.original_day) < today + timedelta(days=WEEK)]
    events = _events_for(reading, [row for row in rows if row.kind == "event" and row.end > now])
    running, following = now_and_next([row for row in rows if row.day == today], now)
    if not running and not following:
        following = [
            row
            for row in week_rows
            if row.day < today + timedelta(days=WEEK) and row.start > now and not row.is_cancelled
        ][:3]
    themes = list(ThemePage.objects.shown(reading.library))[:MOST_TILES]
    opening = opening_of(reading.library, today, today + timedelta(days=WEEK))
    days = [today + timedelta(days=offset) for offset in range(WEEK)]
    found = words_of(reading, [*pages_of(week_rows), *pages_of(events), *themes])
    is_open, open_label, again = opening.now_label(reading.code, now)
    week_url = _url_of(navigation, "weekpage")
    return [
        Section(
            10,
            "plein/out/landing/question.html",
            {
                "tiles": page_cards(reading, themes, found),
                "themes_url": _url_of(navigation, "themeindexpage"),
            },
        ),
        Section(
            20,
            "plein/out/landing/now.html",
            {
                "now": session_cards(reading, running, words=found, state="now", now=now),
                "next": session_cards(reading, following, words=found, state="next", now=now),
                "is_open": is_open,
                "open_label": open_label,
                "next_open_label": again,
                "week_url": week_url,
                "plein_url": _url_of(navigation, "pleinpage"),
            },
        ),
        Section(
            30,
            "plein/out/landing/week.html",
            {
                "days": week_days(
                    reading,
                    today,
                    WEEK,
                    week_rows,
                    words=found,
                    opening={day: opening.label(day, reading.code) for day in days},
                    closed={day: opening.closed_label(day) for day in days},
                ),
                "week_url": week_url,
            },
        ),
        Section(
            40,
            "plein/out/landing/events.html",
            {
                "events": event_cards(reading, events, words=found),
                "events_url": _url_of(navigation, "eventindexpage"),
            },
        ),
    ]


def _events_for(reading: Reading, rows: list[Occurrence]) -> list[Occurrence]:
    """The first events, those in the reader's language before the others."""
    ordered = sorted(rows, key=lambda row: (reading.code not in row.languages, row.start))
    return ordered[:MOST_EVENTS]


def frame_links(reading: Reading, navigation: list[dict[str, Any]]) -> dict[str, Any]:
    """Links that the frame and the pages of the square show: plein, week, themes, events, the finder."""
    code = reading.code
    return {
        "plein_url": _url_of(navigation, "pleinpage") or address(reading.library.site.root_page, code),
        "week_url": _url_of(navigation, "weekpage"),
        "themes_url": _url_of(navigation, "themeindexpage"),
        "events_url": _url_of(navigation, "eventindexpage"),
        "finder_url": f"/{code}/vinden/",
        "picture_url": f"/{code}/praatplaat/",
    }


def theme_cards(reading: Reading) -> list[PageCard]:
    """The themes, for who found nothing."""
    return page_cards(reading, ThemePage.objects.shown(reading.library))
