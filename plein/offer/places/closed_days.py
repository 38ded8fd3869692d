"""Days on which a plein is closed, and days on which the schools are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from home.tenant.libraries.countries import HOME_COUNTRY, public_holidays
from plein.offer.places.choices import Reason, Stops
from plein.offer.places.models import Closure


@dataclass(slots=True)
class ClosedDays:
    """Closures and school holidays of some pleinen, by the id of the plein, and whose public holidays they keep."""

    rows: dict[int, list[Closure]] = field(default_factory=dict)
    country: str = HOME_COUNTRY

    @classmethod
    def of(cls, closures: Iterable[Closure], country: str) -> "ClosedDays":
        """Sort closures by plein; ``country`` is the library's ``holiday_calendar``."""
        found = cls(country=country)
        for row in closures:
            found.rows.setdefault(row.plein_id, []).append(row)
        return found

    def reason(self, plein: int, day: date, *, on_holidays: bool) -> str:
        """Code of why a plein is closed on a day, empty when it is open. ``on_holidays``: it keeps public holidays."""
        for row in self.rows.get(plein, ()):
            if row.stops == Stops.EVERYTHING and row.first_day <= day <= row.last_day:
                return row.reason
        return Reason.HOLIDAY if on_holidays and day in public_holidays(day.year, self.country) else ""

    def is_school_holiday(self, plein: int, day: date) -> bool:
        """Whether the schools are closed on a day."""
        return any(
            row.stops == Stops.TERM_TIME and row.first_day <= day <= row.last_day for row in self.rows.get(plein, ())
        )
