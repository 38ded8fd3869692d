"""Long work: fetching the calendars whose turn it is."""

from django.utils import timezone
from django_tasks import task

from plein.programme.calendars.models import CalendarSource
from plein.programme.calendars.selectors import due
from plein.programme.calendars.services import claim_due, fetch_now


def fetch_due() -> int:
    """Start a task for each calendar whose next try has come; return how many."""
    ids = claim_due(sources=due(timezone.now()))
    for pk in ids:
        fetch_source.enqueue(pk)
    return len(ids)


@task()
def fetch_source(source_id: int) -> None:
    """Task: fetch one calendar; safe to run twice, and nothing happens when it was switched off or thrown away."""
    source = CalendarSource.objects.select_related("library", "plein", "partner", "owner").filter(pk=source_id).first()
    if source is not None and source.is_active:
        fetch_now(source=source)
