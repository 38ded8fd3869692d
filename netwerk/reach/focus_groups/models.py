"""A session with its participants and what came of it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from home.site.pages.fields import CodeListField
from netwerk.reach.focus_groups.choices import safe_start


class FocusGroup(ClusterableModel):
    """One session. Who took part is known by code only; outcomes carry no names."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    title = models.CharField(_("title"), max_length=100)
    date = models.DateField(_("day"))
    is_month_only = models.BooleanField(
        _("only the month is known"), default=False, help_text=_("Then the day is not shown anywhere.")
    )
    topics = models.TextField(_("topics"), help_text=_("One question on each line, in the order of the talk."))
    safe_start = CodeListField(_("a safe start"), codes=safe_start, help_text=_("Tick what you did or will do."))
    safe_start_note = models.TextField(_("how we started"), blank=True, help_text=_("One thing on each line."))
    invitation = models.CharField(
        _("invitation"),
        max_length=200,
        blank=True,
        help_text=_("How people were asked, and how day, time and place were confirmed in their own language."),
    )
    key_people = ParentalManyToManyField(
        "netwerk_people.KeyPerson", blank=True, related_name="+", verbose_name=_("key people")
    )
    trajectory = models.ForeignKey(
        "netwerk_reach.Trajectory",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="focus_groups",
        verbose_name=_("trajectory"),
    )
    event = models.ForeignKey(
        "plein.EventPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("event it leads to"),
    )

    class Meta:
        verbose_name = _("focus group")
        verbose_name_plural = _("focus groups")
        ordering = ["-date", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def topic_list(self) -> list[str]:
        return self.topics.splitlines()


class Outcome(models.Model):
    """What was said, and the need that follows from it."""

    focus_group = ParentalKey(FocusGroup, on_delete=models.CASCADE, related_name="outcomes")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    text = models.CharField(_("what people said"), max_length=300, help_text=_("Without names."))
    need = models.CharField(
        _("need"), max_length=200, blank=True, help_text=_("What somebody needs, not yet what we offer.")
    )

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"outcome {self.pk}"
