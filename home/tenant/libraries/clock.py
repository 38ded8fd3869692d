"""The clock of a library: while it holds, "today", "now" and a time without a zone are those of its place."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Page
from wagtail.users.models import UserProfile

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request, library_of_page, memberships_of

ADMIN = "/admin/"


@contextmanager
def on_clock_of(library: Library) -> Iterator[None]:
    """Go by the clock of a library, in a task, a mail, a command."""
    with timezone.override(library.zone):
        yield


def clock_at(page: Page) -> AbstractContextManager[None]:
    """The clock of the library on whose pages this one stands; nothing changes where there is none."""
    library = library_of_page(page)
    return nullcontext() if library is None else on_clock_of(library)


class LibraryClockMiddleware:
    """Answers on the clock of the library whose address was asked.

    The admin goes by the clock in somebody's profile. Who chose none there gets that of the library she works for,
    whose clock it is wherever she signs in; who works for several, or for all, gets the server's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        library = None if request.path_info.startswith(ADMIN) else library_for_request(request)
        if library is None:
            return self.get_response(request)
        with on_clock_of(library):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Lend the clock to the profile that the admin is about to read."""
        if not request.path_info.startswith(ADMIN) or not request.user.is_authenticated:
            return
        zones = {row.library.time_zone for row in memberships_of(request.user) if row.library}
        profile = getattr(request.user, "wagtail_userprofile", None) or UserProfile(user=request.user)
        if len(zones) == 1 and not profile.current_time_zone:
            profile.current_time_zone = zones.pop()
