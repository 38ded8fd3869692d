"""An event in a list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone

from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.selectors import Words
from plein.programme.events.choices import Children
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, session_fields


@dataclass(frozen=True, slots=True)
class EventCard(SessionCard):
    """A session card with a date block and who welcomes."""

    day_number: str = ""
    month: str = ""
    weekday: str = ""
    children_label: str = ""
    children_welcome: bool = False
    place: str = ""
    welcomers: list[str] = field(default_factory=list)
    picture: Any = None
    scene: str = ""


def event_cards(reading: Reading, rows: Iterable[Occurrence], *, words: dict[int, Words]) -> list[EventCard]:
    """Cards of events; one query for who welcomes."""
    rows = list(rows)
    prefetch_related_objects([row.page for row in rows], "welcomers")
    now, code = timezone.now(), reading.code
    cards = []
    for row in rows:
        event: Any = row.page
        cards.append(
            EventCard(
                **session_fields(reading, row, words, now),
                day_number=dates.day_number(row.day, code),
                month=dates.month_name(row.day, code),
                weekday=dates.weekday_name(row.day, code),
                children_label=event.get_children_display(),
                children_welcome=event.children == Children.WELCOME,
                place=row.room.name if row.room else row.place,
                welcomers=[person.name for person in event.welcomers.all()],
                picture=event.picture,
                scene=event.scene,
            )
        )
    return cards
