"""Writes on accounts, and the rules of signing in."""

from allauth.account.adapter import DefaultAccountAdapter
from django.db import transaction
from django.http import HttpRequest

from home.tenant.users.models import User


class PortalAccountAdapter(DefaultAccountAdapter):
    """Accounts are made by the library, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


@transaction.atomic
def create_user(
    *, email: str, first_name: str, last_name: str, password: str | None = None, job_title: str = ""
) -> User:
    """Make an account, or bring the names of the existing one up to date; the password is only set anew when given."""
    user = User.objects.filter(email__iexact=email).first() or User(email=email.lower())
    user.username = email.lower()
    user.first_name, user.last_name, user.job_title = first_name, last_name, job_title
    if password:
        user.set_password(password)
    elif not user.pk:
        user.set_unusable_password()
    user.save()
    return user
