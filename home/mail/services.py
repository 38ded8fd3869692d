"""Putting a mail in the outbox, trying one again, forgetting whom one went to; and keeping a library's own words."""

from collections.abc import Mapping
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.utils import user_pk_to_url_str
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from home.limits.adapters import LimitedAccountAdapter
from home.mail import kinds
from home.mail.account_mails import PASSWORD_RESET
from home.mail.addresses import new_message_id, reply_address_of, sender_of
from home.mail.choices import MailState, Reason
from home.mail.kinds import Facts, Mail, Maker
from home.mail.models import MailText, OutboxMessage
from home.mail.selectors import Wording, sample, wording
from home.mail.sending import send
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request
from home.tenant.users.models import User


class AccountAdapter(LimitedAccountAdapter):
    """The mail about a forgotten password goes through the outbox of the library at whose address it was asked for."""

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        library = library_for_request(context["request"])
        if library is None:
            super().send_password_reset_mail(user, email, context)
            return
        queue_mail(
            library=library,
            recipient=email,
            language=library.main_language,
            key=PASSWORD_RESET.key,
            about={"user": user.pk, "library": library.pk},
        )


def password_reset_values(about: Facts, _language: str) -> Mapping[str, str] | None:
    """What is filled in for somebody who forgot the password. The key in the link is made here and kept nowhere."""
    user = User.objects.filter(pk=about["user"], is_active=True).first()
    if user is None:
        return None
    site = Library.objects.select_related("site").get(pk=about["library"]).site
    key = account_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    return {"link": f"{site.root_url}{path}", "site_name": site.hostname, "site_domain": site.hostname}


MAKERS: dict[str, Maker] = {PASSWORD_RESET.key: password_reset_values}


@transaction.atomic
def queue_mail(*, library: Library, recipient: str, language: str, key: str, about: Facts) -> OutboxMessage:
    """Write down that a mail has to go; a task sends it once the transaction is committed.

    The task is a nudge and may be lost: the scheduler sends what is due.

    Args:
        library: whose words, and who sends it.
        recipient: the address.
        language: code of the language that the recipient reads.
        key: which mail, as declared in ``home.mail.kinds``, with somebody who fills it in.
        about: ids and other plain values from which it is filled in when it is sent; never words or links.

    """
    kinds.maker_of(key)
    message = OutboxMessage.objects.create(
        library=library,
        recipient=recipient,
        language=language,
        key=key,
        about=dict(about),
        promise=kinds.get(key).promise,
        message_id=new_message_id(),
    )
    transaction.on_commit(lambda: send_queued.enqueue(message.pk))
    return message


@transaction.atomic
def try_again(*, message: OutboxMessage) -> None:
    """Let a mail go once more that was given up, or was perhaps sent: somebody looked at it and wants so.

    Raises:
        ValidationError: when it goes or went already, or when it is so old that its address is forgotten.

    """
    stopped = OutboxMessage.objects.filter(pk=message.pk, state__in=[MailState.GIVEN_UP, MailState.MAYBE_SENT])
    fresh = {"state": MailState.WAITING, "due_at": timezone.now(), "failures": 0, "reason": "", "detail": ""}
    if not stopped.exclude(recipient="").update(**fresh):
        raise ValidationError(_("This mail goes or went already, or is too old to be sent."))
    transaction.on_commit(lambda: send_queued.enqueue(message.pk))


def send_test_mail(*, library: Library, recipient: str, mail: Mail, words: Wording) -> bool:
    """Send somebody these words with sample values in them, now; whether the mail server took it.

    It stays out of the outbox: words that nobody saved are kept nowhere, and who waits for it sees whether it went.
    """
    letter = sample(library, mail, words)
    reply_to = reply_address_of(library)
    try:
        EmailMessage(letter.subject, letter.text, sender_of(library), [recipient], reply_to=reply_to).send()
    except OSError:
        return False
    return True


@transaction.atomic
def save_text(*, library: Library, mail: Mail, language: str, subject: str, text: str) -> MailText | None:
    """Keep a library's own words. Words that go out without them too are nothing of one's own: then nothing is kept.

    Raises ``ValidationError`` with a sentence per field.
    """
    row = MailText.objects.filter(library=library, key=mail.key, language=language).first()
    row = row or MailText(library=library, key=mail.key, language=language)
    row.subject, row.text = subject, text
    row.full_clean()
    without = wording(library, mail, language, is_own_left_out=True)
    if (row.subject, row.text) == (without.subject.strip(), without.text.strip()):
        restore_standard(library=library, mail=mail, language=language)
        return None
    row.save()
    return row


@transaction.atomic
def restore_standard(*, library: Library, mail: Mail, language: str) -> None:
    """Throw a library's own words away; the standard ones go out again."""
    MailText.objects.filter(library=library, key=mail.key, language=language).delete()


@task()
def send_queued(message_id: int) -> None:
    """Task: send the mail with this id when it is due; safe to run twice."""
    send(message_id=message_id)


@transaction.atomic
def forget(*, message: OutboxMessage) -> None:
    """Forget whom a mail goes or went to and what it is about; one that still waits does not go any more."""
    rows = OutboxMessage.objects.filter(pk=message.pk)
    rows.filter(state__in=[MailState.WAITING, MailState.SENDING]).update(
        state=MailState.GIVEN_UP, reason=Reason.NOT_NEEDED, lease_until=None
    )
    rows.update(recipient="", about={})
