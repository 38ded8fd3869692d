"""Writes of agreements, and of their files."""

from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction

from home.tenant.libraries.models import Library
from netwerk.floor.agreements.models import Agreement


@transaction.atomic
def save_agreement(
    *, library: Library, uuid: UUID, title: str, summary: str, filename: str, content: bytes
) -> Agreement:
    """Keep an agreement with its private file; a receiver removes the file that it replaces."""
    agreement = Agreement.objects.filter(library=library, uuid=uuid).first() or Agreement(library=library, uuid=uuid)
    agreement.title, agreement.summary = title, summary
    agreement.file.save(filename, ContentFile(content), save=False)
    agreement.full_clean(exclude=["library"])
    agreement.save()
    return agreement


def remove_file(*, agreement: Agreement, name: str) -> None:
    """Remove a file that no row names any more, when the transaction is committed."""
    storage = agreement.file.storage
    transaction.on_commit(lambda: storage.delete(name))
