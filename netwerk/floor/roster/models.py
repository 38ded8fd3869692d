"""Turns, and what becomes of the sessions that somebody misses."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.tenant.users.sign_in_words import PersonalData
from netwerk.floor.roster.choices import MOST_INTERVAL, PUBLIC_WEEKS_BACK, AbsenceReason, Answer, GapState
from netwerk.people.workers.models import Worker


class Turn(models.Model):
    """Somebody holds the sessions of a series, every so many weeks: several turns on one series make a rotation."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="turns", verbose_name=_("worker"))
    series = models.ForeignKey(
        "plein.Series", on_delete=models.CASCADE, related_name="+", verbose_name=_("series of sessions")
    )
    first_day = models.DateField(_("first day"), default=timezone.localdate)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    interval = models.PositiveSmallIntegerField(
        _("every how many weeks"),
        default=1,
        help_text=_("1 is every week. Two people who take turns both have 2, with first days a week apart."),
    )

    class Meta:
        verbose_name = _("turn")
        verbose_name_plural = _("turns")
        ordering = ["series", "first_day", "pk"]

    def __str__(self) -> str:
        return f"{self.worker} {self.first_day}"

    def clean(self) -> None:
        errors = {}
        if self.first_day and self.last_day and self.last_day < self.first_day:
            errors["last_day"] = _("The last day is before the first day.")
        if self.interval is not None and not 1 <= self.interval <= MOST_INTERVAL:
            errors["interval"] = _("Give a number between 1 and 52.")
        if errors:
            raise ValidationError(errors)


class Absence(models.Model):
    """Somebody cannot come. Why is nobody's business but hers and the planner's, and is soon forgotten."""

    personal_data = PersonalData(
        purpose=_("Finding somebody who stands in, and telling visitors in time."),
        ground=_("Agreement with the library or the partner."),
        retention=timedelta(weeks=PUBLIC_WEEKS_BACK),
        fields=("first_day", "last_day", "reason", "reported_at"),
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="absences", verbose_name=_("worker"))
    first_day = models.DateField(_("from"))
    last_day = models.DateField(_("until"))
    reason = models.CharField(_("reason"), max_length=8, choices=AbsenceReason)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    reported_at = models.DateTimeField(_("reported"), auto_now_add=True)

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["-first_day", "-pk"]

    def __str__(self) -> str:
        return f"absence {self.pk}"

    def clean(self) -> None:
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first day.")})


class Swap(models.Model):
    """Two people exchange a session each; it counts when the other agrees."""

    personal_data = PersonalData(
        purpose=_("Knowing who holds which session, and who can stand in."),
        ground=_("Agreement with the library or the partner."),
        retention=timedelta(weeks=PUBLIC_WEEKS_BACK),
        fields=("day", "other_day", "answer", "asked_at", "answered_at"),
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    giver = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+")
    series = models.ForeignKey("plein.Series", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    taker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+")
    other_series = models.ForeignKey("plein.Series", on_delete=models.CASCADE, related_name="+")
    other_day = models.DateField()
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("swap")
        verbose_name_plural = _("swaps")
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"swap {self.pk}"


class Gap(models.Model):
    """The sessions of one series on one day that somebody misses, and what becomes of them."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    absence = models.ForeignKey(Absence, on_delete=models.CASCADE, related_name="gaps")
    # The worker of the absence once more, so that the database refuses to let her miss a session twice.
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+")
    series = models.ForeignKey("plein.Series", on_delete=models.CASCADE, related_name="+")
    day = models.DateField(db_index=True)
    state = models.CharField(max_length=10, choices=GapState, default=GapState.OPEN)
    stand_in = models.ForeignKey(Worker, on_delete=models.SET_NULL, null=True, related_name="+")
    swap = models.ForeignKey(Swap, on_delete=models.SET_NULL, null=True, related_name="gaps")
    # Times that were cancelled because of this gap, each with the change that stood there before, or null.
    cancelled = models.JSONField(default=list, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("gap")
        verbose_name_plural = _("gaps")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["worker", "series", "day"], name="one_gap_per_worker_and_session"),
            models.CheckConstraint(
                condition=models.Q(state=GapState.TAKEN_OVER, stand_in__isnull=False)
                | (~models.Q(state=GapState.TAKEN_OVER) & models.Q(stand_in__isnull=True)),
                name="taken_over_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"gap {self.pk}"


class StandInRequest(models.Model):
    """Somebody is asked to stand in. The first who says yes does it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    gap = models.ForeignKey(Gap, on_delete=models.CASCADE, related_name="requests")
    asked = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request to stand in")
        verbose_name_plural = _("requests to stand in")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["gap", "asked"], name="one_request_per_gap_and_worker")]

    def __str__(self) -> str:
        return f"request {self.pk}"
