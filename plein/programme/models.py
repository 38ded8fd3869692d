"""Series and the changes to one session. Stored as local date, time and zone; see RFC 5545 for the idea."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.places.choices import Reason
from plein.programme.choices import ChangeKind

ZONE = "Europe/Amsterdam"


class Series(models.Model):
    """Something that returns every week or every so many weeks, at a wall-clock time.

    A key to the source page of the offer, never a child of it: the translation package would copy it to
    every language, and a cancelled session must be cancelled in all of them.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    offer = models.ForeignKey(
        "plein.OfferPage", on_delete=models.CASCADE, related_name="series", verbose_name=_("offer")
    )
    plein = models.ForeignKey(
        "plein.PleinPage", on_delete=models.PROTECT, related_name="series", verbose_name=_("plein")
    )
    room = models.ForeignKey(
        "plein.Room",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="series",
        verbose_name=_("room"),
    )
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    start_time = models.TimeField(_("from"))
    end_time = models.TimeField(_("until"))
    interval_weeks = models.PositiveSmallIntegerField(
        _("every how many weeks"), default=1, help_text=_("1 is every week, 2 every second week.")
    )
    zone = models.CharField(max_length=40, default=ZONE, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["starts_on", "start_time"]

    def __str__(self) -> str:
        return f"{self.offer} {self.starts_on} {self.start_time:%H:%M}"

    def clean(self) -> None:
        errors = {}
        if self.start_time and self.end_time and self.end_time <= self.start_time:
            errors["end_time"] = _("The end is before the start.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("The last day is before the first day.")
        if self.interval_weeks is not None and not 1 <= self.interval_weeks <= 52:  # noqa: PLR2004 - weeks in a year
            errors["interval_weeks"] = _("Give a number of weeks between 1 and 52.")
        if errors:
            raise ValidationError(errors)


class Change(models.Model):
    """What happens to one session, found by the day it would have been on."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="changes", verbose_name=_("series"))
    original_date = models.DateField(_("day of the session"))
    kind = models.CharField(_("what happens"), max_length=12, choices=ChangeKind)
    new_date = models.DateField(_("new day"), null=True, blank=True)
    new_start = models.TimeField(_("new time, from"), null=True, blank=True)
    new_end = models.TimeField(_("new time, until"), null=True, blank=True)
    new_room = models.ForeignKey(
        "plein.Room",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("new room"),
    )
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, default=Reason.OTHER)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-original_date"]
        constraints = [models.UniqueConstraint(fields=["series", "original_date"], name="one_change_per_session")]

    def __str__(self) -> str:
        return f"{self.original_date} {self.get_kind_display()}"

    def clean(self) -> None:
        if self.kind != ChangeKind.MOVED or self.series_id is None:
            return
        if not (self.new_date or self.new_start or self.new_room_id):
            raise ValidationError(_("Give a new day, a new time or a new room."))
        start = self.new_start or self.series.start_time
        end = self.new_end or self.series.end_time
        if end <= start:
            raise ValidationError({"new_end": _("The end is before the start.")})
