"""Reads: who works at a library, and what its administrator may change about them."""

from dataclasses import dataclass

from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library, Membership
from home.tenant.users.models import User

# A library administrator hands out what holds at her own library, and nothing wider.
GRANTABLE_ROLES = tuple(role for role in Role if role != Role.NETWORK_ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One account with its roles at this library."""

    user: User
    roles: list[str]
    labels: list[str]
    is_of_network: bool
    is_elsewhere: bool


def colleagues(library: Library, user_id: int | None = None) -> list[Colleague]:
    """Everybody with a role at this library (or the one asked for), by name. Two queries."""
    here = Membership.objects.filter(library=library).values("user_id")
    rows = Membership.objects.filter(user_id__in=here).select_related("user").order_by("pk")
    if user_id is not None:
        rows = rows.filter(user_id=user_id)
    by_user: dict[int, list[Membership]] = {}
    for row in rows:
        by_user.setdefault(row.user_id, []).append(row)
    found = [_colleague(library, given) for given in by_user.values()]
    return sorted(found, key=lambda one: (one.user.last_name.casefold(), one.user.first_name.casefold()))


def _colleague(library: Library, rows: list[Membership]) -> Colleague:
    own = [row for row in rows if row.library_id == library.pk]
    return Colleague(
        user=rows[0].user,
        roles=[row.role for row in own],
        labels=[str(row.get_role_display()) for row in own],
        is_of_network=any(row.role == Role.NETWORK_ADMINISTRATOR for row in rows),
        is_elsewhere=any(row.library_id != library.pk for row in rows),
    )
