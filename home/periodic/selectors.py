"""Reads: which jobs are due, and how their last runs went."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from home.periodic.models import PeriodicRun
from home.periodic.registry import Job

# A round of the scheduler may come a few seconds early.
SLACK = timedelta(seconds=5)


def free(job: Job, now: datetime) -> QuerySet[PeriodicRun]:
    """The row of a job, when its time has come and nobody is at it; else nothing."""
    is_due = Q(done_at=None) | Q(done_at__lte=now - job.every + SLACK)
    is_free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return PeriodicRun.objects.filter(is_due, is_free, name=job.name)


def due(jobs: Iterable[Job], now: datetime) -> list[Job]:
    """Of these jobs those to run now, in their order. One query."""
    rows = runs()
    return [job for job in jobs if is_due(job, rows.get(job.name), now)]


def is_due(job: Job, row: PeriodicRun | None, now: datetime) -> bool:
    """Whether a job's time has come and nobody is at it, by its row; one that never ran has none."""
    if row is None:
        return True
    is_free = row.claimed_until is None or row.claimed_until <= now
    return is_free and (row.done_at is None or row.done_at <= now - job.every + SLACK)


def next_due(job: Job, row: PeriodicRun | None) -> datetime | None:
    """When a job is to run next; ``None``: as soon as the scheduler comes round."""
    if row is None or row.done_at is None:
        return None
    return row.done_at + job.every


def runs() -> dict[str, PeriodicRun]:
    """The last run of every job by its name. One query."""
    return {row.name: row for row in PeriodicRun.objects.all()}


def last_done(name: str) -> datetime | None:
    """When the last run of a job that went well began. One query."""
    return PeriodicRun.objects.filter(name=name).values_list("done_at", flat=True).first()
