"""Reads of events."""

from typing import Any

from home.tenant.languages.dates import at
from plein.programme.events.choices import EventStatus
from plein.programme.timetable.choices import Status
from plein.programme.timetable.occurrences import Occurrence


def occurrence_of(event: Any) -> Occurrence:
    """The one moment of an event, from the facts of its source page."""
    start = at(event.date, event.start_time)
    cancelled = event.status == EventStatus.CANCELLED
    return Occurrence(
        uid=f"{event.translation_key}",
        kind="event",
        start=start,
        end=at(event.date, event.end_time),
        page=event,
        entry=event.entry,
        languages=event.languages,
        original_start=start,
        status=Status.CANCELLED if cancelled else Status.PLANNED,
        reason=event.reason if cancelled else "",
        plein=event.plein,
        room=event.room,
        place=event.place,
        theme=event.theme,
        sequence=event.latest_revision_id or 0,
    )
