"""A calendar of a partner, and what each title in it stands for."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.programme.calendars.addresses import LONGEST_ADDRESS, tidy
from plein.programme.calendars.choices import Health, Problem
from plein.programme.calendars.ics_lines import LONGEST_TITLE

# From this failure in a row on the light is red, and the owner has a mail.
FAILURES_UNTIL_MAIL = 5


class CalendarSource(models.Model):
    """The address of a partner's own calendar, from which sessions are taken every hour.

    Nothing is fetched by itself while ``next_try_at`` is empty: not before somebody has seen what is in it.
    """

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    plein = models.ForeignKey("plein.PleinPage", on_delete=models.PROTECT, related_name="+", verbose_name=_("plein"))
    partner = models.ForeignKey(
        "plein.PartnerPage", on_delete=models.PROTECT, related_name="+", verbose_name=_("partner")
    )
    address = models.CharField(
        _("address of the calendar"),
        max_length=LONGEST_ADDRESS,
        help_text=_("The partner copies it from her own calendar. It often ends in .ics."),
    )
    is_active = models.BooleanField(
        _("is fetched every hour"),
        default=False,
        help_text=_("When it is off, what was taken earlier stays as it is."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who gets a mail when it does not work"),
        help_text=_("When nobody is chosen, the mail goes to the library."),
    )
    last_tried_at = models.DateTimeField(_("last tried"), null=True, editable=False)
    last_ok_at = models.DateTimeField(_("last success"), null=True, editable=False)
    next_try_at = models.DateTimeField(_("next try"), null=True, editable=False, db_index=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0, editable=False)
    problem = models.CharField(_("problem"), max_length=16, choices=Problem, blank=True, default="", editable=False)
    # What the other side said about the version that was taken; asked for again, it may answer "no change".
    etag = models.CharField(max_length=200, blank=True, default="", editable=False)
    last_modified = models.CharField(max_length=200, blank=True, default="", editable=False)
    # The days that are taken move along with today: an unchanged file is read again on another day.
    read_on = models.DateField(null=True, editable=False)
    taken = models.PositiveIntegerField(_("sessions taken"), default=0, editable=False)
    left_out = models.PositiveIntegerField(_("left out"), default=0, editable=False)

    class Meta:
        verbose_name = _("calendar of a partner")
        verbose_name_plural = _("calendars of partners")
        ordering = ["partner__title", "pk"]
        constraints = [models.UniqueConstraint(fields=["library", "address"], name="one_row_per_calendar")]

    def __str__(self) -> str:
        return f"{self.partner}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.address = tidy(self.address)
        super().save(*args, **kwargs)

    @property
    def health(self) -> Health:
        """The light."""
        if self.last_ok_at is None and not self.failures:
            return Health.WAITING
        if self.failures >= FAILURES_UNTIL_MAIL:
            return Health.BROKEN
        if self.failures:
            return Health.FALTERS
        return Health.GOOD if self.is_active else Health.PAUSED


class CalendarRule(models.Model):
    """What the events of one title are on the plein. An empty title is for everything else.

    The sessions stand as extra sessions of one series of its own, so that everything that shows the programme
    shows them too, and an editor may cancel one by hand.
    """

    source = models.ForeignKey(CalendarSource, on_delete=models.CASCADE, related_name="rules")
    title = models.CharField(_("title in the calendar"), max_length=LONGEST_TITLE, blank=True)
    offer = models.ForeignKey(
        "plein.OfferPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("offer"),
        help_text=_("Without an offer its events are left out."),
    )
    series = models.OneToOneField(
        "plein.Series", on_delete=models.SET_NULL, null=True, editable=False, related_name="calendar_rule"
    )

    class Meta:
        verbose_name = _("what a title stands for")
        verbose_name_plural = _("what titles stand for")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["source", "title"], name="one_rule_per_title")]

    def __str__(self) -> str:
        return self.title or str(_("everything else"))
