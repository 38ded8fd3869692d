"""Reads of events, and who welcomes you there: the public row, holding only what the person agreed to show."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageQuerySet

from home.site.pages.fields import CodeListField
from home.site.pages.presenters import PAGE_FIELDS
from home.tenant.languages import known
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from home.tenant.users.sign_in_words import PersonalData

# What cards and calendars show; the texts of whole pages stay where they are.
NEEDED = (
    *PAGE_FIELDS,
    *(f"{page}__{name}" for page in ("plein", "theme") for name in PAGE_FIELDS),
    *("date", "start_time", "end_time", "place", "entry", "languages", "children", "status", "reason", "scene"),
    *("latest_revision", "picture", "room__name", "plein__street", "plein__city", "theme__hue", "theme__pictogram"),
)


class EventQuerySet(PageQuerySet):
    """Event pages."""

    def shown(self, library: Library) -> "EventQuerySet":
        """Live events of a library with what the programme shows of them; their cards fetch the welcomers."""
        rows = live_sources(self, library)
        return rows.select_related("plein", "room", "theme", "picture").only(*NEEDED)


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
