"""The page of a day."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from plein.offer.places.choices import Reason
from plein.offer.places.services import close_plein
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.services import change_session
from tests.clock import AMSTERDAM
from tests.factories.world import a_day, add_events, add_series

pytestmark = pytest.mark.django_db

QUERIES = 14


def shown(context) -> list[str]:
    return [card.title for card in context["day"].sessions]


def test_one_day_in_order_of_time_and_nothing_of_another(world, neighbour, visitor):
    add_series(world, 8)
    cards = visitor.get(f"/nl/dag/{a_day(8)}/").context["day"].sessions
    assert [(card.title, card.time[:5]) for card in cards] == [
        ("Meer 1", "10.00"),
        ("Oever spreekuur", "13.00"),
        ("Meer 7", "16.00"),
    ]


def test_today_has_an_address_that_stays(visitor):
    context = visitor.get("/nl/dag/").context
    assert (context["day"].date_iso, context["today_url"]) == (timezone.localdate().isoformat(), "")
    assert visitor.get(f"/nl/dag/{a_day(8)}/").context["today_url"] == "/nl/dag/"


def test_the_days_around_it(visitor):
    context = visitor.get(f"/nl/dag/{a_day(8)}/").context
    assert (context["previous_url"], context["next_url"]) == (f"/nl/dag/{a_day(7)}/", f"/nl/dag/{a_day(9)}/")
    assert context["week_day_url"] == f"/nl/week/?van={a_day(8)}#dag-{a_day(8)}"


@pytest.mark.parametrize("asked", ["morgen", "2026-13-45", "20261124", "2026-11-24x", "0001-01-01", "9999-12-31"])
def test_an_odd_day_is_not_there(visitor, asked):
    assert visitor.get(f"/nl/dag/{asked}/").status_code == 404


def test_leafing_ends_with_a_way_back(visitor):
    last = timezone.localdate() + timedelta(weeks=26)
    assert visitor.get(f"/nl/dag/{last}/").context["next_url"] == ""
    answer = visitor.get(f"/nl/dag/{last + timedelta(days=1)}/")
    assert (answer.status_code, answer.context["action_url"]) == (404, "/nl/dag/")


@pytest.mark.parametrize(
    ("clock", "in_parts", "before_cards"),
    [
        (time(9, 30), [True, False, False], []),
        (time(12, 30), [False, False, False], ["Oever spreekuur"]),
        (time(14), [False, True, False], []),
        (time(18), [False, False, True], []),
    ],
    ids=["morning", "just-before", "during", "evening"],
)
def test_a_line_marks_now(world, visitor, monkeypatch, clock, in_parts, before_cards):
    now = datetime.combine(a_day(8), clock, tzinfo=AMSTERDAM)
    monkeypatch.setattr(timezone, "now", lambda: now)
    day = visitor.get("/nl/dag/").context["day"]
    assert [bool(band.now_label) for band in day.dayparts] == in_parts
    assert [card.title for card in day.sessions if card.now_label] == []
    marked = [card.title for band in day.dayparts for card in band.sessions if card.now_label]
    assert marked == before_cards


def test_opening_and_closing_are_said(world, visitor):
    context = visitor.get(f"/nl/dag/{a_day(8)}/").context
    assert (context["day"].open_label, context["day"].closed_label) == ("09.00\xa0tot\xa017.00\xa0uur", "")
    close_plein(plein=world.plein, first_day=a_day(8), last_day=a_day(8), reason=Reason.HOLIDAY)
    context = visitor.get(f"/nl/dag/{a_day(8)}/").context
    assert (context["day"].open_label, bool(context["day"].closed_label)) == ("", True)
    assert [card.is_cancelled for card in context["day"].sessions] == [True]


def test_a_session_moved_away_stays_struck(world, visitor):
    change_session(
        series=world.series, original_date=a_day(8), kind=ChangeKind.MOVED, reason=Reason.OTHER, new_date=a_day(9)
    )
    days = [visitor.get(f"/nl/dag/{a_day(number)}/").context["day"].sessions for number in (8, 9)]
    assert [[card.is_ghost for card in cards if card.kind == "offer"] for cards in days] == [[True], [False]]


def test_an_empty_day_says_what_to_do(visitor):
    answer = visitor.get(f"/nl/dag/{a_day(26)}/")
    assert shown(answer.context) == []
    assert 'class="empty"' in answer.content.decode()


def test_a_language_that_the_library_does_not_show_is_not_there(visitor):
    assert visitor.get("/de/dag/").status_code == 404


def test_nothing_of_the_neighbour(world, neighbour):
    path = f"/nl/dag/{a_day(8)}/"
    assert "Vest" in neighbour.client().get(path).content.decode()
    assert "Vest" not in world.client().get(path).content.decode()


def test_a_day_costs_the_same_whatever_is_on(world, visitor, django_assert_max_num_queries):
    add_events(world, 20)
    path = f"/pl/dag/{a_day(8)}/"
    visitor.get(path)
    with django_assert_max_num_queries(QUERIES):
        visitor.get(path)
    add_series(world, 30)
    with django_assert_max_num_queries(QUERIES):
        visitor.get(path)
