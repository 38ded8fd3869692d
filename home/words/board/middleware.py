"""Counts which page was read in which language: no cookie, no address, nothing about the reader."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from home.words.board.comparison import is_robot
from home.words.board.services import count_read


class CountReadsMiddleware:
    """Count an opened page in the memory of this process; it is written after a later answer is out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.COUNT_READS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        reading = getattr(request, "reading", None)
        if reading is not None and response.status_code == HTTPStatus.OK and self.is_reader(request):
            count_read(key=reading.source.translation_key, language=reading.code)
        return response

    @staticmethod
    def is_reader(request: HttpRequest) -> bool:
        """Whether a resident opened the page: no robot, no browser that loads ahead, nobody who is signed in."""
        return (
            request.method == "GET"
            and "prefetch" not in request.headers.get("Sec-Purpose", "")
            and settings.SESSION_COOKIE_NAME not in request.COOKIES
            and not is_robot(request.headers.get("User-Agent", ""))
        )
