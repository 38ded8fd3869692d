"""What was read becomes sessions of the programme: once, everywhere, and gone when the partner takes it away."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from plein.offer.places.choices import Reason
from plein.offer.places.models import Closure
from plein.programme.calendars.choices import Health, Problem
from plein.programme.calendars.models import CalendarSource
from plein.programme.calendars.services import delete_source, fetch_now, waiting_time
from plein.programme.calendars.tasks import fetch_due
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.selectors import occurrences
from plein.programme.timetable.services import cancel_session
from tests.factories.world import World
from tests.plein.programme.calendars.conftest import Server, calendar, event, in_days

pytestmark = pytest.mark.django_db


def taken(world: World) -> list[tuple[date, time, time, str]]:
    """The sessions on the programme that are not the weekly ones of the world."""
    rows = occurrences(world.library, in_days(-7), in_days(60), offer=world.offer.pk)
    return [
        (row.day, row.start.time(), row.end.time(), row.status) for row in rows if row.uid != str(world.series.uuid)
    ]


def revisions() -> list[int]:
    return list(Series.objects.order_by("pk").values_list("revision", flat=True))


def a_weekday(after: int) -> date:
    """A day on which the plein is open: no Sunday, no holiday of the tests' winters."""
    day = in_days(after)
    while day.weekday() == 6 or (day.month, day.day) in {(12, 25), (12, 26), (1, 1), (4, 27), (5, 5)}:
        day += timedelta(days=1)
    return day


def test_sessions_are_on_the_programme_of_the_offer(source: CalendarSource, server: Server, world: World) -> None:
    day = a_weekday(3)
    server.give(calendar(event(day), event(day, uid="twee", clock="140000", until="153000")))
    outcome = fetch_now(source=source)
    assert (outcome.problem, outcome.taken, outcome.left_out) == (None, 2, 0)
    assert taken(world) == [(day, time(10), time(11), "planned"), (day, time(14), time(15, 30), "planned")]


def test_second_time_changes_nothing(source: CalendarSource, server: Server, world: World) -> None:
    server.give(calendar(event(a_weekday(3)), event(a_weekday(8), uid="twee", RRULE="FREQ=WEEKLY;COUNT=5")))
    fetch_now(source=source)
    before = (taken(world), revisions(), list(Change.objects.order_by("pk").values()))
    outcomes = [fetch_now(source=source, is_asked=True) for _time in range(2)]
    assert (taken(world), revisions(), list(Change.objects.order_by("pk").values())) == before
    assert [row.taken for row in outcomes] == [len(before[0])] * 2


def test_moved_event_moves_and_is_there_once(source: CalendarSource, server: Server, world: World) -> None:
    first, second = a_weekday(3), a_weekday(5)
    server.give(calendar(event(first)))
    fetch_now(source=source)
    server.give(calendar(event(second, clock="113000", until="120000")))
    fetch_now(source=source, is_asked=True)
    assert taken(world) == [(second, time(11, 30), time(12), "planned")]


def test_session_of_yesterday_that_moved_on_is_there_once(source: CalendarSource, server: Server, world: World) -> None:
    past, coming = in_days(-1), a_weekday(5)
    Closure.objects.all().delete()
    server.give(calendar(event(past)))
    fetch_now(source=source)
    server.give(calendar(event(coming)))
    fetch_now(source=source, is_asked=True)
    assert [row[0] for row in taken(world)] == [coming]


@pytest.mark.parametrize("how", ["cancelled", "vanished"])
def test_event_that_is_off_disappears(how: str, source: CalendarSource, server: Server, world: World) -> None:
    stays, goes = a_weekday(3), a_weekday(6)
    server.give(calendar(event(stays), event(goes, uid="twee")))
    fetch_now(source=source)
    both = [row[0] for row in taken(world)]
    rest = [event(goes, uid="twee", STATUS="CANCELLED")] if how == "cancelled" else []
    server.give(calendar(event(stays), *rest))
    outcome = fetch_now(source=source, is_asked=True)
    assert (both, [row[0] for row in taken(world)], outcome.taken) == ([stays, goes], [stays], 1)


def test_what_is_over_stays(source: CalendarSource, server: Server) -> None:
    past = next(day for day in map(in_days, (-1, -2)) if day.weekday() != 6)
    server.give(calendar(event(past)))
    fetch_now(source=source)
    server.give(calendar())
    fetch_now(source=source, is_asked=True)
    assert list(Change.objects.values_list("original_date", flat=True)) in ([past], [])


def test_two_events_at_the_same_time_are_one_session(source: CalendarSource, server: Server, world: World) -> None:
    day = a_weekday(3)
    server.give(calendar(event(day), event(day, uid="twee", until="123000")))
    fetch_now(source=source)
    before = revisions()
    fetch_now(source=source, is_asked=True)
    assert (taken(world), revisions()) == ([(day, time(10), time(12, 30), "planned")], before)


def test_title_decides_and_the_rest_is_left_out(source: CalendarSource, server: Server, world: World) -> None:
    source.rules.update(offer=None)
    source.rules.create(title="Taalcafé", offer=world.offer)
    day = a_weekday(3)
    server.give(calendar(event(day, "Taalcafé"), event(a_weekday(4), "Teamoverleg", uid="twee")))
    outcome = fetch_now(source=source)
    assert ([row[0] for row in taken(world)], outcome.taken, outcome.left_out) == ([day], 1, 1)


def test_series_of_an_editor_is_never_used(source: CalendarSource, server: Server, world: World) -> None:
    """The same offer, plein, weekday and time as the weekly series of the world."""
    day = world.series.starts_on + timedelta(weeks=6)
    server.give(calendar(event(day, clock="130000", until="150000")))
    fetch_now(source=source)
    world.series.refresh_from_db()
    assert (world.series.frequency, world.series.changes.count(), Series.objects.filter(offer=world.offer).count()) == (
        "weekly",
        0,
        2,
    )


def test_what_an_editor_cancelled_stays_cancelled(source: CalendarSource, server: Server, world: World) -> None:
    day = a_weekday(3)
    server.give(calendar(event(day)))
    fetch_now(source=source)
    series = source.rules.get().series
    cancel_session(series=series, original_date=day, original_time=time(10), reason=Reason.ILLNESS)
    fetch_now(source=source, is_asked=True)
    assert taken(world) == [(day, time(10), time(11), "cancelled")]


def test_nothing_is_taken_on_a_day_on_which_the_plein_is_closed(
    source: CalendarSource, server: Server, world: World
) -> None:
    day = a_weekday(3)
    Closure.objects.create(plein=world.plein, first_day=day, last_day=day, reason=Reason.ILLNESS)
    server.give(calendar(event(day), event(a_weekday(5), uid="twee")))
    outcome = fetch_now(source=source)
    assert (outcome.taken, outcome.left_out, [row[0] for row in taken(world)]) == (1, 1, [a_weekday(5)])


def test_other_plein_or_offer_takes_the_coming_sessions_along(
    source: CalendarSource, server: Server, world: World
) -> None:
    server.give(calendar(event(a_weekday(3))))
    fetch_now(source=source)
    source.rules.update(offer=None)
    fetch_now(source=source, is_asked=True)
    assert (taken(world), Series.objects.filter(offer=world.offer).count()) == ([], 1)


def test_calendar_that_is_thrown_away_takes_the_coming_sessions_along(
    source: CalendarSource, server: Server, world: World
) -> None:
    server.give(calendar(event(a_weekday(3))))
    fetch_now(source=source)
    delete_source(row=source)
    assert not CalendarSource.objects.exists()
    assert (taken(world), list(Series.objects.filter(offer=world.offer))) == ([], [world.series])


@pytest.mark.parametrize(
    "bad",
    [{"status": 404}, {"body": b"<html>"}, {"body": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"}, {"body": b"X" * 6000000}],
    ids=["gone", "page", "half", "big"],
)
def test_broken_calendar_leaves_what_was_taken(
    bad: dict[str, Any], source: CalendarSource, server: Server, world: World
) -> None:
    server.give(calendar(event(a_weekday(3))))
    fetch_now(source=source)
    before = (taken(world), revisions())
    server.give(**bad)
    outcome = fetch_now(source=source, is_asked=True)
    source.refresh_from_db()
    assert ((taken(world), revisions()), source.problem, source.health) == (before, outcome.problem, Health.FALTERS)


def test_unchanged_calendar_is_not_sent_twice_on_a_day(source: CalendarSource, server: Server) -> None:
    server.give(calendar(event(a_weekday(3))), headers={"ETag": '"een"'})
    fetch_now(source=source)
    source.refresh_from_db()
    server.give(status=304)
    outcome = fetch_now(source=source)
    assert (server.asked[-1][1]["If-None-Match"], outcome.problem, outcome.taken) == ('"een"', None, 1)


def test_unchanged_calendar_is_read_in_full_on_another_day(source: CalendarSource, server: Server) -> None:
    """The days that are taken move along with today: a weekly event has one more session at the far end."""
    server.give(calendar(event(a_weekday(3))), headers={"ETag": '"een"'})
    fetch_now(source=source)
    CalendarSource.objects.update(read_on=in_days(-1))
    source.refresh_from_db()
    fetch_now(source=source)
    assert "If-None-Match" not in server.asked[-1][1]


def test_round_fetches_what_is_due_once(source: CalendarSource, server: Server, world: World) -> None:
    server.give(calendar(event(a_weekday(3))))
    rounds = [fetch_due(), fetch_due()]
    source.refresh_from_db()
    minutes = round((source.next_try_at - timezone.now()).total_seconds() / 60)
    assert (rounds, len(server.asked), len(taken(world)), minutes) == ([1, 0], 1, 1, 60)


@pytest.mark.parametrize("facts", [{"is_active": False}, {"next_try_at": None}], ids=["off", "not taken yet"])
def test_round_leaves_alone_what_is_not_its_turn(facts: dict[str, Any], source: CalendarSource, server: Server) -> None:
    CalendarSource.objects.update(**facts)
    assert (fetch_due(), server.asked) == (0, [])


def test_wait_doubles_up_to_a_day() -> None:
    hours = [waiting_time(count).total_seconds() / 3600 for count in (1, 2, 3, 4, 5, 6, 7, 1000)]
    assert hours == [1, 2, 4, 8, 16, 24, 24, 24]


def test_owner_gets_one_mail_after_five_failures(
    source: CalendarSource,
    server: Server,
    mailoutbox: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    server.give(status=404)
    counts, lights = [], []
    for _time in range(6):
        with django_capture_on_commit_callbacks(execute=True):
            outcome = fetch_now(source=source)
        source.refresh_from_db()
        counts.append(len(mailoutbox))
        lights.append(source.health)
    assert outcome.problem == Problem.NOT_FOUND
    assert counts == [0, 0, 0, 0, 1, 1]
    assert lights == [Health.FALTERS] * 4 + [Health.BROKEN] * 2
    mail = mailoutbox[0]
    assert (mail.to, str(Problem.NOT_FOUND.label) in mail.body, f"/admin/calendars/{source.pk}/" in mail.body) == (
        [source.owner.email],
        True,
        True,
    )


def test_mail_without_an_owner_goes_to_the_library(
    source: CalendarSource, server: Server, mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    CalendarSource.objects.update(owner=None, failures=4)
    source.refresh_from_db()
    server.give(status=500)
    with django_capture_on_commit_callbacks(execute=True):
        fetch_now(source=source)
    assert [mail.to for mail in mailoutbox] == [["info@oever.example"]]


def test_calendar_that_works_again_is_green_again(source: CalendarSource, server: Server) -> None:
    CalendarSource.objects.update(failures=7, problem=Problem.NOT_FOUND)
    source.refresh_from_db()
    server.give(calendar(event(a_weekday(3))))
    fetch_now(source=source)
    source.refresh_from_db()
    assert (source.health, source.failures, source.problem) == (Health.GOOD, 0, "")
