"""The active language is the one in the address, and nothing else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from home.tenant.languages.known import LANGUAGES, MAIN_LANGUAGE


class PathLanguageMiddleware:
    """Activate the language that the path begins with.

    Django's own middleware redirects by the browser's language, which makes a page uncacheable and takes
    the choice from the reader. Addresses without a language (admin, intranet) are in the main language;
    the Wagtail admin then activates the one of the user's profile.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = request.path_info.split("/", 2)[1]
        code = first if first in LANGUAGES else MAIN_LANGUAGE
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", LANGUAGES[code].tag)
        return response
