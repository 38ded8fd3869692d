"""A file that an agreement no longer names does not stay behind."""

from typing import Any

from netwerk.floor.agreements.models import Agreement
from netwerk.floor.agreements.services import remove_file


def on_agreement_deleted(sender: type[Agreement], instance: Agreement, **_kwargs: Any) -> None:
    """The file goes with the row."""
    if instance.file.name:
        remove_file(agreement=instance, name=instance.file.name)


def on_agreement_saving(sender: type[Agreement], instance: Agreement, **_kwargs: Any) -> None:
    """A new file replaces the old one, also when it comes from a form in the admin."""
    if not instance.pk:
        return
    before = Agreement.objects.filter(pk=instance.pk).values_list("file", flat=True).first()
    if before and before != instance.file.name:
        remove_file(agreement=instance, name=before)
