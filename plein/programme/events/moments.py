"""Events take part in the programme."""

from datetime import datetime
from uuid import UUID

from home.tenant.libraries.clock import on_clock_of
from home.tenant.libraries.models import Library
from plein.programme.events.pages import EventPage
from plein.programme.events.selectors import occurrence_of
from plein.programme.timetable.occurrences import Occurrence


class EventMoments:
    """The moments of event pages: one each."""

    def between(self, library: Library, start: datetime, end: datetime) -> list[Occurrence]:
        """The events of a library between two moments. One query."""
        rows = EventPage.objects.shown(library).filter(date__gte=start.date(), date__lt=end.date())
        return [occurrence_of(event) for event in rows]

    def find(self, library: Library, uid: UUID) -> Occurrence | None:
        """The one moment of the event with this key at this library."""
        event = EventPage.objects.shown(library).filter(translation_key=uid).first()
        with on_clock_of(library):
            return occurrence_of(event) if event else None
