"""The plein and when it is open."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.site.pages.services import save_page
from home.tenant.languages.dates import day_label
from home.tenant.libraries.countries import public_holidays
from plein.offer.places.choices import Reason, Weekday
from plein.offer.places.pages import PleinPage
from plein.offer.places.selectors import opening_of
from plein.offer.places.services import close_plein, set_opening_hours
from tests.clock import AMSTERDAM
from tests.factories.world import a_day

pytestmark = pytest.mark.django_db


def label_at(world, day, clock) -> tuple[bool, str, str]:
    opening = opening_of(world.library, day, day + timedelta(days=14))
    return opening.now_label("nl", datetime.combine(day, clock, tzinfo=AMSTERDAM))


def test_open_now_says_until_when(world):
    is_open, label, again = label_at(world, a_day(1), time(10))
    assert (is_open, "17.00" in label, again) == (True, True, "")


def test_closed_now_says_when_it_opens_again(world):
    is_open, _label, again = label_at(world, a_day(1), time(18))
    assert (is_open, "9" in again) == (False, True)


def test_sunday_leads_to_monday(world):
    is_open, _label, again = label_at(world, a_day(6), time(12))
    assert (is_open, bool(again)) == (False, True)


def test_a_closure_goes_before_the_usual_hours(world):
    close_plein(plein=world.plein, first_day=a_day(1), last_day=a_day(2), reason=Reason.HOLIDAY)
    opening = opening_of(world.library, a_day(0), a_day(6))
    assert [bool(opening.label(a_day(day), "nl")) for day in range(7)] == [True, False, False, True, True, True, False]
    assert opening.closed_label(a_day(1)) != ""


def test_the_neighbours_closure_does_not_close_us(world, neighbour):
    close_plein(plein=neighbour.plein, first_day=a_day(1), last_day=a_day(1), reason=Reason.HOLIDAY)
    assert opening_of(world.library, a_day(0), a_day(6)).closures == []
    assert len(opening_of(neighbour.library, a_day(0), a_day(6)).closures) == 1


def test_hours_that_end_before_they_begin_are_refused_and_the_old_ones_stay(world):
    with pytest.raises(ValidationError):
        set_opening_hours(plein=world.plein, hours=[(0, time(17), time(9))])
    assert world.plein.opening_hours.count() == 6


def test_each_plein_shows_its_own_hours_and_closures(world, visitor):
    other = save_page(model=PleinPage, parent=world.home, slug="wijk", title="Wijk", search_description="x")
    set_opening_hours(plein=other, hours=[(day, time(19), time(21)) for day in range(7)])
    close_plein(plein=other, first_day=a_day(8), last_day=a_day(8), reason=Reason.ILLNESS)
    context = visitor.get("/nl/plein/").context
    assert not any("19" in row["label"] for row in context["hours"])
    assert [row["label"] for row in context["exceptions"] if "ziekte" in row["label"]] == []
    there = visitor.get("/nl/wijk/").context
    assert [row["label"] for row in there["exceptions"] if "ziekte" in row["label"]] == ["Gesloten: vanwege ziekte"]


@pytest.mark.parametrize("closes", [True, False], ids=["keeps-holidays", "opens-all-the-same"])
def test_public_holidays_to_come_are_said_where_the_plein_keeps_them(world, visitor, closes):
    world.plein.closes_on_holidays = closes
    world.plein.save_revision().publish()
    coming = [timezone.localdate() + timedelta(days=number) for number in range(8 * 7 + 1)]
    kept = [day for day in coming if day in public_holidays(day.year, "NL") and day.weekday() < Weekday.SUNDAY]
    exceptions = visitor.get("/nl/plein/").context["exceptions"]
    assert [row["day"] for row in exceptions] == ([day_label(day, "nl") for day in kept] if closes else [])


def test_the_page_shows_rooms_with_what_is_there(visitor):
    rooms = visitor.get("/nl/plein/").context["rooms"]
    assert [(room["name"], [row["pictogram"] for row in room["facilities"]]) for room in rooms] == [
        ("Oeverkamer", ["pc", "table"])
    ]
