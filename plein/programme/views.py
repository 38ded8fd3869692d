"""Calendar files: one series, one offer or one event, with exceptions and cancellations (RFC 5545)."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page

from home.languages.selectors import words_for
from home.libraries.models import Library
from home.libraries.selectors import language_codes, library_for_request
from plein.programme.feeds import Reader, calendar_of
from plein.programme.models import Series
from plein.programme.registry import event_wanted
from plein.programme.selectors import Occurrence


def _library(request: HttpRequest) -> Library:
    library = library_for_request(request)
    if library is None or request.LANGUAGE_CODE not in language_codes(library):
        raise Http404
    return library


def _series(library: Library, **filters: Any) -> list[Series]:
    rows = Series.objects.filter(offer__path__startswith=library.site.root_page.path, offer__live=True, **filters)
    return list(rows.select_related("offer", "plein", "room").prefetch_related("changes__new_room"))


def _event(library: Library, uid: uuid.UUID) -> Occurrence | None:
    for _receiver, given in event_wanted.send(sender=Occurrence, library=library, uid=uid):
        if given is not None:
            return given
    return None


def _answer(request: HttpRequest, library: Library, *, series: list[Series], events: list[Occurrence]) -> HttpResponse:
    pages: list[Page] = [row.offer for row in series] + [row.page for row in events]
    reader = Reader(
        code=request.LANGUAGE_CODE,
        origin=f"{request.scheme}://{request.get_host()}",
        words=words_for(pages, request.LANGUAGE_CODE, library.main_language),
        name=library.plein_name,
    )
    body = calendar_of(reader, series=series, events=events)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="agenda.ics"'
    return response


def one(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """The calendar file of one series or one event of this library."""
    library = _library(request)
    series = _series(library, uuid=uid)
    event = None if series else _event(library, uid)
    if not series and event is None:
        raise Http404
    return _answer(request, library, series=series, events=[event] if event else [])


def of_offer(request: HttpRequest, page_id: int) -> HttpResponse:
    """The calendar file of all series of one offer."""
    library = _library(request)
    series = _series(library, offer_id=page_id)
    if not series:
        raise Http404
    return _answer(request, library, series=series, events=[])
