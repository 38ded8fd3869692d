"""The personal data of accounts: how it is found and how it ends."""

from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from home.persons.registry import Holding
from home.staff.services import ERASED_HOST, erase_account
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Membership
from home.tenant.users.models import User


def held() -> QuerySet[User]:
    """Accounts of somebody."""
    return User.objects.exclude(email__endswith=f"@{ERASED_HOST}")


def over(at: datetime) -> QuerySet[User]:
    """Accounts without a role anywhere that nobody used for longer than they are kept."""
    unused = held().filter(memberships=None, is_superuser=False).annotate(used_at=Coalesce("last_login", "date_joined"))
    return unused.filter(used_at__lt=at - User.personal_data.retention)


def counts_from(user: User) -> date | None:
    """The last day on which it was used, when it has no role any more."""
    if user.memberships.exists():
        return None
    return timezone.localdate(user.last_login or user.date_joined)


def refuse(*, row: User, library: Any) -> str:
    """A library ends accounts of its own; not one that works elsewhere too, nor its last administrator."""
    if row.memberships.exclude(library=library).exists():
        return _("%(name)s works elsewhere too. Ask the network to erase the account.") % {"name": row}
    administrators = Membership.objects.filter(library=library, role=Role.LIBRARY_ADMINISTRATOR, user__is_active=True)
    if administrators.filter(user=row).exists() and not administrators.exclude(user=row).exists():
        return _("%(name)s is the only administrator of your library. Appoint another one first.") % {"name": row}
    return ""


HOLDINGS = (
    Holding(
        model=User,
        library="memberships__library",
        held=held,
        over=over,
        end=lambda row: erase_account(user=row),
        counts_from=counts_from,
        names=("first_name", "last_name"),
        emails=("email",),
        refuse=refuse,
    ),
)
