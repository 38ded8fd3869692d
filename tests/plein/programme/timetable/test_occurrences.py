"""Series, changes and closures become the moments of the programme."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from plein.offer.places.choices import Reason, Stops
from plein.offer.places.services import close_plein, open_again
from plein.programme.timetable.choices import ChangeKind, OnClosedDay, Status
from plein.programme.timetable.models import Series
from plein.programme.timetable.selectors import now_and_next, occurrences
from plein.programme.timetable.services import (
    add_session,
    cancel_session,
    change_session,
    restore_session,
    save_series,
    set_people,
)
from tests.factories.world import World, a_day

pytestmark = pytest.mark.django_db
# Series, changes, closures, events.
OCCURRENCE_QUERIES = 4
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
        interval=interval,
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
        ({"interval": 0}, "interval"),
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


def of_offers(world: World, first: date, last: date) -> list[tuple[str, str, str]]:
    return [
        (f"{row.start:%d-%m %H:%M}", row.status, row.reason)
        for row in occurrences(world.library, first, last)
        if row.kind == "offer"
    ]


MARCH = date(2027, 3, 1), date(2027, 3, 31)


def test_several_times_a_day_are_changed_one_by_one(world):
    series = plan(world, date(2027, 3, 2), count=2, also_at=[(time(14), time(16))])
    cancel_session(series=series, original_date=date(2027, 3, 9), original_time=time(14), reason=Reason.ILLNESS)
    assert of_offers(world, *MARCH) == [
        ("02-03 09:00", "planned", ""),
        ("02-03 14:00", "planned", ""),
        ("09-03 09:00", "planned", ""),
        ("09-03 14:00", "cancelled", "illness"),
    ]


def test_term_time_leaves_out_the_school_holidays_and_nothing_else_does(world):
    first, last = date(2027, 3, 8), date(2027, 3, 14)
    close_plein(plein=world.plein, first_day=first, last_day=last, reason=Reason.HOLIDAY, stops=Stops.TERM_TIME)
    plan(world, date(2027, 3, 2), count=3, is_term_time_only=True)
    assert [row[0] for row in of_offers(world, *MARCH)] == ["02-03 09:00", "16-03 09:00"]
    plan(world, date(2027, 3, 2), count=3)
    assert [row[0] for row in of_offers(world, *MARCH)] == ["02-03 09:00", "09-03 09:00", "16-03 09:00"]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (OnClosedDay.CLOSED, ("29-03 09:00", "cancelled", "holiday")),
        (OnClosedDay.ON, ("29-03 09:00", "planned", "")),
        (OnClosedDay.MOVED, ("30-03 09:00", "moved", "holiday")),
    ],
)
def test_a_series_chooses_what_it_does_on_a_public_holiday(world, choice, expected):
    type(world.plein).objects.filter(pk=world.plein.pk).update(closes_on_holidays=True)
    plan(world, date(2027, 3, 22), count=2, on_closed_day=choice)
    assert of_offers(world, *MARCH) == [("22-03 09:00", "planned", ""), expected]


def test_a_plein_that_stays_open_on_holidays_changes_nothing(world):
    plan(world, date(2027, 3, 29), count=1)
    assert of_offers(world, *MARCH) == [("29-03 09:00", "planned", "")]


def test_a_session_moves_past_a_closure_and_the_sunday_after_it(world):
    first, last = date(2027, 3, 9), date(2027, 3, 13)
    close_plein(plein=world.plein, first_day=first, last_day=last, reason=Reason.OTHER)
    plan(world, date(2027, 3, 2), count=2, on_closed_day=OnClosedDay.MOVED)
    assert of_offers(world, *MARCH) == [("02-03 09:00", "planned", ""), ("15-03 09:00", "moved", "other")]


def test_a_full_a_replaced_and_an_extra_session(world):
    series = plan(world, date(2027, 3, 2), count=2)
    other = world.partner
    change_session(series=series, original_date=date(2027, 3, 2), kind=ChangeKind.FULL, reason=Reason.FULL)
    change_session(
        series=series,
        original_date=date(2027, 3, 9),
        kind=ChangeKind.REPLACED,
        reason=Reason.ILLNESS,
        new_partner=other,
    )
    add_session(series=series, day=date(2027, 3, 11), start=time(19), end=time(20), reason=Reason.OTHER)
    assert of_offers(world, *MARCH) == [
        ("02-03 09:00", "full", "full"),
        ("09-03 09:00", "replaced", "illness"),
        ("11-03 19:00", "extra", ""),
    ]


def test_an_extra_session_that_is_cancelled_stays_in_view(world):
    series = plan(world, date(2027, 3, 2), count=1)
    add_session(series=series, day=date(2027, 3, 11), start=time(19), end=time(20), reason=Reason.OTHER)
    cancel_session(series=series, original_date=date(2027, 3, 11), original_time=time(19), reason=Reason.ILLNESS)
    assert of_offers(world, *MARCH)[1:] == [("11-03 19:00", "cancelled", "illness")]


def test_people_take_turns_by_week_and_are_left_out_when_they_are_away(world):
    series = plan(world, date(2027, 3, 2), count=4)
    turn = {"last_day": None, "interval": 2, "not_on": []}
    people = [
        turn | {"name": "Halina", "first_day": "2027-03-01"},
        turn | {"name": "Piet", "first_day": "2027-03-08", "not_on": ["2027-03-23"]},
    ]
    set_people(series=series, people=people)
    rows = occurrences(world.library, *MARCH)
    assert [row.people for row in rows if row.kind == "offer"] == [("Halina",), ("Piet",), ("Halina",), ()]


def test_a_change_that_belongs_to_a_rule_of_the_past_says_nothing(world):
    series = plan(world, date(2027, 3, 2), count=2)
    cancel_session(series=series, original_date=date(2027, 3, 9), reason=Reason.ILLNESS)
    series.refresh_from_db()
    series.starts_on = date(2027, 3, 3)
    series.save()
    assert of_offers(world, *MARCH) == [("03-03 09:00", "planned", ""), ("10-03 09:00", "planned", "")]


def test_a_closure_counts_up_the_series_of_its_plein_only(world, neighbour):
    before = (Series.objects.get(pk=world.series.pk).revision, Series.objects.get(pk=neighbour.series.pk).revision)
    closure = close_plein(plein=world.plein, first_day=a_day(1), last_day=a_day(1), reason=Reason.OTHER)
    open_again(row=closure)
    after = (Series.objects.get(pk=world.series.pk).revision, Series.objects.get(pk=neighbour.series.pk).revision)
    assert after == (before[0] + 2, before[1])


def test_more_sessions_cost_no_more_queries(world, django_assert_num_queries):
    plan(world, a_day(0))
    with django_assert_num_queries(OCCURRENCE_QUERIES):
        occurrences(world.library, a_day(0), a_day(6))
    for hour in range(8, 20):
        series = save_series(
            offer=world.offer,
            plein=world.plein,
            room=world.room,
            starts_on=a_day(1),
            start_time=time(hour),
            end_time=time(hour, 30),
        )
        cancel_session(series=series, original_date=a_day(1), reason=Reason.OTHER)
    with django_assert_num_queries(OCCURRENCE_QUERIES):
        occurrences(world.library, a_day(0), a_day(6))
