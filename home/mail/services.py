"""Putting a mail in the outbox, sending it, and emptying what is old; and keeping a library's own words."""

from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from home.limits.adapters import LimitedAccountAdapter
from home.mail.account_mails import OF_SIGN_IN
from home.mail.kinds import Mail, Values
from home.mail.models import MailText, OutboxMessage
from home.mail.selectors import Letter, Wording, compose, own_text, sample, wording
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request

MOST_ATTEMPTS = 5


class AccountAdapter(LimitedAccountAdapter):
    """The mails of the sign-in package, in a library's own words when it has them.

    They stay out of the outbox: a link in them opens an account, and is kept nowhere.
    """

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        message: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        library = library_for_request(context["request"])
        if library is None or template_prefix not in OF_SIGN_IN:
            return message
        mail, link = OF_SIGN_IN[template_prefix]
        if own_text(library, mail, library.main_language):
            site = context["current_site"]
            facts = {"link": context[link], "site_name": site.name, "site_domain": site.domain}
            letter = compose(
                library=library,
                language=library.main_language,
                key=mail.key,
                values=lambda _code: facts,
            )
            message.subject, message.body = self.format_email_subject(letter.subject), letter.text
        return message


@transaction.atomic
def queue_text_mail(*, library: Library, recipient: str, language: str, key: str, values: Values) -> OutboxMessage:
    """Write a mail down in the words of the library, and send it by a task once the transaction is committed.

    Args:
        library: whose words, and who sends it.
        recipient: the address.
        language: code of the language that the recipient reads.
        key: which mail, as declared in ``home.mail.kinds``.
        values: gives what is filled in, for the code of the language that the words are in.

    """
    return _queue(library, recipient, language, compose(library=library, language=language, key=key, values=values))


def _queue(library: Library, recipient: str, language: str, letter: Letter) -> OutboxMessage:
    message = OutboxMessage.objects.create(
        library=library, recipient=recipient, language=language, subject=letter.subject, text=letter.text
    )
    transaction.on_commit(lambda: send_queued.enqueue(message.pk))
    return message


@transaction.atomic
def queue_test_mail(*, library: Library, recipient: str, mail: Mail, words: Wording) -> OutboxMessage:
    """Send somebody these words with sample values in them."""
    return _queue(library, recipient, words.language, sample(library, mail, words))


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
    """Task: send the mail with this id; safe to run twice."""
    send(message_id=message_id)


def send(*, message_id: int) -> bool:
    """Send one mail unless it went already; a failure is counted and tried again by the daily task."""
    with transaction.atomic():
        message = OutboxMessage.objects.select_for_update().get(pk=message_id)
        if message.sent_at:
            return False
        sender = f"{message.library.plein_name} <{message.library.email}>" if message.library.email else None
        try:
            EmailMessage(message.subject, message.text, sender, [message.recipient]).send()
        except OSError:
            message.failures += 1
            message.save(update_fields=["failures"])
            return False
        message.sent_at = timezone.now()
        message.save(update_fields=["sent_at"])
    return True


def send_waiting() -> int:
    """Try again what could not be sent; return how many went."""
    waiting = OutboxMessage.objects.filter(sent_at=None, failures__gt=0, failures__lt=MOST_ATTEMPTS)
    return sum(send(message_id=pk) for pk in waiting.values_list("pk", flat=True))


def empty_old_mail() -> int:
    """Forget address and text of what was sent over 30 days ago; return how many rows."""
    old = OutboxMessage.objects.filter(sent_at__lt=timezone.now() - OutboxMessage.personal_data.retention).exclude(
        recipient=""
    )
    return old.update(recipient="", subject="", text="")
