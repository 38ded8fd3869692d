"""Chainable reads of key people."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from home.consent.models import ConsentRow
from home.site.pages.fields import CodeListField
from home.tenant.languages import known as languages
from home.tenant.users.sign_in_words import PersonalData
from netwerk.people.key_people.choices import ThanksKind, consent_fields


class KeyPersonQuerySet(QuerySet):
    """Key people, whose rows hold personal data until they are anonymised."""

    def known(self) -> "KeyPersonQuerySet":
        """Those who still have a name."""
        return self.filter(anonymised_on=None)

    def in_touch(self) -> "KeyPersonQuerySet":
        """Those we work with now."""
        return self.known().filter(ended_on=None)

    def with_consent(self, standing: QuerySet[Any]) -> "KeyPersonQuerySet":
        """Add ``is_public``: whether there is one among the consents that stand."""
        return self.annotate(is_public=Exists(standing.filter(key_person=OuterRef("pk"))))

    def with_last_contact(self) -> "KeyPersonQuerySet":
        """Add ``last_contact_on``: the last contact on record, else the day the row was made."""
        made = F("created_at__date")
        return self.annotate(last_contact_on=Greatest(Coalesce(Max("contacts__date"), made), made))

    def over(self, *, before: date) -> "KeyPersonQuerySet":
        """Those whose data is no longer needed: ended, or silent, since before a day."""
        return self.known().with_last_contact().filter(Q(ended_on__lt=before) | Q(last_contact_on__lt=before))


class KeyPerson(ClusterableModel):
    """Somebody whom a community trusts and who helps the library there. A code wherever a log may keep it."""

    personal_data = PersonalData(
        purpose=_("Working with people who are trusted in their community."),
        ground=_("Agreement with the person; what is public rests on consent."),
        retention=timedelta(days=3 * 365),
        fields=(
            *("name", "public_name", "community", "languages", "likes_to_do"),
            *("availability", "phone", "email", "agreed", "ended_on"),
        ),
        parts=("contacts", "thanks", "consents", "welcomings"),
    )

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    name = models.CharField(
        _("name"), max_length=80, help_text=_("As you know this person. Colleagues see it, visitors never do.")
    )
    community = models.CharField(
        _("community"), max_length=200, help_text=_("Among whom this person is known and trusted.")
    )
    # Written with a consent and emptied when that is taken back.
    public_name = models.CharField(_("first name as it may be shown"), max_length=60, blank=True)
    languages = CodeListField(_("languages"), codes=languages.choices)
    likes_to_do = models.CharField(_("likes to do"), max_length=200, blank=True)
    availability = models.CharField(_("availability"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    agreed = models.TextField(
        _("what was agreed"),
        blank=True,
        help_text=_("What this person does, how much time it takes, what we pay back."),
    )
    ended_on = models.DateField(
        _("working together ended on"), null=True, blank=True, help_text=_("Leave empty as long as you work together.")
    )
    anonymised_on = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = KeyPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("key person")
        verbose_name_plural = _("key people")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return f"SP-{self.pk:04d}" if self.pk else "SP"

    @property
    def consent(self) -> "Consent | None":
        """The consent that stands; uses rows that were prefetched."""
        last = next(iter(self.consents.all()), None) if self.pk else None
        return last if last is not None and last.is_given else None

    @property
    def language_names(self) -> str:
        return ", ".join(languages.get(code).dutch_name for code in self.languages)

    @property
    def public_label(self) -> str:
        return gettext("with consent") if self.consent else gettext("not public")


class Consent(ConsentRow):
    """What a key person answered when she was asked what may be shown. Dates and codes as evidence, and no name."""

    personal_data = PersonalData(
        purpose=_("Proof of what somebody agreed to."),
        ground=_("Legal duty to be able to show consent."),
        retention=timedelta(days=3 * 365),
        fields=("covers", "answer", "route", "language", "answered_on", "until"),
    )

    subject = "key_person"

    key_person = models.ForeignKey(KeyPerson, on_delete=models.CASCADE, related_name="consents")
    covers = CodeListField(_("may be public"), codes=consent_fields)

    class Meta(ConsentRow.Meta):
        verbose_name = _("consent")
        verbose_name_plural = _("consents")


class Contact(models.Model):
    """One moment of contact."""

    key_person = ParentalKey(KeyPerson, on_delete=models.CASCADE, related_name="contacts")
    date = models.DateField(_("day"), default=timezone.localdate)
    what = models.CharField(_("what was said or done"), max_length=300)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return f"contact {self.pk}"

    def clean(self) -> None:
        if self.date and self.date > timezone.localdate():
            raise ValidationError({"date": _("This day is still to come. Note a contact after it took place.")})


class Thanks(models.Model):
    """A thank-you that was given."""

    key_person = ParentalKey(KeyPerson, on_delete=models.CASCADE, related_name="thanks")
    date = models.DateField(_("day"), default=timezone.localdate)
    kind = models.CharField(_("kind"), max_length=12, choices=ThanksKind)
    text = models.CharField(_("explanation"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("thank-you")
        verbose_name_plural = _("thank-yous")
        ordering = ["-date", "-pk"]

    def __str__(self) -> str:
        return f"thank-you {self.pk}"


class Welcoming(models.Model):
    """A key person welcomes at an event. Internal: whether visitors see a name depends on consent alone."""

    key_person = models.ForeignKey(KeyPerson, on_delete=models.CASCADE, related_name="welcomings")
    event = models.ForeignKey("plein.EventPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("event"))

    class Meta:
        verbose_name = _("welcoming")
        verbose_name_plural = _("welcomings")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["key_person", "event"], name="one_welcoming_per_key_person_and_event")
        ]

    def __str__(self) -> str:
        return f"welcoming {self.pk}"
