"""The one selector of the programme: week page, home page, calendar and day start all ask it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from wagtail.models import Page

from home.languages.dates import AMSTERDAM, at
from home.libraries.models import Library
from plein.places.models import Closure, Room
from plein.programme.choices import ChangeKind, Status
from plein.programme.models import Change, Series
from plein.programme.registry import occurrences_wanted

if TYPE_CHECKING:
    from plein.places.pages import PleinPage

WEEK = 7

# What cards and calendars ask of a page; its texts and pictures stay where they are.
PAGE_FIELDS = ("title", "search_description", "translation_key", "url_path")
FIELDS = {
    "offer": (*PAGE_FIELDS, "entry", "languages"),
    "offer__theme": (*PAGE_FIELDS, "hue", "pictogram"),
    "offer__partner": PAGE_FIELDS,
    "plein": (*PAGE_FIELDS, "street", "city"),
    "room": ("name",),
}
SERIES_FIELDS = ("pk", "uuid", "starts_on", "ends_on", "start_time", "end_time", "interval_weeks", "zone", "revision")


@dataclass(frozen=True, slots=True)
class Facts:
    """A page or a room as far as a session needs it. A model made of it for every row would cost half the request."""

    pk: int
    title: str = ""
    search_description: str = ""
    translation_key: Any = None
    url_path: str = ""
    entry: str = ""
    languages: list[str] = field(default_factory=list)
    hue: int = 0
    pictogram: str = ""
    street: str = ""
    city: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A series with what it names, read only."""

    pk: int
    uuid: Any
    starts_on: date
    ends_on: date | None
    start_time: time
    end_time: time
    interval_weeks: int
    zone: str
    revision: int
    offer: Facts
    theme: Facts | None
    partner: Facts | None
    plein: Facts
    room: Facts | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One moment of the programme: facts only, the same in every language. Times are aware, in Amsterdam."""

    uid: str
    kind: str
    start: datetime
    end: datetime
    page: Page | Facts
    entry: str
    languages: list[str]
    original_start: datetime
    status: str = Status.PLANNED
    reason: str = ""
    plein: "PleinPage | Facts | None" = None
    room: Room | Facts | None = None
    place: str = ""
    partner: Page | Facts | None = None
    theme: Any = None
    sequence: int = 0

    @property
    def is_cancelled(self) -> bool:
        return self.status == Status.CANCELLED

    @property
    def day(self) -> date:
        return self.start.astimezone(AMSTERDAM).date()


def session_dates(series: Series | Plan, first: date, last: date) -> Iterator[date]:
    """Days between ``first`` and ``last`` (both included) on which the series would be, changes aside."""
    step = timedelta(weeks=max(1, series.interval_weeks))
    day = series.starts_on
    if day < first:
        day += step * -(-(first - day).days // step.days)
    end = min(last, series.ends_on) if series.ends_on else last
    while day <= end:
        yield day
        day += step


def _moment(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone))


def _occurrence(series: Plan, day: date, change: Change | None) -> Occurrence:
    """One session of a series with its change applied. The offset is that of the day itself (clock changes)."""
    start = _moment(day, series.start_time, series.zone)
    plain = Occurrence(
        uid=f"{series.uuid}",
        kind="offer",
        start=start,
        end=_moment(day, series.end_time, series.zone),
        page=series.offer,
        entry=series.offer.entry,
        languages=series.offer.languages,
        original_start=start,
        plein=series.plein,
        room=series.room,
        partner=series.partner,
        theme=series.theme,
        sequence=series.revision,
    )
    if change is None:
        return plain
    if change.kind == ChangeKind.CANCELLED:
        return replace(plain, status=Status.CANCELLED, reason=change.reason)
    new_day = change.new_date or day
    return replace(
        plain,
        status=Status.MOVED,
        reason=change.reason,
        start=_moment(new_day, change.new_start or series.start_time, series.zone),
        end=_moment(new_day, change.new_end or series.end_time, series.zone),
        room=change.new_room or series.room,
    )


def _plans(series: QuerySet[Series]) -> list[Plan]:
    """Read series and what they name in one query."""
    names = [(key, name, f"{key}__{name}") for key, fields in FIELDS.items() for name in ("pk", *fields)]
    plans = []
    for row in series.values(*SERIES_FIELDS, *(path for _key, _name, path in names)):
        named: dict[str, dict[str, Any]] = {key: {} for key in FIELDS}
        for key, name, path in names:
            named[key][name] = row[path]
        facts = [Facts(**given) if given["pk"] else None for given in named.values()]
        plans.append(Plan(*(row[name] for name in SERIES_FIELDS), *facts))
    return plans


def _series_occurrences(library: Library, first: date, last: date, filters: dict[str, Any]) -> Iterator[Occurrence]:
    root = library.site.root_page
    rows = _plans(
        Series.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=first - timedelta(weeks=8)),
            starts_on__lte=last,
            offer__path__startswith=root.path,
            offer__live=True,
            **filters,
        ).order_by()
    )
    changes = {
        (row.series_id, row.original_date): row
        for row in Change.objects.filter(
            Q(original_date__range=(first, last)) | Q(new_date__range=(first, last)),
            series__in=[row.pk for row in rows],
        )
        .select_related("new_room")
        .order_by()
    }
    for series in rows:
        days = set(session_dates(series, first, last))
        days |= {day for (pk, day), _row in changes.items() if pk == series.pk and not first <= day <= last}
        for day in days:
            yield _occurrence(series, day, changes.get((series.pk, day)))


def occurrences(
    library: Library, first: date, last: date, *, events_until: date | None = None, **filters: Any
) -> list[Occurrence]:
    """Everything on the programme of a library between two days (both included), in order of time.

    Args:
        library: whose programme.
        first: first day, in Amsterdam.
        last: last day, in Amsterdam.
        events_until: last day for events, when a longer list of them is wanted.
        filters: narrow the series, for example ``offer__theme=…``; events then do not take part.

    A session moved out of the days is still there on its old day, as moved, so that nobody waits for nothing.
    A day on which the plein is closed cancels what was planned. Four queries, whatever the number of rows.

    """
    start, end = at(first, time.min), at(max(last, events_until or last) + timedelta(days=1), time.min)
    found = list(_series_occurrences(library, first, last, filters))
    if not filters:
        for _receiver, given in occurrences_wanted.send(sender=Occurrence, library=library, start=start, end=end):
            found.extend(given)  # type: ignore[arg-type]  # the stubs take an answer for a string
    closures = list(
        Closure.objects.filter(
            plein__path__startswith=library.site.root_page.path, first_day__lt=end.date(), last_day__gte=first
        )
    )
    result = [_closed(row, closures) for row in found if start <= row.start < end or start <= row.original_start < end]
    return sorted(result, key=lambda row: (row.start, row.page.title))


def _closed(row: Occurrence, closures: list[Closure]) -> Occurrence:
    """Cancel an occurrence that falls on a day on which its plein is closed."""
    for closure in closures:
        if (
            row.plein is not None
            and closure.plein_id == row.plein.pk
            and closure.first_day <= row.day <= closure.last_day
        ):
            return replace(row, status=Status.CANCELLED, reason=closure.reason)
    return row


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
