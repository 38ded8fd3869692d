"""The first page of the intranet is today: blocks that features bring to it, each in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from django.utils import timezone

from home.site.pages.reading import Reading
from home.tenant.extending.registry import Registry
from netwerk.door.intranet.visits import Visit
from plein.programme.timetable.occurrences import Occurrence

# How far the first page looks ahead.
DAYS_AHEAD = 7


class Side(Enum):
    """The column in which a block stands; on a phone the second follows the first."""

    MAIN = "main"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the first page: its template, what that shows as ``block``, and where it stands."""

    template: str
    context: dict[str, Any]
    order: int
    side: Side = Side.MAIN


@dataclass(frozen=True, slots=True)
class Today:
    """A visit to the first page, with what was read for it already.

    ``rows`` are the occurrences of today and the coming week, ``words`` those of their pages.
    """

    visit: Visit
    reading: Reading
    rows: list[Occurrence]
    words: dict[int, Any]
    now: datetime

    @property
    def day(self) -> date:
        """Today at the library."""
        return timezone.localdate(self.now)

    @property
    def language(self) -> str:
        """The language in which this library works."""
        return self.visit.library.main_language


# Each is asked on every visit; who has nothing to say to this visitor answers with an empty list.
blocks = Registry[Callable[[Today], list[Block]]]("blocks of the first page of the intranet")


def blocks_for(today: Today) -> list[Block]:
    """What every feature brings, in the order in which it stands."""
    return sorted((block for bring in blocks for block in bring(today)), key=lambda block: block.order)
