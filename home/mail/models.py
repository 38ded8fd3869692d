"""The outbox."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.users.registry import PersonalData


class OutboxMessage(models.Model):
    """One mail in the language of its recipient; text and address are emptied when the retention is over."""

    personal_data = PersonalData(purpose=_("reach the recipient"), ground=_("agreement"), retention=timedelta(days=30))

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+")
    recipient = models.EmailField(_("recipient"))
    language = models.CharField(_("language"), max_length=12)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    failures = models.PositiveSmallIntegerField(_("failed attempts"), default=0)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"mail {self.pk}"
