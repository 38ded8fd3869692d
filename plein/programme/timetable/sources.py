"""Where features that have moments of their own (events) add them to the programme."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from home.tenant.extending.registry import Registry
from home.tenant.libraries.models import Library
from plein.programme.timetable.occurrences import Occurrence


class MomentSource(Protocol):
    """Has moments that stand in no series."""

    def between(self, library: Library, start: datetime, end: datetime) -> Iterable[Occurrence]:
        """What begins between two moments (aware; the second one not included)."""

    def find(self, library: Library, uid: UUID) -> Occurrence | None:
        """The one with this key at this library, if it is one of its own."""


moment_sources = Registry[MomentSource]("moments that stand in no series")
