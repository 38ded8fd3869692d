"""Calendar files: a plein, a theme, a partner, an offer, one series or one event (RFC 5545)."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Page

from home.tenant.languages.selectors import words_for
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources, shown_library
from plein.programme.timetable.ical import Contents, Reader, calendar_of
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.selectors import at_open_door, changes_of, closed_days_of, events_of, plans, series_of
from plein.programme.timetable.sources import moment_sources

# A calendar is asked for again and again: it need not reach further than people plan.
MONTHS_AHEAD = timedelta(days=400)
# What a feed of a page of this kind holds, by the part of the address.
FILTERS = {
    "plein": ("pleinpage", "plein"),
    "thema": ("themepage", "offer__theme"),
    "partner": ("partnerpage", "offer__partner"),
    "aanbod": ("offerpage", "offer"),
}


def _event(library: Library, uid: uuid.UUID) -> Occurrence | None:
    found = (source.find(library, uid) for source in moment_sources)
    return next((row for row in found if row is not None), None)


def _days() -> tuple[date, date]:
    """The days that a file covers: from the first of last year, so that a series keeps its first session."""
    today = timezone.localdate()
    return date(today.year - 1, 1, 1), today + MONTHS_AHEAD


def _contents(library: Library, filters: dict[str, Any], events: list[Occurrence]) -> Contents:
    since, until = _days()
    closed = closed_days_of(library, since, until + timedelta(days=31))
    return Contents(
        plans=plans(library, series_of(library, **filters).order_by("pk")),
        changes=changes_of(library, since, until),
        closed=closed,
        events=[at_open_door(row, closed) for row in events],
        since=since,
        until=until,
        zone=library.time_zone,
    )


def _answer(request: HttpRequest, library: Library, contents: Contents, name: str) -> HttpResponse:
    pages: list[Page] = [row.offer for row in contents.plans] + [row.page for row in contents.events]
    reader = Reader(
        code=request.LANGUAGE_CODE,
        origin=f"{request.scheme}://{request.get_host()}",
        words=words_for(pages, request.LANGUAGE_CODE, library.main_language),
        name=name,
    )
    response = HttpResponse(calendar_of(reader, contents), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="agenda.ics"'
    response["Cache-Control"] = "public, max-age=300"
    return response


def one(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The calendar file of one series or one event of this library."""
    library = shown_library(request)
    is_series = series_of(library, uuid=uid).exists()
    event = None if is_series else _event(library, uid)
    if not is_series and event is None:
        raise Http404
    contents = _contents(library, {"uuid": uid}, [event] if event else [])
    return _answer(request, library, contents, library.plein_name)


def of_page(request: HttpRequest, kind: str, page_id: int) -> HttpResponse:
    """The calendar of a plein (its events too), a theme, a partner or an offer, to subscribe to."""
    library = shown_library(request)
    model, lookup = FILTERS[kind]
    pages = live_sources(Page.objects.filter(content_type__model=model), library)
    page = pages.filter(pk=page_id).first()
    if page is None:
        raise Http404
    since, until = _days()
    events = events_of(library, since, until) if kind == "plein" else []
    contents = _contents(library, {lookup: page_id}, [row for row in events if row.plein and row.plein.pk == page_id])
    title = words_for([page], request.LANGUAGE_CODE, library.main_language)[page.pk].title
    name = title if title == library.plein_name else f"{title} · {library.plein_name}"
    return _answer(request, library, contents, name)
