"""The consents of workers: how they are found and how they end. Workers themselves end where their turns are known."""

from home.consent.selectors import expired_rows, standing_rows
from home.consent.services import withdraw_expired
from home.persons.registry import Holding
from netwerk.people.workers.models import WorkerConsent

HOLDINGS = (
    # Withdrawn when its last day is over; the row is proof, and goes with the person.
    Holding(
        model=WorkerConsent,
        library="worker__library",
        held=lambda: standing_rows(WorkerConsent),
        over=lambda at: expired_rows(WorkerConsent, at),
        end=withdraw_expired,
        counts_from=lambda _row: None,
        names=("worker__name", "worker__public_name"),
        emails=("worker__user__email",),
    ),
)
