"""Events take part in the programme."""

from datetime import datetime
from typing import Any
from uuid import UUID

from home.tenant.languages.dates import AMSTERDAM
from home.tenant.libraries.models import Library
from plein.programme.events.pages import EventPage
from plein.programme.events.selectors import event_queryset, occurrence_of
from plein.programme.timetable.occurrences import Occurrence


def on_occurrences_wanted(
    sender: Any, library: Library, start: datetime, end: datetime, **_kwargs: Any
) -> list[Occurrence]:
    """The events of a library between two moments."""
    first, last = start.astimezone(AMSTERDAM).date(), end.astimezone(AMSTERDAM).date()
    rows = event_queryset(EventPage, library).filter(date__gte=first, date__lt=last)
    return [occurrence_of(event) for event in rows]


def on_event_wanted(sender: Any, library: Library, uid: UUID, **_kwargs: Any) -> Occurrence | None:
    """The one moment of the event with this key at this library."""
    event = event_queryset(EventPage, library).filter(translation_key=uid).first()
    return occurrence_of(event) if event else None
