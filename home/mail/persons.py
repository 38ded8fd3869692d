"""The personal data of the outbox: how it is found and how it ends."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from home.mail.choices import MailState
from home.mail.models import OutboxMessage
from home.mail.services import forget
from home.persons.registry import Holding

# A mail in one of these is still to go: its address is in use.
UNDERWAY = (MailState.WAITING, MailState.SENDING)


def held() -> QuerySet[OutboxMessage]:
    """Mails that still have an address."""
    return OutboxMessage.objects.exclude(recipient="")


def over(at: datetime) -> QuerySet[OutboxMessage]:
    """Mails that were made long enough ago, and are not to go any more."""
    made_long_ago = held().filter(created_at__lt=at - OutboxMessage.personal_data.retention)
    return made_long_ago.exclude(state__in=UNDERWAY)


def counts_from(message: OutboxMessage) -> date | None:
    """The day on which it was made; nothing while it is still to go."""
    return None if message.state in UNDERWAY else timezone.localdate(message.created_at)


HOLDINGS = (
    Holding(
        model=OutboxMessage,
        library="library",
        held=held,
        over=over,
        end=lambda row: forget(message=row),
        counts_from=counts_from,
        emails=("recipient",),
    ),
)
