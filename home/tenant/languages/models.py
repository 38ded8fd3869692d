"""Which translations nobody read yet."""

from django.db import models


class MachineDraft(models.Model):
    """A translation in which readers see sentences that a computer made and nobody read.

    A row beside the page, not a column of each page type: one read of many pages, whatever their types, tells it.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="machine_draft"
    )

    # Wagtail would count the row as a use of the page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "machine draft"
        verbose_name_plural = "machine drafts"

    def __str__(self) -> str:
        return f"{self.page_id}"
