"""Workers, and chainable reads of them."""

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.consent.models import ConsentRow
from home.site.pages.fields import CodeListField
from home.tenant.users.sign_in_words import PersonalData
from netwerk.people.workers.choices import consent_fields


class WorkerQuerySet(QuerySet):
    """Workers, whose rows hold personal data until they are anonymised."""

    def known(self) -> "WorkerQuerySet":
        """Those who still have a name."""
        return self.filter(anonymised_on=None)

    def working(self, day: date) -> "WorkerQuerySet":
        """Those who work here on a day."""
        return self.known().filter(Q(left_on=None) | Q(left_on__gt=day))

    def over(self, *, before: date, turns: QuerySet, gaps: QuerySet) -> "WorkerQuerySet":
        """Those whose data is no longer needed: gone, or without a turn and never standing in, since before a day."""
        running = turns.filter(worker=OuterRef("pk")).filter(Q(last_day=None) | Q(last_day__gte=before))
        stood_in = gaps.filter(stand_in=OuterRef("pk"), day__gte=before)
        idle = Q(created_at__date__lt=before) & ~Exists(running) & ~Exists(stood_in)
        return self.known().filter(Q(left_on__lt=before) | idle)


class Worker(models.Model):
    """Somebody who holds sessions on the plein, for the library or for a partner. A code wherever a log may keep it."""

    personal_data = PersonalData(
        purpose=_("Knowing who holds which session, and who can stand in."),
        ground=_("Agreement with the library or the partner; what is public rests on consent."),
        retention=timedelta(days=365),
        fields=("name", "public_name", "left_on"),
        parts=("consents",),
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    name = models.CharField(_("name"), max_length=80, help_text=_("As colleagues know this person."))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
        help_text=_("With an account this person can report absence and answer requests herself."),
    )
    partner = models.ForeignKey(
        "plein.PartnerPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("organisation"),
        help_text=_("Leave empty for who works for the library."),
    )
    # Written with a consent and emptied when that is taken back: without consent no name is even kept.
    public_name = models.CharField(_("first name as visitors may see it"), max_length=60, blank=True)
    left_on = models.DateField(
        _("no longer works here since"), null=True, blank=True, help_text=_("Leave empty as long as she works here.")
    )
    anonymised_on = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "user"],
                condition=models.Q(user__isnull=False),
                name="one_worker_per_account_and_library",
                violation_error_message=_("This account already belongs to another worker."),
            )
        ]

    def __str__(self) -> str:
        return f"MW-{self.pk:04d}" if self.pk else "MW"

    @property
    def is_active(self) -> bool:
        """Whether she works here today."""
        return not self.anonymised_on and (self.left_on is None or self.left_on > timezone.localdate())

    @property
    def agreed_on(self) -> date | None:
        """The day on which she agreed to what stands now. One query."""
        last = self.consents.first()
        return last.answered_on if last is not None and last.is_given else None

    @property
    def shown_name(self) -> str:
        """The name that visitors may see; empty without consent."""
        return "" if self.anonymised_on else self.public_name


class WorkerConsent(ConsentRow):
    """What a worker answered when she was asked whether visitors may see her first name. Dates and codes, no name."""

    personal_data = PersonalData(
        purpose=_("Proof of what somebody agreed to."),
        ground=_("Legal duty to be able to show consent."),
        retention=timedelta(days=365),
        fields=("covers", "answer", "route", "language", "answered_on", "until"),
    )

    subject = "worker"

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="consents")
    covers = CodeListField(_("may be public"), codes=consent_fields)

    class Meta(ConsentRow.Meta):
        verbose_name = _("consent of a worker")
        verbose_name_plural = _("consents of workers")
