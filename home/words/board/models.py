"""The words a page was published with, changes that were small, and how often pages are read."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class WordsSnapshot(models.Model):
    """The words of a source page when last published; of a translation: those it was made from."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    # As they come out of the page, inline mark-up included. Empty when they were not known any more.
    segments = models.JSONField(_("sentences"), default=list)
    # On a translation the hash of the source's words that it counts as valid for: its own, or those of a small change.
    digest = models.CharField(_("hash"), max_length=64)
    made_on = models.DateTimeField(_("made on"))
    outdated_since = models.DateTimeField(_("outdated since"), null=True, blank=True)

    class Meta:
        verbose_name = _("words of a page")
        verbose_name_plural = _("words of pages")

    def __str__(self) -> str:
        return str(self.page_id)


class SmallChange(models.Model):
    """Somebody judged that a change of the source leaves this translation right."""

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="+", verbose_name=_("translation")
    )
    made_from = models.CharField(_("words it was made from"), max_length=64)
    valid_for = models.CharField(_("words it is right for"), max_length=64)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("judged by")
    )
    judged_on = models.DateTimeField(_("judged on"))

    class Meta:
        verbose_name = _("small change")
        verbose_name_plural = _("small changes")
        ordering = ["-judged_on", "-pk"]

    def __str__(self) -> str:
        return str(self.page_id)


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
