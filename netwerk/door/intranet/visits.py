"""The door of the intranet: the host tells the library, a membership opens it, everything else is not there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.views.decorators.cache import never_cache

from home.tenant.libraries.choices import ADMIN_ROLES
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role, library_for_request, memberships_of
from netwerk.door.intranet.rooms import links_for

if TYPE_CHECKING:
    from home.tenant.users.models import User


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who works at this library, on its intranet."""

    request: HttpRequest
    library: Library
    user: "User"

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """A page of the intranet within its frame."""
        names = {
            "library": self.library,
            "visit": self,
            "user_name": self.user.first_name or str(self.user),
            "today": timezone.localdate(),
            "rooms": links_for(self.user, self.library, self.request.resolver_match),
        }
        return render(self.request, template, names | context, status=status)

    def has_role(self, *roles: str) -> bool:
        """Whether the visitor has one of these roles at this library."""
        return has_role(self.user, self.library, *roles)

    @property
    def opens_admin(self) -> bool:
        return self.has_role(*ADMIN_ROLES)


def visit_of(request: HttpRequest) -> Visit | None:
    """The visit, when the person who asks works at the library of this address."""
    library = library_for_request(request)
    user = cast("User", request.user)
    if library is None or not has_role(user, library):
        return None
    return Visit(request, library, user)


def for_members(*roles: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let in who works at the library of this address (in one of ``roles``, when given) and hand the view a ``Visit``.

    Who did not sign in is sent to do so before anything is looked up, so that an address tells a stranger nothing.
    Who works elsewhere, or in another role, finds nothing here.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @never_cache
        @wraps(view)
        def check(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), resolve_url("account_login"))
            if library_for_request(request) is None:
                raise Http404
            if not memberships_of(request.user):
                context = {"library": library_for_request(request)}
                return render(request, "netwerk/door/intranet/no_membership.html", context, status=403)
            visit = visit_of(request)
            if visit is None or (roles and not has_role(visit.user, visit.library, *roles)):
                raise Http404
            return view(visit, *args, **kwargs)

        return check

    return decorate
