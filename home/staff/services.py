"""Writes that a library administrator makes. Each holds to her own library, whatever the form says."""

from collections.abc import Iterable, Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from home.mail.kinds import Facts, Maker
from home.mail.services import queue_mail
from home.staff.mails import INVITATION
from home.staff.selectors import GRANTABLE_ROLES, Colleague
from home.tenant.libraries.models import Library, Membership
from home.tenant.libraries.selectors import language_codes
from home.tenant.libraries.services import grant, revoke, switch_off_language, switch_on_language
from home.tenant.users.models import User
from home.tenant.users.services import create_user

# An erased account has an address there: no mail can ever go to it.
ERASED_HOST = "erased.invalid"


@transaction.atomic
def add_colleague(
    *, library: Library, email: str, first_name: str, last_name: str, roles: Iterable[str], job_title: str = ""
) -> User:
    """Make an account with roles at this library and mail how to choose a password.

    Raises ``ValidationError`` when the address has an account of somebody with a role anywhere: joining two
    libraries, or renaming somebody else's colleague, is for the network.
    """
    if (
        Membership.objects.filter(user__email__iexact=email).exists()
        or User.objects.filter(email__iexact=email, is_superuser=True).exists()
    ):
        raise ValidationError({"email": _("This address has an account already. Ask the network to add it here.")})
    user = create_user(email=email, first_name=first_name, last_name=last_name, job_title=job_title)
    set_roles(library=library, user=user, roles=roles)
    _invite(library, user)
    return user


@transaction.atomic
def change_colleague(*, library: Library, colleague: Colleague, roles: Iterable[str], **facts: str) -> None:
    """Set roles at this library; name and function only of who works nowhere else."""
    if colleague.is_of_network:
        raise PermissionDenied
    user = colleague.user
    if not colleague.is_elsewhere:
        for name in ("first_name", "last_name", "job_title"):
            setattr(user, name, facts.get(name, getattr(user, name)))
        user.save(update_fields=["first_name", "last_name", "job_title"])
    set_roles(library=library, user=user, roles=roles)


@transaction.atomic
def set_roles(*, library: Library, user: User, roles: Iterable[str]) -> None:
    """Give exactly these roles at this library; roles at other libraries stay as they are."""
    wanted = set(roles)
    if not wanted <= set(GRANTABLE_ROLES):
        raise PermissionDenied
    for membership in Membership.objects.filter(library=library, user=user).exclude(role__in=wanted):
        revoke(membership=membership)
    for role in sorted(wanted):
        grant(user=user, role=role, library=library)


@transaction.atomic
def set_languages(*, library: Library, codes: Iterable[str]) -> None:
    """Show these languages beside the main one, and no other. Translations of a language switched off are kept."""
    wanted, shown = set(codes), set(language_codes(library)) - {library.main_language}
    for code in sorted(wanted - shown - {library.main_language}):
        switch_on_language(library=library, code=code)
    for code in sorted(shown - wanted):
        switch_off_language(library=library, code=code)


@transaction.atomic
def update_library(*, library: Library, **facts: Any) -> None:
    """Change name, address and house style; site, slug and main language are the network's."""
    for name, value in facts.items():
        setattr(library, name, value)
    library.full_clean()
    library.save(update_fields=list(facts))


@transaction.atomic
def erase_account(*, user: User) -> None:
    """Take every role from an account and empty what says whose it was. It stays as a number under what she did."""
    for membership in Membership.objects.filter(user=user):
        revoke(membership=membership)
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    UserProfile.objects.filter(user=user).delete()
    user.email = user.username = f"{user.pk}@{ERASED_HOST}"
    user.first_name = user.last_name = user.job_title = ""
    user.is_active = False
    user.last_login = None
    user.set_unusable_password()
    user.save()


def _invite(library: Library, user: User) -> None:
    """Mail where a password is chosen, in the library's main language."""
    queue_mail(
        library=library,
        recipient=user.email,
        language=library.main_language,
        key=INVITATION.key,
        about={"user": user.pk},
    )


def invitation_values(about: Facts, _language: str) -> Mapping[str, str] | None:
    """What is filled in for a new colleague."""
    user = User.objects.filter(pk=about["user"], is_active=True).first()
    if user is None:
        return None
    link = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('account_reset_password')}"
    return {"name": user.first_name, "link": link}


MAKERS: dict[str, Maker] = {INVITATION.key: invitation_values}
