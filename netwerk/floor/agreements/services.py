"""Writes of agreements, and of their files."""

from typing import Any
from uuid import UUID

from django.core.files import File
from django.db import transaction

from home.tenant.gate.writing import found, write
from home.tenant.libraries.models import Library
from netwerk.floor.agreements.models import Agreement


@transaction.atomic
def save_agreement(
    *, library: Library, file: File, row: Agreement | None = None, uuid: UUID | None = None, **facts: Any
) -> Agreement:
    """Keep an agreement with its private file: ``row``, else the one with this ``uuid``. A file that it replaces goes.

    ``facts``: ``title`` and ``summary``. Raises ``ValidationError`` with a sentence per field.
    """
    row = row or found(Agreement, library=library, uuid=uuid)
    before = Agreement.objects.filter(pk=row.pk).values_list("file", flat=True).first()
    write(row, library=library, file=file, **facts)
    if before and before != row.file.name:
        _remove_file(row, before)
    return row


@transaction.atomic
def delete_agreement(*, row: Agreement) -> None:
    """Throw an agreement away, with its file."""
    row.delete()
    if row.file.name:
        _remove_file(row, row.file.name)


def _remove_file(agreement: Agreement, name: str) -> None:
    """Remove a file that no row names any more, when the transaction is committed."""
    storage = agreement.file.storage
    transaction.on_commit(lambda: storage.delete(name))
