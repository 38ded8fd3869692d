"""From a series and what happened to its sessions to the moments on the clock. No queries here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from wagtail.models import Page

from plein.offer.places.choices import Reason, Weekday
from plein.offer.places.closed_days import ClosedDays
from plein.offer.places.models import Room
from plein.programme.timetable.choices import ChangeKind, Frequency, OnClosedDay, Status
from plein.programme.timetable.models import Change
from plein.programme.timetable.recurrence import Rule, Times

if TYPE_CHECKING:
    from plein.offer.places.pages import PleinPage

# So far a session may move when its plein is closed.
MOST_DAYS_LATER = 14


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
    closes_on_holidays: bool = True
    presence_form: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A series with what it names, read only."""

    pk: int
    uuid: Any
    rule: Rule
    start_time: time
    times: list[Times]
    is_term_time_only: bool
    on_closed_day: str
    people: list[dict[str, Any]]
    zone: str
    revision: int
    offer: Facts
    theme: Facts | None
    partner: Facts | None
    plein: Facts
    room: Facts | None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One moment of the programme: facts only, the same in every language. Times are aware, on the library's clock."""

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
    people: tuple[str, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        return self.status == Status.CANCELLED

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def original_day(self) -> date:
        """The day on which it would have been."""
        return self.original_start.date()

    @property
    def key(self) -> str:
        """What tells this moment from every other, whatever becomes of it: ``<uid>/20261124T1300``."""
        return f"{self.uid}/{self.original_start:%Y%m%dT%H%M}"


def moment(day: date, clock: time, zone: str) -> datetime:
    """A wall-clock time on a day; the offset is that of the day itself (clock changes)."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone))


def people_on(people: Iterable[dict[str, Any]], day: date) -> tuple[str, ...]:
    """Public names of who is there on a day.

    Each entry is a turn: ``name``, ``first_day`` and ``last_day`` (ISO days, the latter may be null), every
    ``interval`` weeks counted from the week of ``first_day``, and ``not_on``, ISO days of absence.
    """
    return tuple(dict.fromkeys(row["name"] for row in people if row["name"] and _has_turn(row, day)))


def _has_turn(row: dict[str, Any], day: date) -> bool:
    iso, first = day.isoformat(), date.fromisoformat(row["first_day"])
    if iso < row["first_day"] or (row["last_day"] and iso > row["last_day"]) or iso in row["not_on"]:
        return False
    monday, first_monday = (one - timedelta(days=one.weekday()) for one in (day, first))
    return (monday - first_monday).days // 7 % max(1, row["interval"]) == 0


def sessions_of(
    plan: Plan, changes: Iterable[Change], closed: ClosedDays, first: date, last: date
) -> Iterator[Occurrence]:
    """Sessions that are, or would have been, between two days (both included), each once.

    An editor's change to a session goes before what the rule says of closed days, except that nothing but an extra
    session is ever moved or left on a day on which the plein is closed, unless the series goes on then.
    """
    by_key = {(row.original_date, row.original_time): row for row in changes}
    for day in plan.rule.days(first - timedelta(days=MOST_DAYS_LATER), last):
        if not (plan.is_term_time_only and closed.is_school_holiday(plan.plein.pk, day)):
            for times in plan.times:
                change = by_key.pop((day, times[0]), None)
                yield from _within(_session(plan, day, times, change, closed), first, last)
    for (day, clock), change in by_key.items():
        yield from _within(_unplanned(plan, day, clock, change, closed), first, last)


def _within(row: Occurrence | None, first: date, last: date) -> Iterator[Occurrence]:
    if row is not None and (first <= row.day <= last or first <= row.original_day <= last):
        yield row


def _plain(plan: Plan, day: date, times: Times) -> Occurrence:
    start = moment(day, times[0], plan.zone)
    return Occurrence(
        uid=f"{plan.uuid}",
        kind="offer",
        start=start,
        end=moment(day, times[1], plan.zone),
        page=plan.offer,
        entry=plan.offer.entry,
        languages=plan.offer.languages,
        original_start=start,
        plein=plan.plein,
        room=plan.room,
        partner=plan.partner,
        theme=plan.theme,
        sequence=plan.revision,
        people=people_on(plan.people, day),
    )


def _session(plan: Plan, day: date, times: Times, change: Change | None, closed: ClosedDays) -> Occurrence:
    """A session of the rule with its change applied, or with what a closed day does to it."""
    row = _plain(plan, day, times)
    if change is None:
        return _on_closed_day(plan, row, times, closed)
    if change.kind == ChangeKind.CANCELLED:
        return replace(row, status=Status.CANCELLED, reason=change.reason)
    if change.kind == ChangeKind.MOVED:
        return _closed(plan, _moved(plan, row, times, change), closed)
    if change.kind == ChangeKind.REPLACED:
        # Whose turn it was belongs to the partner who does not come.
        replaced = {"status": Status.REPLACED, "partner": change.new_partner or row.partner, "people": ()}
        return _closed(plan, replace(row, reason=change.reason, **replaced), closed)
    if change.kind == ChangeKind.FULL:
        return _closed(plan, replace(row, status=Status.FULL, reason=Reason.FULL), closed)
    return _on_closed_day(plan, row, times, closed)


def _moved(plan: Plan, row: Occurrence, times: Times, change: Change) -> Occurrence:
    day = change.new_date or row.original_day
    return replace(
        row,
        status=Status.MOVED,
        reason=change.reason,
        start=moment(day, change.new_start or times[0], plan.zone),
        end=moment(day, change.new_end or times[1], plan.zone),
        room=change.new_room or row.room,
    )


def _closed(plan: Plan, row: Occurrence, closed: ClosedDays) -> Occurrence:
    """Cancel a session on a day on which the plein is closed, unless the series goes on."""
    if plan.on_closed_day == OnClosedDay.ON:
        return row
    reason = closed.reason(plan.plein.pk, row.day, on_holidays=plan.plein.closes_on_holidays)
    return replace(row, status=Status.CANCELLED, reason=reason) if reason else row


def _on_closed_day(plan: Plan, row: Occurrence, times: Times, closed: ClosedDays) -> Occurrence:
    """What a closed day does to a session of which nobody said anything else."""
    if plan.on_closed_day != OnClosedDay.MOVED:
        return _closed(plan, row, closed)
    on_holidays = plan.plein.closes_on_holidays
    reason = closed.reason(plan.plein.pk, row.day, on_holidays=on_holidays)
    if not reason:
        return row
    for offset in range(1, MOST_DAYS_LATER + 1):
        day = row.day + timedelta(days=offset)
        if day.weekday() != Weekday.SUNDAY and not closed.reason(plan.plein.pk, day, on_holidays=on_holidays):
            start, end = (moment(day, clock, plan.zone) for clock in times)
            return replace(row, status=Status.MOVED, reason=reason, start=start, end=end)
    return replace(row, status=Status.CANCELLED, reason=reason)


def _unplanned(plan: Plan, day: date, clock: time, change: Change, closed: ClosedDays) -> Occurrence | None:
    """An extra session, or one that was extra and is cancelled.

    Other changes of no session are left from a rule that was changed since, and say nothing any more.
    """
    if change.new_end is None or change.kind not in {ChangeKind.EXTRA, ChangeKind.CANCELLED}:
        return None
    row = _plain(plan, day, (clock, change.new_end))
    row = replace(row, room=change.new_room or row.room)
    if change.kind == ChangeKind.CANCELLED:
        return replace(row, status=Status.CANCELLED, reason=change.reason)
    return row if plan.rule.frequency == Frequency.LOOSE else replace(row, status=Status.EXTRA)
