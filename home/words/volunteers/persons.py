"""The personal data of volunteers who translate: how it is found and how it ends."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from home.persons.registry import Holding
from home.words.volunteers.models import TranslationJob
from home.words.volunteers.services import anonymise


def over(at: datetime) -> QuerySet[TranslationJob]:
    """Jobs that were closed, or whose link ended, long enough ago."""
    return TranslationJob.objects.over(before=at - TranslationJob.personal_data.retention)


def counts_from(job: TranslationJob) -> date | None:
    """The day on which the job was closed, or its link ended."""
    ended = job.closed_at or (job.expires_at if job.is_expired else None)
    return timezone.localdate(ended) if ended else None


HOLDINGS = (
    Holding(
        model=TranslationJob,
        library="library",
        held=lambda: TranslationJob.objects.filter(anonymised_on=None),
        over=over,
        end=lambda row: anonymise(job=row),
        counts_from=counts_from,
        names=("name",),
        emails=("email",),
    ),
)
