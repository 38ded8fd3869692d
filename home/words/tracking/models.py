"""The words a page was published with, or made from; and changes that were small."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class WordsSnapshot(models.Model):
    """The words of a source page when last published; of a translation: those it was made from.

    The only place that knows. A row beside the page, so that one read of many pages, whatever their types, tells it.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="words_snapshot", verbose_name=_("page")
    )
    # As they come out of the page, inline mark-up included.
    segments = models.JSONField(_("sentences"), default=list)
    # On a translation the hash of the source's words that it counts as valid for: its own, or those of a small change.
    digest = models.CharField(_("hash"), max_length=64)
    made_on = models.DateTimeField(_("made on"))
    outdated_since = models.DateTimeField(_("outdated since"), null=True, blank=True)

    # Wagtail would count the row as a use of the page.
    wagtail_reference_index_ignore = True

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
