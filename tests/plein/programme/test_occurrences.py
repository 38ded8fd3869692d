"""Series, changes and closures become the moments of the programme."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from django.core.exceptions import ValidationError
from icalendar import Calendar

from plein.places.choices import Reason
from plein.places.services import close_plein
from plein.programme.choices import ChangeKind, Status
from plein.programme.models import Series
from plein.programme.selectors import now_and_next, occurrences, session_dates
from plein.programme.services import cancel_session, change_session, restore_session, save_series
from tests.factories.world import World, a_day

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def plan(
    world: World, first: date, *, interval: int = 1, start: time = time(9), end: time = time(11), **more
) -> Series:
    Series.objects.all().delete()
    return save_series(
        offer=world.offer,
        plein=world.plein,
        room=world.room,
        starts_on=first,
        start_time=start,
        end_time=end,
        interval_weeks=interval,
        **more,
    )


def days(world: World, first: date, last: date) -> list[date]:
    return [row.day for row in occurrences(world.library, first, last) if row.kind == "offer"]


def test_every_week(world):
    plan(world, date(2027, 3, 2))
    assert days(world, date(2027, 3, 1), date(2027, 3, 21)) == [date(2027, 3, 2), date(2027, 3, 9), date(2027, 3, 16)]


def test_every_second_week_counts_from_the_first_day(world):
    plan(world, date(2027, 3, 2), interval=2)
    assert days(world, date(2027, 3, 8), date(2027, 4, 4)) == [date(2027, 3, 16), date(2027, 3, 30)]


def test_the_last_day_takes_part_and_the_day_after_does_not(world):
    plan(world, date(2027, 3, 2), ends_on=date(2027, 3, 16))
    assert days(world, date(2027, 3, 1), date(2027, 4, 30))[-1] == date(2027, 3, 16)


@pytest.mark.parametrize(
    ("before", "after", "offsets"),
    [
        (date(2027, 3, 23), date(2027, 3, 30), (1, 2)),
        (date(2027, 10, 26), date(2027, 11, 2), (2, 1)),
    ],
    ids=["to-summer", "to-winter"],
)
def test_the_wall_clock_stays_over_a_clock_change(world, before, after, offsets):
    plan(world, before)
    rows = [row for row in occurrences(world.library, before, after) if row.kind == "offer"]
    assert [row.start.astimezone(AMSTERDAM).time() for row in rows] == [time(9), time(9)]
    assert tuple(row.start.utcoffset() // timedelta(hours=1) for row in rows) == offsets


def test_a_cancelled_session_stays_in_view_with_its_reason(world):
    series = plan(world, date(2027, 3, 2))
    cancel_session(series=series, original_date=date(2027, 3, 9), reason=Reason.ILLNESS)
    rows = {row.day: row for row in occurrences(world.library, date(2027, 3, 1), date(2027, 3, 21))}
    assert (rows[date(2027, 3, 9)].status, rows[date(2027, 3, 9)].reason) == (Status.CANCELLED, Reason.ILLNESS)
    assert rows[date(2027, 3, 2)].status == Status.PLANNED


def test_a_moved_session_is_on_its_new_day_only(world):
    series = plan(world, date(2027, 3, 2))
    change_session(
        series=series,
        original_date=date(2027, 3, 9),
        kind=ChangeKind.MOVED,
        reason=Reason.MOVED,
        new_date=date(2027, 3, 11),
        new_start=time(14),
        new_end=time(15),
    )
    rows = [row for row in occurrences(world.library, date(2027, 3, 8), date(2027, 3, 14)) if row.kind == "offer"]
    assert [(row.start, row.status) for row in rows] == [(datetime(2027, 3, 11, 14, tzinfo=AMSTERDAM), Status.MOVED)]


def test_a_session_moved_into_the_week_from_another_is_there(world):
    series = plan(world, date(2027, 3, 2))
    change_session(
        series=series,
        original_date=date(2027, 3, 9),
        kind=ChangeKind.MOVED,
        reason=Reason.MOVED,
        new_date=date(2027, 3, 18),
    )
    assert days(world, date(2027, 3, 15), date(2027, 3, 21)) == [date(2027, 3, 16), date(2027, 3, 18)]


def test_a_change_taken_back_leaves_nothing(world):
    series = plan(world, date(2027, 3, 2))
    cancel_session(series=series, original_date=date(2027, 3, 9), reason=Reason.OTHER)
    restore_session(series=series, original_date=date(2027, 3, 9))
    row = next(row for row in occurrences(world.library, date(2027, 3, 8), date(2027, 3, 14)) if row.kind == "offer")
    assert row.status == Status.PLANNED


def test_a_closed_plein_cancels_what_was_planned_there(world, neighbour):
    day = a_day(1) + timedelta(weeks=1)
    close_plein(plein=world.plein, first_day=day, last_day=day, reason=Reason.HOLIDAY)
    own = [row.status for row in occurrences(world.library, day, day)]
    theirs = [row.status for row in occurrences(neighbour.library, day, day)]
    assert (own, theirs) == ([Status.CANCELLED], [Status.PLANNED])


def test_the_neighbours_programme_is_not_in_ours(world, neighbour):
    first = a_day(0)
    titles = {row.page.title for row in occurrences(world.library, first, first + timedelta(days=20))}
    assert titles == {"Oever spreekuur", "Oever avond"}


def test_now_and_next(world):
    day = a_day(1)
    rows = occurrences(world.library, day, day)
    at_two = datetime.combine(day, time(14), tzinfo=AMSTERDAM)
    at_noon = datetime.combine(day, time(12), tzinfo=AMSTERDAM)
    assert [len(part) for part in now_and_next(rows, at_two)] == [1, 0]
    assert [len(part) for part in now_and_next(rows, at_noon)] == [0, 1]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"end_time": time(8)}, "end_time"),
        ({"ends_on": date(2020, 1, 1)}, "ends_on"),
        ({"interval_weeks": 0}, "interval_weeks"),
    ],
    ids=["end-before-start", "last-day-before-first", "no-interval"],
)
def test_an_impossible_series_is_refused_with_a_sentence_at_the_field(world, facts, field):
    wanted = {"starts_on": date(2027, 3, 2), "start_time": time(9), "end_time": time(11)} | facts
    count = Series.objects.count()
    with pytest.raises(ValidationError) as error:
        save_series(offer=world.offer, plein=world.plein, room=None, **wanted)
    assert list(error.value.message_dict) == [field]
    assert Series.objects.count() == count


def test_session_dates_agree_with_an_independent_reading_of_our_calendar(world):
    """Three years of every third week over six clock changes, with one session cancelled and one moved."""
    first, last = date(2026, 1, 6), date(2028, 12, 31)
    series = plan(world, first, interval=3, start=time(2, 30), end=time(4))
    all_days = list(session_dates(series, first, last))
    cancel_session(series=series, original_date=all_days[5], reason=Reason.OTHER)
    change_session(
        series=series,
        original_date=all_days[9],
        kind=ChangeKind.MOVED,
        reason=Reason.OTHER,
        new_date=all_days[9] + timedelta(days=2),
    )
    file = world.client().get(f"/nl/kalender/{series.uuid}.ics").content
    calendar = Calendar.from_ical(file)
    theirs = sorted(
        event["DTSTART"].dt
        for event in recurring_ical_events.of(calendar).between(first, last)
        if event.get("STATUS") != "CANCELLED"
    )
    ours = [
        row.start for row in occurrences(world.library, first, last) if row.kind == "offer" and not row.is_cancelled
    ]
    assert [row.utctimetuple() for row in ours] == [row.utctimetuple() for row in theirs]
    assert len(ours) == len(all_days) - 1
