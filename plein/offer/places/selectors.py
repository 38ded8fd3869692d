"""When the plein is open, in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import FilteredRelation, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from home.tenant.languages import dates
from home.tenant.languages.dates import at
from home.tenant.libraries.countries import HOME_COUNTRY, public_holidays
from home.tenant.libraries.models import Library
from plein.offer.places.choices import Reason, Stops
from plein.offer.places.models import Closure, OpeningHours

HOURS = ("pk", "weekday", "opens", "closes")
CLOSURE = ("pk", "first_day", "last_day", "stops", "reason")


@dataclass(slots=True)
class Opening:
    """Opening of a plein (or of all of a library's) over some days."""

    hours: list[OpeningHours]
    closures: list[Closure] = field(default_factory=list)
    on_holidays: bool = False
    country: str = HOME_COUNTRY

    def keeps(self, day: date) -> bool:
        """Whether it is closed because of a public holiday."""
        return self.on_holidays and day in public_holidays(day.year, self.country)

    def closed_on(self, day: date) -> str:
        """Code of why it is closed on a day on which it would be open, empty when it is open."""
        for row in self.closures:
            if row.first_day <= day <= row.last_day:
                return row.reason
        return Reason.HOLIDAY if self.keeps(day) else ""

    def spans(self, day: date) -> list[tuple[datetime, datetime]]:
        """Opening times on a day, none when it is closed."""
        if self.closed_on(day):
            return []
        return [(at(day, row.opens), at(day, row.closes)) for row in self.hours if row.weekday == day.weekday()]

    def label(self, day: date, language: str) -> str:
        """``10.00 tot 17.00 uur``, empty when closed."""
        return ", ".join(dates.time_range(start, end, language) for start, end in self.spans(day))

    def closed_label(self, day: date) -> str:
        """Why it is closed on a day on which it would be open."""
        reason = self.closed_on(day)
        return f"{_('Closed')}: {Reason(reason).label}" if reason else ""

    def now_label(self, language: str, now: datetime | None = None) -> tuple[bool, str, str]:
        """(open now, "open until …" or "", "open again …" or "")."""
        now = timezone.localtime(now)
        for start, end in self.spans(now.date()):
            if start <= now < end:
                return True, _("Open now, until %(time)s") % {"time": dates.clock(end, language)}, ""
        for offset in range(8):
            day = now.date() + timedelta(days=offset)
            for start, _end in self.spans(day):
                if start > now:
                    name = dates.relative_day(day, now.date()) or dates.weekday_name(day, language)
                    clock = dates.clock(start, language)
                    text = _("Open again: %(day)s from %(time)s") % {"day": name, "time": clock}
                    return False, _("Closed now"), text
        return False, _("Closed now"), ""


def opening_of(library: Library, first: date, last: date) -> Opening:
    """Opening of the library's plein between two days. Two queries."""
    path = library.site.root_page.path
    rows = OpeningHours.objects.filter(plein__path__startswith=path).select_related("plein")
    hours = list(rows.only(*HOURS, "plein__closes_on_holidays"))
    closures = Closure.objects.filter(
        plein__path__startswith=path, first_day__lte=last, last_day__gte=first, stops=Stops.EVERYTHING
    )
    on_holidays = any(row.plein.closes_on_holidays for row in hours)
    return Opening(hours, list(closures), on_holidays, library.holiday_calendar)


@dataclass(frozen=True, slots=True)
class Place:
    """A plein with its opening hours and whatever stops something there during some days."""

    page: Any
    hours: list[OpeningHours] = field(default_factory=list)
    closures: list[Closure] = field(default_factory=list)
    country: str = HOME_COUNTRY

    @property
    def opening(self) -> Opening:
        """When it is open."""
        closed = [row for row in self.closures if row.stops == Stops.EVERYTHING]
        return Opening(self.hours, closed, self.page.closes_on_holidays, self.country)


def places_of(library: Library, first: date, last: date, fields: Iterable[str]) -> list[Place]:
    """The pleinen of a library, with these fields of their pages, and what stops there between two days. One query."""
    model: Any = OpeningHours._meta.get_field("plein").related_model  # noqa: SLF001 - the page lies above
    stops = Q(closures__first_day__lte=last, closures__last_day__gte=first)
    rows = model.objects.filter(path__startswith=library.site.root_page.path).annotate(
        stop=FilteredRelation("closures", condition=stops)
    )
    hours = [f"opening_hours__{name}" for name in HOURS]
    closures = [f"stop__{name}" for name in CLOSURE]
    order = ("path", "opening_hours__weekday", "opening_hours__opens", "stop__first_day")
    found: dict[int, Place] = {}
    for row in rows.order_by(*order).values("pk", "live", *fields, *hours, *closures):
        own = {name: row[name] for name in ("pk", "live", *fields)}
        place = found.setdefault(row["pk"], Place(model(**own), country=library.holiday_calendar))
        _add(place.hours, OpeningHours, row["pk"], dict(zip(HOURS, map(row.get, hours), strict=True)))
        _add(place.closures, Closure, row["pk"], dict(zip(CLOSURE, map(row.get, closures), strict=True)))
    return list(found.values())


def _add(rows: list[Any], model: Any, plein_id: int, values: dict[str, Any]) -> None:
    """Add a row that a join gave, unless it gave nothing or gave it before."""
    if values["pk"] and all(row.pk != values["pk"] for row in rows):
        rows.append(model(plein_id=plein_id, **values))
