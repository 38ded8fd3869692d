"""Putting a mail in the outbox, sending it, and emptying what is old."""

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from home.libraries.models import Library
from home.mail.models import OutboxMessage

MOST_ATTEMPTS = 5


@transaction.atomic
def queue_mail(*, library: Library, recipient: str, language: str, subject: str, text: str) -> OutboxMessage:
    """Write the mail down and send it by a task once the transaction is committed."""
    message = OutboxMessage.objects.create(
        library=library, recipient=recipient, language=language, subject=subject, text=text
    )
    transaction.on_commit(lambda: send_queued.enqueue(message.pk))
    return message


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
