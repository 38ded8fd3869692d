"""How often pages are read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageReads(models.Model):
    """How often a page was opened in a language on a day. Nothing is known of who read it."""

    translation_key = models.UUIDField(_("page"))
    language = models.CharField(_("language"), max_length=12)
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("times read"), default=0)

    class Meta:
        verbose_name = _("reads of a page")
        verbose_name_plural = _("reads of pages")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language", "day"], name="one_row_per_page_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.language} {self.day}"
