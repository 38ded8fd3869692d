"""The next moments of an offer, as the page of that offer, of its partner or of its theme asks for them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from wagtail.models import Page

from home.site.pages.reading import Reading
from home.tenant.languages.selectors import Words
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, pages_of, session_cards, upcoming
from plein.programme.timetable.selectors import occurrences


@dataclass(frozen=True, slots=True)
class NextMoments:
    """Occurrences that are not over, for one reader."""

    reading: Reading
    rows: list[Occurrence]

    @property
    def pages(self) -> list[Page]:
        """Every page whose words the cards need."""
        return pages_of(self.rows)

    @property
    def rooms(self) -> dict[str, Page]:
        """The plein of each room in which they are, by the name of the room."""
        return {row.room.name: row.plein for row in self.rows if row.room}

    def cards(self, words: dict[int, Words]) -> list[SessionCard]:
        """A card for each, in the reader's words."""
        return session_cards(self.reading, self.rows, words=words)


def moments_of(reading: Reading, *, weeks: int, most: int, **offers: Any) -> NextMoments:
    """The first moments in the coming weeks of the offers that the filters name."""
    last = reading.today + timedelta(weeks=weeks)
    return NextMoments(reading, upcoming(reading, occurrences(reading.library, reading.today, last, **offers), most))
