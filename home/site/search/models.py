"""What the search page reads of each page."""

from django.db import models

LONGEST_EDITION = 16


class SearchText(models.Model):
    """The words of a page as it was last published, ready to be compared.

    Whose page it is, in which language and whether it is live is asked of the page itself, every time.
    """

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="+")
    sentences = models.TextField()
    # Each word without accents: how it was written, its weight, its stems.
    words = models.JSONField(default=dict)
    # By which rules they were written down; other rules need them anew.
    edition = models.CharField(max_length=LONGEST_EDITION, default="", editable=False)

    # Wagtail would count the row as a use of the page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "search text"
        verbose_name_plural = "search texts"

    def __str__(self) -> str:
        return f"{self.page_id}"
