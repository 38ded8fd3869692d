"""The personal data of the roster: how it is found and how it ends."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from home.persons.registry import Holding, delete_row
from netwerk.floor.roster.models import Absence, Swap
from netwerk.floor.roster.selectors import workers_over
from netwerk.floor.roster.services import anonymise_one
from netwerk.people.workers.models import Worker


def over(at: datetime) -> QuerySet[Worker]:
    """Who left, or held nothing, for longer than her data is kept."""
    return workers_over(before=_before(Worker, at))


def old_absences(at: datetime) -> QuerySet[Absence]:
    """Absences, with their reason, that nobody needs any more."""
    return Absence.objects.filter(last_day__lt=_before(Absence, at))


def old_swaps(at: datetime) -> QuerySet[Swap]:
    """Swaps that nobody needs any more."""
    return Swap.objects.filter(day__lt=_before(Swap, at))


def _before(model: type[Worker] | type[Absence] | type[Swap], at: datetime) -> date:
    return timezone.localdate(at) - model.personal_data.retention


HOLDINGS = (
    Holding(
        model=Worker,
        library="library",
        held=Worker.objects.known,
        over=over,
        end=lambda row: anonymise_one(worker=row),
        counts_from=lambda row: row.left_on,
        names=("name", "public_name"),
        emails=("user__email",),
        parts=("turns",),
    ),
    Holding(
        model=Absence,
        library="worker__library",
        held=Absence.objects.all,
        over=old_absences,
        end=delete_row,
        counts_from=lambda row: row.last_day,
        names=("worker__name",),
        emails=("worker__user__email",),
    ),
    Holding(
        model=Swap,
        library="giver__library",
        held=Swap.objects.all,
        over=old_swaps,
        end=delete_row,
        counts_from=lambda row: row.day,
        names=("giver__name", "taker__name"),
        emails=("giver__user__email", "taker__user__email"),
    ),
)
