"""The door behind every personal link: it finds what the link is for, and keeps its address to itself."""

import math
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from home.limits.presenters import typed, wait_sentence
from home.limits.registry import Limit, Part, declare
from home.limits.services import NO_WAIT, attempt
from home.personal_links import registry
from home.personal_links.registry import Words
from home.personal_links.selectors import link_of
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request

View = Callable[..., HttpResponse]

NOT_THERE, GONE, TOO_OFTEN = 404, 410, 429
TEN_MINUTES = timedelta(minutes=10)
# Links that open nothing, tried from one network; and what is posted for one thing, with whichever link to it.
MISSES = declare(Limit("personal-link", (Part.NETWORK,), free=30, window=TEN_MINUTES))
POSTS = declare(Limit("personal-link-post", (Part.TOKEN,), free=900, window=TEN_MINUTES))


def shut(response: HttpResponse) -> HttpResponse:
    """Keep the address out of search engines, other sites' logs, shared caches and our own log."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-store"
    # Django writes the path of whatever is answered with 4xx to the log, unless that was done.
    response._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001
    return response


def show(request: HttpRequest, library: Library, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page in the frame of personal links, in the language of the address."""
    code = translation.get_language() or library.main_language
    names = {"library": library, "language": get_language(code), "home_url": f"/{code}/"}
    return render(request, template, names | context, status=status)


def say(request: HttpRequest, library: Library, words: Words, status: int, **context: Any) -> HttpResponse:
    """A calm page that says what happened and offers a way on; a sentence for a script."""
    title, text = words
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"problem": f"{title}. {text}"}, status=status)
    return show(request, library, "home/personal_links/closed.html", status, title=title, text=text, **context)


def make_wait(request: HttpRequest, library: Library, wait: timedelta) -> HttpResponse:
    """Say how long to wait; what was typed stands in the page, behind a button that sends it again."""
    words = registry.too_often_title(), wait_sentence(wait)
    response = say(request, library, words, TOO_OFTEN, typed=typed(request))
    response.headers["Retry-After"] = str(math.ceil(wait.total_seconds()))
    return response


def by_link(act: str) -> Callable[[View], View]:
    """Hand the view the link behind ``token``, while it is open; else say what became of it.

    A view behind it does something at a POST alone: programs that scan mail follow every link. No CSRF token is
    asked: the right is in the address and in no cookie, so there is nothing that another site could borrow; and a
    browser that tells no referrer tells no origin with a form either.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def find(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            library = library_for_request(request)
            if library is None:
                raise Http404
            link = link_of(library=library, act=act, token=token)
            if link is None:
                wait = attempt(limit=MISSES, request=request)
                if wait > NO_WAIT:
                    return shut(make_wait(request, library, wait))
                return shut(say(request, library, registry.unknown(), NOT_THERE))
            link.library = library
            if not link.is_open:
                return shut(say(request, library, registry.get(act).words(link), GONE))
            is_post = request.method == "POST"
            wait = attempt(limit=POSTS, request=request, token=str(link.subject)) if is_post else NO_WAIT
            if wait > NO_WAIT:
                return shut(make_wait(request, library, wait))
            return shut(view(request, link, token=token, **kwargs))

        return csrf_exempt(find)

    return decorate
