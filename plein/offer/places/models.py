"""Rows that belong to a plein and take effect when saved, in every language at once."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from home.site.pages.fields import CodeListField
from plein.offer.places.choices import Facility, Reason, Stops, Weekday


def facility_codes() -> list[tuple[str, str]]:
    """The facilities to tick."""
    return list(Facility.choices)


class Room(models.Model):
    """A room or table of the plein."""

    plein = models.ForeignKey(
        "plein.PleinPage", on_delete=models.CASCADE, related_name="rooms", verbose_name=_("plein")
    )
    name = models.CharField(_("name on the door"), max_length=60)
    facilities = CodeListField(_("what is there"), codes=facility_codes)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class OpeningHours(models.Model):
    """A time on a weekday at which the plein is open."""

    plein = models.ForeignKey(
        "plein.PleinPage", on_delete=models.CASCADE, related_name="opening_hours", verbose_name=_("plein")
    )
    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens = models.TimeField(_("opens at"))
    closes = models.TimeField(_("closes at"))

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens"]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"

    def clean(self) -> None:
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("The closing time is before the opening time.")})


class Closure(models.Model):
    """Days on which the plein is closed, or on which the schools are: then only what follows the schools stops."""

    plein = models.ForeignKey(
        "plein.PleinPage", on_delete=models.CASCADE, related_name="closures", verbose_name=_("plein")
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    stops = models.CharField(_("what stops"), max_length=12, choices=Stops, default=Stops.EVERYTHING)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, default=Reason.HOLIDAY)

    class Meta:
        verbose_name = _("closure or school holiday")
        verbose_name_plural = _("closures and school holidays")
        ordering = ["first_day"]

    def __str__(self) -> str:
        return f"{self.first_day} - {self.last_day}"

    def clean(self) -> None:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first day.")})
