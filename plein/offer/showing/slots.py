"""What the pages of themes, partners and offers ask for; the timetable and the collection answer."""

from collections.abc import Iterable
from typing import Any, Protocol

from wagtail.models import Page

from home.site.pages.reading import Reading
from home.tenant.extending.registry import Slot
from home.tenant.languages.selectors import Words


class Moments(Protocol):
    """The first moments of something that are not over."""

    @property
    def pages(self) -> list[Page]:
        """Every page whose words their cards need."""

    @property
    def rooms(self) -> dict[str, Page]:
        """The plein of each room in which they are, by the name of the room."""

    def cards(self, words: dict[int, Words]) -> list[Any]:
        """A card for each, in the reader's words."""


class MomentsOf(Protocol):
    """Finds moments."""

    def __call__(self, reading: Reading, *, weeks: int, most: int, **offers: Any) -> Moments:
        """At most so many moments in the coming weeks of the offers that the filters name (``offer__partner=…``)."""


class TipGroups(Protocol):
    """Finds what the library has about themes."""

    def __call__(self, reading: Reading, themes: Iterable[int]) -> list[Any]:
        """Tips of themes (ids of source pages), by kind."""


moments_of = Slot[MomentsOf]("the moments of an offer")
tip_groups_of = Slot[TipGroups]("the tips of a theme")
