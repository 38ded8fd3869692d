"""Serving a page: one address, one language, words from the translation or from the source."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail import hooks
from wagtail.models import Page

from home.site.pages.reading import Reading
from home.site.pages.selectors import find_page
from home.tenant.libraries.selectors import language_codes, library_for_request


def serve(request: HttpRequest, path: str = "") -> HttpResponse:
    """Serve the page at ``path`` in the language of the address; 404 for a language the library does not show.

    Wagtail's own view asks for the site, the active locale and the translated root on every request; here
    the library, its languages and both candidate addresses are one query each.
    """
    library = library_for_request(request)
    code = request.LANGUAGE_CODE
    if library is None:
        raise Http404
    codes = language_codes(library)
    found = find_page(library, code, path) if code in codes else None
    if found is None:
        raise Http404
    source, words = found
    request.reading = Reading(request, library, code, source, words, codes)  # type: ignore[attr-defined]
    for hook in hooks.get_hooks("before_serve_page"):
        result = hook(source, request, [], {})
        if isinstance(result, HttpResponse):
            return result

    # Restrictions are set on the source, so the hooks are asked about it; what is served are the words.
    def answer(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse:
        return words.serve(request, *args, **kwargs)

    for hook in reversed(hooks.get_hooks("on_serve_page")):
        answer = hook(answer)
    return answer(source, request, [], {})


def to_main_language(request: HttpRequest) -> HttpResponse:
    """``/`` leads to the library's main language, whatever the browser asks for: the address decides."""
    library = library_for_request(request)
    if library is None:
        raise Http404
    return HttpResponseRedirect(f"/{library.main_language}/")
