"""Turning the programme into an iCalendar file (RFC 5545)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from home.languages.dates import AMSTERDAM
from home.languages.selectors import Words, address
from plein.programme.choices import ChangeKind, Status
from plein.programme.models import Change, Series
from plein.programme.selectors import Occurrence

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets the file: her language, the origin of the site, the words of the pages, the name of the calendar."""

    code: str
    origin: str
    words: dict[int, Words]
    name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """The facts of one component."""

    uid: str
    page: Any
    start: datetime
    end: datetime
    place: str
    sequence: int


def calendar_of(reader: Reader, *, series: list[Series], events: list[Occurrence]) -> bytes:
    """An iCalendar file (bytes, UTF-8) in the reader's words; the times are those of Amsterdam."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to import, and not needed to show a page

    calendar = Calendar()
    calendar.add("prodid", "-//Ontwikkelplein//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", reader.name)
    for row in series:
        for component in _series_components(reader, row):
            calendar.add_component(component)
    for event in events:
        calendar.add_component(_event_component(reader, event))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _component(reader: Reader, moment: Moment) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - slow to import, and not needed to show a page

    words = reader.words[moment.page.pk]
    url = reader.origin + address(moment.page, reader.code)
    event = Event()
    event.add("uid", f"{moment.uid}@ontwikkelplein")
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", moment.start)
    event.add("dtend", moment.end)
    event.add("summary", words.title)
    event.add("description", f"{words.summary}\n{url}")
    event.add("url", url)
    event.add("location", moment.place)
    event.add("sequence", moment.sequence)
    return event


def _place(plein: Any, room: Any) -> str:
    parts = [getattr(room, "name", ""), *(getattr(plein, name, "") for name in ("title", "street", "city"))]
    return ", ".join(part for part in parts if part)


def _series_components(reader: Reader, series: Series) -> list["Event"]:
    """The series itself, and one component for each session that was cancelled or moved."""
    zone = ZoneInfo(series.zone)
    main = _component(
        reader,
        Moment(
            uid=str(series.uuid),
            page=series.offer,
            start=datetime.combine(series.starts_on, series.start_time, tzinfo=zone),
            end=datetime.combine(series.starts_on, series.end_time, tzinfo=zone),
            place=_place(series.plein, series.room),
            sequence=series.revision,
        ),
    )
    rule: dict[str, object] = {"freq": "weekly", "interval": series.interval_weeks}
    if series.ends_on:
        after = datetime.combine(series.ends_on + timedelta(days=1), datetime.min.time(), tzinfo=zone)
        rule["until"] = (after - timedelta(seconds=1)).astimezone(UTC)
    main.add("rrule", rule)
    return [main, *(_changed(reader, series, change) for change in series.changes.all())]


def _changed(reader: Reader, series: Series, change: Change) -> "Event":
    """The override of one session, found by its original start."""
    zone = ZoneInfo(series.zone)
    is_moved = change.kind == ChangeKind.MOVED
    day = (change.new_date if is_moved else None) or change.original_date
    start = (change.new_start if is_moved else None) or series.start_time
    end = (change.new_end if is_moved else None) or series.end_time
    event = _component(
        reader,
        Moment(
            uid=str(series.uuid),
            page=series.offer,
            start=datetime.combine(day, start, tzinfo=zone),
            end=datetime.combine(day, end, tzinfo=zone),
            place=_place(series.plein, change.new_room or series.room),
            sequence=series.revision,
        ),
    )
    event.add("recurrence-id", datetime.combine(change.original_date, series.start_time, tzinfo=zone))
    event.add("status", "CONFIRMED" if is_moved else "CANCELLED")
    return event


def _event_component(reader: Reader, row: Occurrence) -> "Event":
    moment = Moment(
        uid=row.uid,
        page=row.page,
        start=row.start.astimezone(AMSTERDAM),
        end=row.end.astimezone(AMSTERDAM),
        place=row.place or _place(row.plein, row.room),
        sequence=row.sequence,
    )
    event = _component(reader, moment)
    event.add("status", "CANCELLED" if row.status == Status.CANCELLED else "CONFIRMED")
    return event
