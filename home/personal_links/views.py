"""The door behind every personal link: it finds what the link is for, and keeps its address to itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from home.personal_links import registry
from home.personal_links.registry import Words
from home.personal_links.selectors import link_of
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request

View = Callable[..., HttpResponse]

NOT_THERE, GONE, TOO_OFTEN = 404, 410, 429
# In ten minutes, wrong links from one address.
WINDOW = 600
MOST_MISSES = 30


def times(key: str) -> int:
    """How often this happened in the current ten minutes, this time included."""
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two
        return 1


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


def say(request: HttpRequest, library: Library, words: Words, status: int) -> HttpResponse:
    """A calm page that says what happened and offers a way on; a sentence for a script."""
    title, text = words
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"problem": f"{title}. {text}"}, status=status)
    return show(request, library, "home/personal_links/closed.html", status, title=title, text=text)


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
                is_guess = times(f"personal_links:miss:{request.META.get('REMOTE_ADDR', '')}") > MOST_MISSES
                words, status = (registry.too_often(), TOO_OFTEN) if is_guess else (registry.unknown(), NOT_THERE)
                return shut(say(request, library, words, status))
            link.library = library
            if not link.is_open:
                return shut(say(request, library, registry.get(act).words(link), GONE))
            return shut(view(request, link, token=token, **kwargs))

        return csrf_exempt(find)

    return decorate
