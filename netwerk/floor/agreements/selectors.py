"""Agreements, always of one library."""

from uuid import UUID

from django.db.models import QuerySet

from home.tenant.libraries.models import Library
from netwerk.floor.agreements.models import Agreement


def agreements_of(library: Library) -> QuerySet[Agreement]:
    """The agreements of one library."""
    return Agreement.objects.filter(library=library)


def agreement_of(library: Library, uuid: UUID) -> Agreement | None:
    """One agreement, when it is this library's."""
    return agreements_of(library).filter(uuid=uuid).first()
