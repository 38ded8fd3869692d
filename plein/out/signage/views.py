"""The screen of a plein, what it asks for every ten seconds, and the worker that keeps it going without a network."""

import json
from hashlib import sha256

from django.contrib.staticfiles import finders
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request
from plein.offer.places.pages import PleinPage
from plein.out.signage.presenters import screen_context, screen_data
from plein.out.signage.selectors import plein_at

WORKER = "portal/screen-worker.js"


def _asked(request: HttpRequest, slug: str) -> tuple[Library, PleinPage]:
    """The library of the host and its plein; 404 for one that is not there, not live, or not for everybody."""
    library = library_for_request(request)
    plein = plein_at(library, slug) if library else None
    if library is None or plein is None:
        raise Http404
    return library, plein


@require_safe
def screen(request: HttpRequest, slug: str) -> HttpResponse:
    """The page on the television. Without JavaScript it shows this moment, each time in the next language."""
    context = screen_context(request, *_asked(request, slug), code=request.GET.get("taal", ""))
    response = render(request, "plein/out/signage/screen.html", context)
    response["Content-Language"] = context["code"]
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def data(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme of the coming days in every language, or 304 when the screen has it already."""
    found = screen_data(request, *_asked(request, slug))
    body = json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False, separators=(",", ":")).encode()
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    # The clock of the screen is compared with it; not every server adds one to a 304.
    response["Date"] = http_date()
    etag = quote_etag(sha256(body).hexdigest()[:32])
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: it rules over what lies beside and below its own address, so it cannot be a static file."""
    path = finders.find(WORKER)
    if path is None:
        raise Http404
    with open(path, "rb") as file:  # noqa: PTH123 - a path that Django found
        response = HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response
