"""Who welcomes you: the public row, holding only what the person agreed to show."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from home.site.pages.fields import CodeListField
from home.tenant.languages import known
from home.tenant.users.sign_in_words import PersonalData


class Welcomer(models.Model):
    """A person named on an event page. Written by one service of the internal area, deleted at withdrawal.

    ``source_key`` is a random key that says nothing about the person.
    """

    personal_data = PersonalData(
        purpose=_("A familiar name at the door."),
        ground=_("Consent of the person."),
        retention=timedelta(days=30),
        fields=("name", "languages"),
    )

    event = models.ForeignKey(
        "plein.EventPage", on_delete=models.CASCADE, related_name="welcomers", verbose_name=_("event")
    )
    source_key = models.UUIDField(editable=False)
    name = models.CharField(_("first name"), max_length=60)
    languages = CodeListField(_("languages"), codes=known.choices)

    class Meta:
        verbose_name = _("welcomer")
        verbose_name_plural = _("welcomers")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "source_key"], name="one_welcomer_per_event")]

    def __str__(self) -> str:
        return f"welcomer {self.pk}"
