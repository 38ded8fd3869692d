"""Reads of events."""

from datetime import datetime
from typing import Any

from home.tenant.languages.dates import AMSTERDAM
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.programme.events.choices import EventStatus
from plein.programme.timetable.choices import Status
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.selectors import PAGE_FIELDS

# What cards and calendars show; the texts of whole pages stay where they are.
NEEDED = (
    *PAGE_FIELDS,
    *(f"{page}__{name}" for page in ("plein", "theme") for name in PAGE_FIELDS),
    *("date", "start_time", "end_time", "place", "entry", "languages", "children", "status", "reason", "scene"),
    *("latest_revision", "picture", "room__name", "plein__street", "plein__city", "theme__hue", "theme__pictogram"),
)


def occurrence_of(event: Any) -> Occurrence:
    """The one moment of an event, from the facts of its source page."""
    start = datetime.combine(event.date, event.start_time, tzinfo=AMSTERDAM)
    cancelled = event.status == EventStatus.CANCELLED
    return Occurrence(
        uid=f"{event.translation_key}",
        kind="event",
        start=start,
        end=datetime.combine(event.date, event.end_time, tzinfo=AMSTERDAM),
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


def event_queryset(model: Any, library: Library) -> Any:
    """Live events of a library with what the programme shows of them; their cards fetch the welcomers. One query."""
    rows = live_sources(model.objects.all(), library)
    return rows.select_related("plein", "room", "theme", "picture").only(*NEEDED)
