"""The one selector of the programme: week page, screen, print, calendar and day start all ask it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from home.site.pages.presenters import PAGE_FIELDS
from home.tenant.languages.dates import at
from home.tenant.libraries.clock import on_clock_of
from home.tenant.libraries.models import Library
from plein.offer.places.closed_days import ClosedDays
from plein.offer.places.models import Closure
from plein.programme.timetable.choices import Status
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.occurrences import MOST_DAYS_LATER, Facts, Occurrence, Plan, sessions_of
from plein.programme.timetable.recurrence import Rule
from plein.programme.timetable.sources import moment_sources

FIELDS = {
    "offer": (*PAGE_FIELDS, "entry", "languages"),
    "offer__theme": (*PAGE_FIELDS, "hue", "pictogram"),
    "offer__partner": PAGE_FIELDS,
    "plein": (*PAGE_FIELDS, "street", "city", "closes_on_holidays", "presence_form"),
    "room": ("name",),
}
RULE_FIELDS = ("frequency", "starts_on", "interval", "month_week", "ends_on", "count")
TIME_FIELDS = ("start_time", "end_time", "also_at")
SERIES_FIELDS = ("pk", "uuid", "is_term_time_only", "on_closed_day", "people", "revision")


def plans(library: Library, series: QuerySet[Series]) -> list[Plan]:
    """Read series of a library and what they name, in one query."""
    names = [(key, name, f"{key}__{name}") for key, fields in FIELDS.items() for name in ("pk", *fields)]
    columns = (*SERIES_FIELDS, *RULE_FIELDS, *TIME_FIELDS, *(path for _key, _name, path in names))
    return [_plan(library, row, names) for row in series.values(*columns)]


def _plan(library: Library, row: dict[str, Any], names: list[tuple[str, str, str]]) -> Plan:
    named: dict[str, dict[str, Any]] = {key: {} for key in FIELDS}
    for key, name, path in names:
        named[key][name] = row[path]
    offer, theme, partner, plein, room = (Facts(**given) if given["pk"] else None for given in named.values())
    own = {name: row[name] for name in SERIES_FIELDS}
    return Plan(
        **own,
        zone=library.time_zone,
        rule=Rule(*(row[name] for name in RULE_FIELDS)),
        start_time=row["start_time"],
        times=sorted([(row["start_time"], row["end_time"]), *row["also_at"]]),
        offer=offer,  # type: ignore[arg-type]  # an offer and a plein are always there
        theme=theme,
        partner=partner,
        plein=plein,  # type: ignore[arg-type]
        room=room,
    )


def series_of(library: Library, **filters: Any) -> QuerySet[Series]:
    """The series of the live offers of a library."""
    root = library.site.root_page
    return Series.objects.filter(offer__path__startswith=root.path, offer__live=True, **filters).order_by()


def changes_of(library: Library, first: date, last: date) -> dict[int, list[Change]]:
    """What happens to sessions between two days, by the id of the series. One query."""
    rows = Change.objects.filter(
        Q(original_date__range=(first, last)) | Q(new_date__range=(first, last)),
        series__plein__path__startswith=library.site.root_page.path,
    )
    # Deferring leaves the row itself whole: of a partner only what a card shows is read, not the text of a page.
    named = ("new_room__name", *(f"new_partner__{name}" for name in PAGE_FIELDS))
    own = (field.name for field in Change._meta.concrete_fields)  # noqa: SLF001 - Django documents it
    found: dict[int, list[Change]] = {}
    for row in rows.select_related("new_room", "new_partner").only(*own, *named).order_by():
        found.setdefault(row.series_id, []).append(row)
    return found


def closed_days_of(library: Library, first: date, last: date) -> ClosedDays:
    """Closures and school holidays between two days. One query."""
    path = library.site.root_page.path
    rows = Closure.objects.filter(plein__path__startswith=path, first_day__lte=last, last_day__gte=first)
    return ClosedDays.of(rows, library.holiday_calendar)


def _running(library: Library, first: date, last: date, changed: Iterable[int], filters: dict[str, Any]) -> list[Plan]:
    """Series that may have a session between two days: those that are over and have no change then are not read."""
    running = Q(last_day=None) | Q(last_day__gte=first) | Q(pk__in=changed)
    return plans(library, series_of(library, **filters).filter(running, starts_on__lte=last))


def occurrences(
    library: Library,
    first: date,
    last: date,
    *,
    events_until: date | None = None,
    closed: ClosedDays | None = None,
    **filters: Any,
) -> list[Occurrence]:
    """Everything on the programme of a library between two days (both included), in order of time.

    Args:
        library: whose programme.
        first: first day, on the library's clock.
        last: last day, on the library's clock.
        events_until: last day for events, when a longer list of them is wanted.
        closed: the closed days, for who has read them; they must reach ``MOST_DAYS_LATER`` further at both ends.
        filters: narrow the series, for example ``offer__theme=…``; events then do not take part.

    A session moved out of the days is still there, as moved, so that nobody waits for nothing.
    What a day on which the plein is closed does to a session is the series' choice. Five queries, whatever the
    number of rows.

    """
    since, until = first - timedelta(days=MOST_DAYS_LATER), last + timedelta(days=MOST_DAYS_LATER)
    changes = changes_of(library, since, last)
    closed = closed or closed_days_of(library, since, max(until, events_until or until))
    found = [
        row
        for plan in _running(library, since, last, changes, filters)
        for row in sessions_of(plan, changes.get(plan.pk, ()), closed, first, last)
    ]
    if not filters:
        found += [at_open_door(row, closed) for row in events_of(library, first, max(last, events_until or last))]
    return sorted(found, key=lambda row: (row.start, row.page.title))


def events_of(library: Library, first: date, last: date) -> list[Occurrence]:
    """What other features planned between two days, both included."""
    with on_clock_of(library):
        start, end = at(first, time.min), at(last + timedelta(days=1), time.min)
        return [row for source in moment_sources for row in source.between(library, start, end)]


def at_open_door(row: Occurrence, closed: ClosedDays) -> Occurrence:
    """An event stands on a public holiday when somebody planned it there; a closed door cancels it."""
    reason = closed.reason(row.plein.pk, row.day, on_holidays=False) if row.plein else ""
    return replace(row, status=Status.CANCELLED, reason=reason) if reason else row


def plan_of(library: Library, series: Series) -> Plan:
    """The plan of a series that may not have been saved yet."""
    room = Facts(series.room.pk, name=series.room.name) if series.room else None
    plein = Facts(series.plein.pk, title=series.plein.title, closes_on_holidays=series.plein.closes_on_holidays)
    return Plan(
        **{name: getattr(series, name) for name in SERIES_FIELDS},
        zone=library.time_zone,
        rule=series.rule,
        start_time=series.start_time,
        times=series.times,
        offer=Facts(series.offer.pk, title=series.offer.title, entry=series.offer.entry),
        theme=None,
        partner=None,
        plein=plein,
        room=room,
    )


def coming_sessions(library: Library, series: Series, first: date, last: date) -> list[Occurrence]:
    """The sessions of one series, saved or not, in order of time. Two queries."""
    plan = plan_of(library, series)
    changes = changes_of(library, first - timedelta(days=MOST_DAYS_LATER), last).get(plan.pk, ())
    closed = closed_days_of(library, first, last + timedelta(days=MOST_DAYS_LATER))
    return sorted(sessions_of(plan, changes, closed, first, last), key=lambda row: row.start)


def room_clashes(library: Library, rows: list[Occurrence]) -> list[tuple[Occurrence, Occurrence]]:
    """Pairs of one of these sessions and another that is in the same room at the same time."""
    mine = [row for row in rows if row.room and not row.is_cancelled]
    if not mine:
        return []
    own = {row.uid for row in mine}
    others = [
        row
        for row in occurrences(library, min(row.day for row in mine), max(row.day for row in mine))
        if row.uid not in own and row.room and not row.is_cancelled
    ]
    return [
        (row, other)
        for row in mine
        for other in others
        if row.room.pk == other.room.pk and row.start < other.end and other.start < row.end  # type: ignore[union-attr]
    ]


def now_and_next(rows: list[Occurrence], now: datetime) -> tuple[list[Occurrence], list[Occurrence]]:
    """Split today's occurrences: what is on at this moment, and what starts next (all that start together)."""
    running = [row for row in rows if row.start <= now < row.end and not row.is_cancelled]
    later = [row for row in rows if row.start > now and not row.is_cancelled]
    if not later:
        return running, []
    first = min(row.start for row in later)
    return running, [row for row in later if row.start == first or row.day == first.date()][:4]


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())
