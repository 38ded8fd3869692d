"""The forms of the sign-in package with our limits before their own checks. What was typed stays in the form."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordForm, ResetPasswordKeyForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.exceptions import ValidationError

from home.limits.presenters import wait_sentence
from home.limits.registry import Limit
from home.limits.services import NO_WAIT, attempt, forget
from home.limits.sign_in import CODE, NEW_PASSWORD, PASSWORD, RESET, RESETS


def _require(limit: Limit, account: str = "") -> None:
    """Count one attempt; ``ValidationError`` with how long to wait when it comes too soon."""
    wait = attempt(limit=limit, request=context.request, account=account)
    if wait > NO_WAIT:
        raise ValidationError(wait_sentence(wait), code="rate_limited")


class LimitedResetForm(ResetPasswordForm):
    """Asks for a link. The answer is the same whether the account exists or not, and so is the wait."""

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        _require(RESETS)
        _require(RESET, email)
        return super().clean_email()


class LimitedResetKeyForm(ResetPasswordKeyForm):
    """Chooses a new password by a link; who does so need not wait to sign in with it."""

    def clean(self) -> dict[str, Any]:
        _require(NEW_PASSWORD)
        return super().clean()

    def save(self) -> None:
        super().save()
        forget(limit=PASSWORD, request=context.request, account=self.user.email)


class LimitedChangeForm(ChangePasswordForm):
    """Changes a password; the old one is a guess like any other."""

    def clean_oldpassword(self) -> str:
        _require(PASSWORD, self.user.email)
        typed = super().clean_oldpassword()
        forget(limit=PASSWORD, request=context.request, account=self.user.email)
        return typed


class LimitedCode:
    """A form that asks for the figures of an app."""

    def clean_code(self) -> str:
        _require(CODE, self.user.email)
        code = super().clean_code()
        forget(limit=CODE, request=context.request, account=self.user.email)
        return code


class LimitedAuthenticateForm(LimitedCode, AuthenticateForm):
    """The second step of signing in."""


class LimitedReauthenticateForm(LimitedCode, ReauthenticateForm):
    """Confirming who one is."""


class LimitedActivateForm(LimitedCode, ActivateTOTPForm):
    """Switching the app on."""
