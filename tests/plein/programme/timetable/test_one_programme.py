"""One programme: week page, day page, screen, sheets and calendar file tell the same sessions of the same days."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import recurring_ical_events
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from home.tenant.libraries.clock import on_clock_of
from plein.offer.places.choices import Reason
from plein.offer.places.services import close_plein
from plein.out.print.selectors import programme_of
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Series
from plein.programme.timetable.selectors import monday_of, occurrences
from plein.programme.timetable.services import add_session, cancel_session, change_session, save_series
from tests.factories.world import World, make_world

pytestmark = pytest.mark.django_db
DAYS = 7
# When it begins, what it is, and whether it does not take place.
Sessions = list[tuple[str, str, bool]]


def local(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"


@pytest.fixture(params=["NL", "CW"], ids=["home", "island"])
def world(request: pytest.FixtureRequest, world: World) -> Iterator[World]:
    """A library in the Netherlands, and one on an island beside it; the test goes by the clock of that library."""
    here = world if request.param == "NL" else make_world("eiland", country=request.param)
    with on_clock_of(here.library):
        yield here


@pytest.fixture
def visitor(world: World) -> Client:
    return world.client()


@pytest.fixture
def busy(world: World) -> World:
    """A week in which everything happens that can happen to a session."""
    today = timezone.localdate()
    Series.objects.filter(offer=world.offer).delete()

    def series(day: int, start: time, **rule: Any) -> Series:
        return save_series(
            offer=world.offer,
            plein=world.plein,
            room=world.room,
            starts_on=today + timedelta(days=day),
            start_time=start,
            end_time=start.replace(minute=45),
            **rule,
        )

    every = [series(day, time(9), interval=2) for day in range(DAYS)]
    series(2, time(14), also_at=[(time(16), time(17))], count=1)
    days = [today + timedelta(days=day) for day in range(DAYS)]
    cancel_session(series=every[1], original_date=days[1], reason=Reason.ILLNESS)
    moved = {"new_date": days[4], "new_start": time(11), "new_end": time(12)}
    change_session(series=every[2], original_date=days[2], kind=ChangeKind.MOVED, reason=Reason.MOVED, **moved)
    change_session(series=every[3], original_date=days[3], kind=ChangeKind.FULL, reason=Reason.FULL)
    add_session(series=every[4], day=days[5], start=time(19), end=time(20), reason=Reason.OTHER)
    close_plein(plein=world.plein, first_day=days[6], last_day=days[6], reason=Reason.HOLIDAY)
    type(world.event).objects.filter(pk=world.event.pk).update(date=days[6])
    return world


@pytest.fixture
def expected(busy: World) -> Sessions:
    """What the selector says, with a day moved, two cancelled, one closed, one extra and an activity in it."""
    first = timezone.localdate()
    rows = occurrences(busy.library, first, first + timedelta(days=DAYS - 1))
    found = sorted((local(row.start), row.page.title, row.is_cancelled) for row in rows)
    assert (len(found), [row[2] for row in found].count(True)) == (11, 3)
    return found


def of_cards(days: list[Any]) -> Sessions:
    """What cards say, those left out that only stand where a session used to be."""
    last = timezone.localdate() + timedelta(days=DAYS)
    cards = [card for day in days for card in day.sessions if not card.is_ghost]
    found = [(local(datetime.fromisoformat(card.start_iso)), card.title, card.is_cancelled) for card in cards]
    return [row for row in found if f"{timezone.localdate()}" <= row[0] < f"{last}"]


def test_the_week_page_agrees(busy: World, visitor: Client, expected: Sessions) -> None:
    monday = monday_of(timezone.localdate())
    weeks = [visitor.get(f"/nl/week/?van={monday + timedelta(days=days)}") for days in (0, DAYS)]
    assert sorted(row for week in weeks for row in of_cards(week.context["days"])) == expected


def test_the_day_pages_agree(busy: World, visitor: Client, expected: Sessions) -> None:
    days = [timezone.localdate() + timedelta(days=number) for number in range(DAYS)]
    assert sorted(of_cards([visitor.get(f"/nl/dag/{day}/").context["day"] for day in days])) == expected


def test_the_screen_agrees(busy: World, visitor: Client, expected: Sessions) -> None:
    data = visitor.get(f"/scherm/{busy.plein.slug}/gegevens.json").json()
    [dutch] = [words for words in data["languages"] if words["code"] == "nl"]
    found = []
    for facts, line in zip(data["sessions"], dutch["sessions"], strict=True):
        start = local(datetime.fromtimestamp(facts["start"] / 1000, tz=UTC))
        if start < f"{timezone.localdate() + timedelta(days=DAYS)}" and not facts["key"].endswith("/gone"):
            found.append((start, line["title"], facts["status"] == "cancelled"))
    assert sorted(found) == expected


def test_the_sheets_agree(busy: World, expected: Sessions) -> None:
    monday = monday_of(timezone.localdate())
    weeks = [programme_of(busy.library, monday + timedelta(days=days)) for days in (0, DAYS)]
    rows = {(local(row.start), row.page.title, row.is_cancelled) for week in weeks for row in week.rows}
    first, last = f"{timezone.localdate()}", f"{timezone.localdate() + timedelta(days=DAYS)}"
    assert sorted(row for row in rows if first <= row[0] < last) == expected


def test_the_calendar_agrees(busy: World, visitor: Client, expected: Sessions) -> None:
    calendar = Calendar.from_ical(visitor.get(f"/nl/kalender/plein/{busy.plein.pk}.ics").content)
    first = timezone.localdate()
    events = recurring_ical_events.of(calendar).between(first, first + timedelta(days=DAYS))
    found = [(local(row["DTSTART"].dt), str(row["SUMMARY"]), str(row["STATUS"]) == "CANCELLED") for row in events]
    assert sorted(found) == expected
