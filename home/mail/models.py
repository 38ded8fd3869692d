"""The outbox, and the words that a library uses instead of the standard ones."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from home.mail import kinds, placeholders
from home.mail.choices import MailState, Reason
from home.tenant.libraries.models import validate_language
from home.tenant.users.sign_in_words import PersonalData


class OutboxMessage(models.Model):
    """What one mail is: which one, to whom, in which language and about what. Its words are made when it is sent.

    Words and links are kept nowhere. Address and facts are emptied when the retention is over.
    """

    personal_data = PersonalData(
        purpose=_("reach the recipient"),
        ground=_("agreement"),
        retention=timedelta(days=30),
        fields=("recipient", "language", "state", "created_at", "sent_at"),
    )

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+")
    # Any key: what was declared when the mail was made may be gone when it is read.
    key = models.CharField(_("mail"), max_length=60)
    language = models.CharField(_("language"), max_length=12)
    recipient = models.EmailField(_("recipient"))
    about = models.JSONField(_("about"), default=dict)
    promise = models.CharField(_("promise"), max_length=15, choices=kinds.Promise)
    # The same at each attempt, so that a mail that comes twice can be known by it.
    message_id = models.CharField(max_length=150, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=MailState, default=MailState.WAITING)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    # Counts the claims and never goes back: who claimed an earlier attempt may note nothing on a later one.
    attempt = models.PositiveIntegerField(_("attempts"), default=0)
    lease_until = models.DateTimeField(null=True, editable=False)
    failures = models.PositiveSmallIntegerField(_("failed attempts"), default=0)
    reason = models.CharField(_("reason"), max_length=12, choices=Reason, blank=True)
    # A number of the mail server or the name of an error: what a server says in words may hold an address.
    detail = models.CharField(max_length=40, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="outbox_by_state_and_time")]

    def __str__(self) -> str:
        return f"mail {self.pk}"


class MailText(models.Model):
    """A library's own words for a mail in one language. Without a row the standard words go out."""

    library = models.ForeignKey("home.Library", on_delete=models.CASCADE, related_name="+", verbose_name=_("library"))
    key = models.CharField(_("mail"), max_length=60)
    language = models.CharField(_("language"), max_length=12, validators=[validate_language])
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(_("text"), max_length=5000)
    changed_at = models.DateTimeField(_("changed on"), auto_now=True)

    class Meta:
        verbose_name = _("mail text")
        verbose_name_plural = _("mail texts")
        ordering = ["key", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["library", "key", "language"], name="one_mail_text_per_library_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.language})"

    def clean(self) -> None:
        """Refuse a placeholder that this mail does not know, and a text without one that it needs."""
        self.subject, self.text = " ".join(placeholders.tidy(self.subject).split("\n")), placeholders.tidy(self.text)
        mail = kinds.get(self.key)
        faults: dict[str, list[str]] = {"subject": [], "text": []}
        for field, words in (("subject", self.subject), ("text", self.text)):
            for found in placeholders.unknown(words, mail.names):
                faults[field].append(
                    _now("{%(found)s} is nothing that this mail can fill in. Use one of these: %(names)s.")
                    % {"found": found, "names": ", ".join(f"{{{name}}}" for name in mail.names)}
                )
            if placeholders.has_loose_brace(words):
                faults[field].append(
                    _now(
                        "There is a loose { or } in it. A word to fill in stands between two of them, as in {%(name)s}."
                    )
                    % {"name": mail.names[0]}
                )
        for name in placeholders.missing(self.text, mail.required) if self.text else ():
            faults["text"].append(
                _now("{%(name)s} is missing: without it this mail is of no use. Put it where it should stand.")
                % {"name": name}
            )
        if any(faults.values()):
            raise ValidationError({field: found for field, found in faults.items() if found})
