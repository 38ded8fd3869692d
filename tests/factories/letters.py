"""Mails as their readers see them: the outbox keeps no words, so they are made here as they are when a mail goes."""

from home.mail.models import OutboxMessage
from home.mail.selectors import Letter
from home.mail.sending import write


def letter_of(message: OutboxMessage) -> Letter:
    """Subject and text of a mail of the outbox, as it would go out now."""
    return write(OutboxMessage.objects.select_related("library__site").get(pk=message.pk))


def read(message: OutboxMessage) -> tuple[str, str, str]:
    """Language, subject and text."""
    letter = letter_of(message)
    return message.language, letter.subject, letter.text


def last() -> OutboxMessage:
    """The mail that was written down last."""
    return OutboxMessage.objects.latest("pk")
