"""Days on which a plein is closed, and days on which the schools are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from plein.offer.places.choices import Reason, Stops
from plein.offer.places.models import Closure

# An official holiday on which shops and libraries are open; who closes on it plans a closure.
WORKING_DAY = "Goede vrijdag"


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The Dutch public holidays of a year on which libraries are closed."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to import, and needed once a year

    found = country_holidays("NL", years=year, language="nl")
    return frozenset(day for day, name in found.items() if name != WORKING_DAY)


@dataclass(slots=True)
class ClosedDays:
    """Closures and school holidays of some pleinen, by the id of the plein."""

    rows: dict[int, list[Closure]] = field(default_factory=dict)

    @classmethod
    def of(cls, closures: Iterable[Closure]) -> "ClosedDays":
        """Sort closures by plein."""
        found = cls()
        for row in closures:
            found.rows.setdefault(row.plein_id, []).append(row)
        return found

    def reason(self, plein: int, day: date, *, on_holidays: bool) -> str:
        """Code of why a plein is closed on a day, empty when it is open. ``on_holidays``: it keeps public holidays."""
        for row in self.rows.get(plein, ()):
            if row.stops == Stops.EVERYTHING and row.first_day <= day <= row.last_day:
                return row.reason
        return Reason.HOLIDAY if on_holidays and day in public_holidays(day.year) else ""

    def is_school_holiday(self, plein: int, day: date) -> bool:
        """Whether the schools are closed on a day."""
        return any(
            row.stops == Stops.TERM_TIME and row.first_day <= day <= row.last_day for row in self.rows.get(plein, ())
        )
