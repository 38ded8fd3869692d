"""Turning the programme into an iCalendar file (RFC 5545, with the refresh interval of RFC 7986)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from home.tenant.languages.selectors import Words, address
from plein.offer.places.choices import Reason
from plein.offer.places.closed_days import ClosedDays
from plein.programme.timetable.choices import Status
from plein.programme.timetable.models import Change
from plein.programme.timetable.occurrences import Occurrence, Plan, moment, sessions_of
from plein.programme.timetable.recurrence import Times

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

REFRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets the file: her language, the origin of the site, the words of the pages, the name of the calendar."""

    code: str
    origin: str
    words: dict[int, Words]
    name: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in the file: series with what happens to them, events, the days it covers (both included), the clock."""

    plans: list[Plan]
    changes: dict[int, list[Change]]
    closed: ClosedDays
    events: list[Occurrence]
    since: date
    until: date
    zone: str


def calendar_of(reader: Reader, contents: Contents) -> bytes:
    """An iCalendar file (bytes, UTF-8) in the reader's words; the times are those of the library."""
    calendar = _empty_calendar(reader, contents.zone)
    for plan in contents.plans:
        rows = sessions_of(plan, contents.changes.get(plan.pk, ()), contents.closed, contents.since, contents.until)
        # A session moved into the days from before belongs to a part of the series that is not in the file.
        rows = [row for row in rows if row.original_day >= contents.since]
        for component in _series_components(reader, contents, plan, rows):
            calendar.add_component(component)
    for event in contents.events:
        calendar.add_component(_component(reader, event, event.uid))
    return calendar.to_ical()


def _empty_calendar(reader: Reader, zone: str) -> "Calendar":
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and not needed to show a page

    calendar = Calendar()
    calendar.add("prodid", "-//Ontwikkelplein//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", reader.name)
    calendar.add("x-wr-timezone", zone)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    calendar.add_component(_zone(zone))
    return calendar


def _zone(name: str) -> "Timezone":
    """The zone as a rule. The library writes it as a list of days, an hour off, which ical.js does not read."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard  # noqa: PLC0415 - slow to import

    zone = Timezone()
    zone.add("tzid", name)
    winter, summer = (datetime(timezone.now().year, month, 1, tzinfo=ZoneInfo(name)) for month in (1, 7))
    before, after = winter.utcoffset(), summer.utcoffset()
    # The clocks that change are those of Europe; an island's never does.
    changes = [
        (TimezoneDaylight(), summer, datetime(1970, 3, 29, 2), 3, before, after),  # noqa: DTZ001 - local by definition
        (TimezoneStandard(), winter, datetime(1970, 10, 25, 3), 10, after, before),  # noqa: DTZ001
    ]
    for component, moment_then, first, month, earlier, later in changes if before != after else changes[1:]:
        component.add("dtstart", first)
        if before != after:
            component.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        component.add("tzoffsetfrom", earlier)
        component.add("tzoffsetto", later)
        component.add("tzname", moment_then.tzname() or name)
        zone.add_component(component)
    return zone


def _component(reader: Reader, row: Occurrence, uid: str) -> "Event":
    """One component with the facts of a session or an event."""
    from icalendar import Event  # noqa: PLC0415 - slow to import, and not needed to show a page

    words = reader.words[row.page.pk]
    url = reader.origin + address(row.page, reader.code)
    event = Event()
    event.add("uid", f"{uid}@ontwikkelplein")
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", row.start)
    event.add("dtend", row.end)
    event.add("summary", words.title)
    event.add("description", "\n".join(filter(None, [_said(row), words.summary, _by_machine(words), url])))
    event.add("url", url)
    event.add("location", row.place or _place(row.plein, row.room))
    event.add("status", "CANCELLED" if row.is_cancelled else "CONFIRMED")
    event.add("sequence", row.sequence)
    return event


def _by_machine(words: Words) -> str:
    """That nobody read these words yet, in the active language."""
    return _("Some words were translated by a computer. There may be mistakes in them.") if words.is_machine else ""


def _said(row: Occurrence) -> str:
    """What is different about this session, in the active language."""
    if row.status in {Status.PLANNED, Status.EXTRA}:
        return ""
    label = str(Status(row.status).label)
    reason = str(Reason(row.reason).label) if row.reason and row.status != Status.FULL else ""
    return _("%(status)s: %(reason)s") % {"status": label, "reason": reason} if reason else label


def _place(plein: Any, room: Any) -> str:
    parts = [getattr(room, "name", ""), *(getattr(plein, name, "") for name in ("title", "street", "city"))]
    return ", ".join(part for part in parts if part)


def _series_components(reader: Reader, contents: Contents, plan: Plan, rows: list[Occurrence]) -> Iterator["Event"]:
    """A component for each time of day, one for each session that differs, one for each that no rule tells."""
    by_start = {row.original_start: row for row in rows}
    for times in plan.times:
        days = list(plan.rule.days(contents.since, contents.until))
        found = [by_start.pop(moment(day, times[0], plan.zone), None) for day in days]
        yield from _time_components(reader, contents, plan, times, list(zip(days, found, strict=True)))
    for row in by_start.values():
        yield _component(reader, row, row.key.replace("/", "-"))


def _time_components(
    reader: Reader, contents: Contents, plan: Plan, times: Times, rows: list[tuple[date, Occurrence | None]]
) -> Iterator["Event"]:
    """The rule at one time of day: what is not there as exceptions, what differs as overrides."""
    there = [row for _day, row in rows if row is not None]
    if not there:
        return
    uid = _uid(plan, times)
    rule = plan.rule.ical(contents.until, plan.zone)
    if not rule:
        yield _component(reader, there[0], uid)
        return
    main = _component(reader, _as_planned(plan, there[0], times), uid)
    main.add("rrule", rule)
    for gap in _gaps(plan, times, rows, there[0].original_day):
        main.add("exdate", gap)
    yield main
    for row in there:
        if row.status != Status.PLANNED:
            override = _component(reader, row, uid)
            override.add("recurrence-id", row.original_start)
            yield override


def _gaps(plan: Plan, times: Times, rows: Iterable[tuple[date, Occurrence | None]], first: date) -> list[datetime]:
    return [moment(day, times[0], plan.zone) for day, row in rows if row is None and day > first]


def _as_planned(plan: Plan, row: Occurrence, times: Times) -> Occurrence:
    """The first session as the rule has it, whatever happened to it."""
    day = row.original_day
    return Occurrence(
        uid=row.uid,
        kind=row.kind,
        start=row.original_start,
        end=moment(day, times[1], plan.zone),
        page=row.page,
        entry=row.entry,
        languages=row.languages,
        original_start=row.original_start,
        plein=plan.plein,
        room=plan.room,
        sequence=row.sequence,
    )


def _uid(plan: Plan, times: Times) -> str:
    """Stable when the time of the series shifts; the further times of a day are told apart by their start."""
    return f"{plan.uuid}" if times[0] == plan.start_time else f"{plan.uuid}-{times[0]:%H%M}"
