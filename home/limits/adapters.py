"""Our limits at the place where the sign-in package asks whether a password may be tried."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from home.limits.addresses import client_address
from home.limits.presenters import wait_sentence
from home.limits.services import NO_WAIT, attempt, forget, give_back
from home.limits.sign_in import FROM_NETWORK, PASSWORD
from home.tenant.users.services import PortalAccountAdapter


class LimitedAccountAdapter(PortalAccountAdapter):
    """Passwords are tried a few times freely, then with growing pauses: for one account from one network, and in all.

    Both the page to sign in and the one on which somebody confirms who she is come through here.
    """

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        account = _account(credentials)
        wait = attempt(limit=PASSWORD, request=request, account=account)
        if wait == NO_WAIT:
            wait = attempt(limit=FROM_NETWORK, request=request)
        if wait > NO_WAIT:
            raise ValidationError(wait_sentence(wait), code="too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        user = super().authenticate(request, **credentials)
        if user:
            forget(limit=PASSWORD, request=request, account=_account(credentials))
            # Not forgotten: who has one password may be guessing the others.
            give_back(limit=FROM_NETWORK, request=request)
        return user


def _account(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("username") or "")
