"""Reads of series alone."""

import uuid
from collections.abc import Iterable
from datetime import date, time
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from plein.offer.places.choices import Reason
from plein.programme.timetable.choices import ChangeKind, Frequency, MonthWeek, OnClosedDay
from plein.programme.timetable.recurrence import Rule, Times, exists, missing_time, sentence
from plein.programme.timetable.times import TimesField


def companions(series: QuerySet[Any], partner_slug: str, fields: Iterable[str]) -> list[dict[str, Any]]:
    """What offers belong to beside their own theme and partner, and who has this slug. One query.

    Each row names an ``offer_id``, a further theme or none, a further partner or none, and the offer's own partner,
    the last two with these fields. Without a companion an offer is only there for the partner asked for.
    """
    wanted = Q(offer__also_themes__isnull=False) | Q(offer__also_partners__isnull=False)
    if partner_slug:
        wanted |= Q(offer__partner__slug=partner_slug)
    paths = ("offer__also_partners", "offer__partner")
    columns = [f"{path}__{name}" for path in paths for name in ("pk", "live", *fields)]
    return list(series.filter(wanted).values("offer_id", "offer__also_themes", *columns).distinct())


MOST_WEEKS = 52
MOST_TIMES = 400
FIRST_YEAR, LAST_YEAR = 2000, 2099


class Series(models.Model):
    """Something that returns by a rule, at wall-clock times.

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
    frequency = models.CharField(_("returns"), max_length=8, choices=Frequency, default=Frequency.WEEKLY)
    starts_on = models.DateField(_("first day"))
    start_time = models.TimeField(_("from"))
    end_time = models.TimeField(_("until"))
    also_at = TimesField(
        _("and at these times on the same day"),
        help_text=_("One on a line, for example 14.00 - 16.00."),
    )
    interval = models.PositiveSmallIntegerField(
        _("every how many weeks or months"), default=1, help_text=_("1 is every one, 2 every second one.")
    )
    month_week = models.SmallIntegerField(
        _("which one in the month"),
        choices=MonthWeek,
        default=MonthWeek.FIRST,
        help_text=_("Only for what returns every month. The weekday is that of the first day."),
    )
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    count = models.PositiveSmallIntegerField(
        _("number of times"),
        null=True,
        blank=True,
        help_text=_("Instead of a last day. Days that are skipped count too."),
    )
    is_term_time_only = models.BooleanField(_("not in the school holidays"), default=False)
    on_closed_day = models.CharField(
        _("on a day on which the plein is closed"), max_length=8, choices=OnClosedDay, default=OnClosedDay.CLOSED
    )
    # Who is there: public names only, in turns, each agreed to by the person; see ``people_on`` for the keys.
    people = models.JSONField(default=list, editable=False)
    # Last day of the rule, so that the database can leave out what is over; none when it goes on.
    last_day = models.DateField(null=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["starts_on", "start_time"]
        indexes = [models.Index(fields=["last_day", "starts_on"], name="series_days")]

    def __str__(self) -> str:
        return f"{self.offer} {self.starts_on} {self.start_time:%H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.last_day = self.rule.last_day
        super().save(*args, **kwargs)

    @property
    def rule(self) -> Rule:
        """When it returns."""
        return Rule(self.frequency, self.starts_on, self.interval, self.month_week, self.ends_on, self.count)

    def when(self) -> str:
        """The rule as a sentence in the active language, for lists."""
        return sentence(self.rule, self.times, get_language() or "nl")

    when.short_description = _("when")  # type: ignore[attr-defined]  # how Django names a column

    @property
    def times(self) -> list[Times]:
        """The sessions of one day, in order."""
        return sorted([(self.start_time, self.end_time), *self.also_at])

    def clean(self) -> None:
        errors: dict[str, Any] = {}
        if self.start_time and self.end_time and self.end_time <= self.start_time:
            errors["end_time"] = _("The end is before the start.")
        elif self.start_time and self.end_time and _overlap(self.times):
            errors["also_at"] = _("Two of the times overlap.")
        errors |= self._day_errors()
        if self.interval is not None and not 1 <= self.interval <= MOST_WEEKS:
            errors["interval"] = _("Give a number between 1 and 52.")
        if (
            not errors
            and self.starts_on
            and (gap := missing_time(self.rule, self.times, timezone.get_current_timezone_name()))
        ):
            errors["start_time"] = _missing_sentence(*gap)
        if errors:
            raise ValidationError(errors)

    def _day_errors(self) -> dict[str, Any]:
        errors: dict[str, Any] = {}
        for name in ("starts_on", "ends_on"):
            day = getattr(self, name)
            if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                errors[name] = _("Give a year between 2000 and 2099.")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("The last day is before the first day.")
        if self.count is not None and self.ends_on:
            errors["count"] = _("Give a last day or a number of times, not both.")
        elif self.count is not None and not 1 <= self.count <= MOST_TIMES:
            errors["count"] = _("Give a number of times between 1 and 400. For longer, leave it empty.")
        return errors


class Change(models.Model):
    """What happens to one session, found by the day and time at which it would have been."""

    # A calendar brings hundreds of sessions at once, and its series already stands in the usage of a page.
    wagtail_reference_index_ignore = True

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="changes", verbose_name=_("series"))
    original_date = models.DateField(_("day of the session"), db_index=True)
    original_time = models.TimeField(
        _("time of the session"),
        blank=True,
        help_text=_("Only when the series has several times on a day, or for an extra session."),
    )
    kind = models.CharField(_("what happens"), max_length=12, choices=ChangeKind)
    new_date = models.DateField(_("new day"), null=True, blank=True, db_index=True)
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
    new_partner = models.ForeignKey(
        "plein.PartnerPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner who does it"),
    )
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, default=Reason.OTHER)
    # The key of the session in the calendar that it was taken from, empty when an editor made it.
    external_key = models.CharField(max_length=200, blank=True, default="", editable=False)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-original_date", "original_time"]
        constraints = [
            models.UniqueConstraint(fields=["series", "original_date", "original_time"], name="one_change_per_session")
        ]

    def __str__(self) -> str:
        return f"{self.original_date} {self.get_kind_display()}"

    def clean(self) -> None:
        if self.series_id is None:
            return
        if self.original_time is None:
            self.original_time = self.series.start_time
        if self.kind == ChangeKind.MOVED and not (self.new_date or self.new_start or self.new_room_id):
            raise ValidationError(_("Give a new day, a new time or a new room."))
        if self.kind == ChangeKind.REPLACED and not self.new_partner_id:
            raise ValidationError({"new_partner": _("Choose the partner who does it.")})
        if self.kind == ChangeKind.EXTRA and not self.new_end:
            raise ValidationError({"new_end": _("Give the time until which the extra session goes on.")})
        if self.kind in {ChangeKind.MOVED, ChangeKind.EXTRA}:
            self._check_times()

    def _check_times(self) -> None:
        start, end = self.times
        if end <= start:
            raise ValidationError({"new_end": _("The end is before the start.")})
        day = self.new_date or self.original_date
        for name, clock in (("new_start", start), ("new_end", end)):
            if day and not exists(day, clock, timezone.get_current_timezone_name()):
                raise ValidationError({name: _missing_sentence(day, clock)})

    @property
    def times(self) -> Times:
        """The times of the session as changed. A move without new times keeps those of the session."""
        ends = dict(self.series.times)
        start = self.new_start or self.original_time
        return start, self.new_end or ends.get(self.original_time, self.series.end_time)


def _overlap(times: list[Times]) -> bool:
    return any(start < earlier_end for (_start, earlier_end), (start, _end) in pairwise(times))


def _missing_sentence(day: date, clock: time) -> str:
    return _("On %(day)s there is no %(time)s: summer time begins that night. Choose another time.") % {
        "day": date_format(day),
        "time": time_format(clock),
    }
