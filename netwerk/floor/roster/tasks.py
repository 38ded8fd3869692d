"""The daily round in which the data of workers ends."""

from django.utils import timezone

from netwerk.floor.roster.models import Absence
from netwerk.floor.roster.selectors import workers_over
from netwerk.floor.roster.services import anonymise_one, forget_absences
from netwerk.people.workers.models import Worker


def anonymise() -> int:
    """Make workers anonymous whose time is over, and forget old absences; how many workers. Called once a day."""
    today = timezone.localdate()
    over = list(workers_over(before=today - Worker.personal_data.retention))
    for worker in over:
        anonymise_one(worker=worker)
    forget_absences(before=today - Absence.personal_data.retention)
    return len(over)
