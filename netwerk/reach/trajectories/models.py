"""Chainable reads of trajectories."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, IntegerField, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from netwerk.reach.trajectories.choices import Status


class TrajectoryQuerySet(QuerySet):
    """Trajectories of whatever library; callers narrow it to one."""

    def stuck_first(self) -> "TrajectoryQuerySet":
        """What needs somebody on top, what is done at the end."""
        order = {Status.STUCK: 0, Status.RUNNING: 1, Status.DONE: 2}
        whens = [When(status=status, then=position) for status, position in order.items()]
        return self.order_by(Case(*whens, default=1, output_field=IntegerField()), "stuck_since", "title")

    def with_rows(self) -> "TrajectoryQuerySet":
        """With everything that the timeline shows: three queries."""
        return self.select_related("owner", "deputy", "event").prefetch_related("steps__owner", "results")


class Trajectory(ClusterableModel):
    """The way to one group of people, from taking stock to follow-up. Holds no personal data of residents."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    title = models.CharField(_("title"), max_length=80)
    summary = models.CharField(_("in one sentence"), max_length=200, blank=True)
    audience = models.CharField(_("whom we want to reach"), max_length=200)
    why = models.TextField(_("why this group"), blank=True, help_text=_("One reason on each line."))
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("owner"),
    )
    owner_note = models.CharField(
        _("in which function"), max_length=200, blank=True, help_text=_("Also when the owner has no account.")
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deputy"),
    )
    deputy_note = models.CharField(
        _("handover"),
        max_length=300,
        blank=True,
        help_text=_("Who takes over at leave or illness, and what was handed over."),
    )
    status = models.CharField(_("how it stands"), max_length=8, choices=Status, default=Status.RUNNING)
    stuck_between = models.CharField(
        _("stuck between"), max_length=200, blank=True, help_text=_("The parties, with a semicolon between them.")
    )
    stuck_reason = models.TextField(_("why it is stuck"), blank=True)
    stuck_since = models.DateField(_("stuck since"), null=True, blank=True)
    event = models.ForeignKey(
        "plein.EventPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("event it leads to"),
    )
    key_people = ParentalManyToManyField(
        "netwerk_people.KeyPerson", blank=True, related_name="+", verbose_name=_("key people")
    )
    channels = models.TextField(_("channels"), blank=True, help_text=_("How people heard of it, one on each line."))
    lessons = models.TextField(_("what we learned"), blank=True, help_text=_("One lesson on each line."))

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("trajectory")
        verbose_name_plural = _("trajectories")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.status != Status.STUCK:
            return
        errors = {}
        if not self.stuck_since:
            errors["stuck_since"] = _("Since when? Then everybody sees how long it has been.")
        if not self.stuck_between:
            errors["stuck_between"] = _("Between whom is it stuck?")
        if errors:
            raise ValidationError(errors)

    @property
    def is_stuck(self) -> bool:
        return self.status == Status.STUCK

    @property
    def parties(self) -> list[str]:
        return [part.strip() for part in self.stuck_between.split(";") if part.strip()]

    @property
    def reasons(self) -> list[str]:
        return self.why.splitlines()

    @property
    def channel_list(self) -> list[str]:
        return self.channels.splitlines()

    @property
    def lesson_list(self) -> list[str]:
        return self.lessons.splitlines()


class Step(models.Model):
    """What was or will be done in a month, and what came of it."""

    trajectory = ParentalKey(Trajectory, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    month = models.DateField(_("month"), help_text=_("Any day of the month; the day is not shown."))
    until = models.DateField(_("until and with month"), null=True, blank=True)
    action = models.CharField(_("action"), max_length=300)
    outcome = models.TextField(_("outcome"), blank=True, help_text=_("Leave empty when nothing is on record."))
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who does it"),
    )

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["month", "position", "pk"]

    def __str__(self) -> str:
        return f"step {self.pk}"

    def clean(self) -> None:
        if self.month and self.until and self.until < self.month:
            raise ValidationError({"until": _("The last month is before the first.")})

    @property
    def is_late(self) -> bool:
        """Whether it should have been done, and nothing says that it was."""
        return bool(self.due_on and not self.outcome and self.due_on < timezone.localdate())


class Result(models.Model):
    """One figure that came out. Nobody counted is not zero: the value is then empty."""

    trajectory = ParentalKey(Trajectory, on_delete=models.CASCADE, related_name="results")
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    label = models.CharField(_("what was counted"), max_length=100)
    value = models.PositiveIntegerField(
        _("number"), null=True, blank=True, help_text=_("Leave empty when nobody counted; it is then shown as unknown.")
    )
    note = models.CharField(_("explanation"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label
