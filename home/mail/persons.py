"""The personal data of the outbox: how it is found and how it ends."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from home.mail.models import OutboxMessage
from home.persons.registry import Holding, delete_row


def held() -> QuerySet[OutboxMessage]:
    """Mails that still have an address."""
    return OutboxMessage.objects.exclude(recipient="")


def over(at: datetime) -> QuerySet[OutboxMessage]:
    """Mails that were sent long enough ago."""
    return held().filter(sent_at__lt=at - OutboxMessage.personal_data.retention)


HOLDINGS = (
    Holding(
        model=OutboxMessage,
        library="library",
        held=held,
        over=over,
        end=delete_row,
        counts_from=lambda row: timezone.localdate(row.sent_at) if row.sent_at else None,
        emails=("recipient",),
    ),
)
