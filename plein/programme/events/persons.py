"""The public names on events: how they end."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from home.persons.registry import Holding, delete_row
from plein.programme.events.models import Welcomer


def over(at: datetime) -> QuerySet[Welcomer]:
    """Names on events that are long over."""
    return Welcomer.objects.filter(event__date__lt=timezone.localdate(at) - Welcomer.personal_data.retention)


# No library: a name is found, and taken back, where the consent to show it is.
HOLDINGS = (
    Holding(
        model=Welcomer,
        library="",
        held=Welcomer.objects.all,
        over=over,
        end=delete_row,
        counts_from=lambda row: row.event.date,
    ),
)
