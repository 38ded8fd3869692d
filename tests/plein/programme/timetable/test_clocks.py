"""Each library goes by its own clock and its own holidays, on two sides of an ocean, in the same installation."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from icalendar import Calendar
from wagtail.users.models import UserProfile

from home.tenant.libraries.clock import on_clock_of
from home.tenant.libraries.countries import COUNTRIES, public_holidays
from home.tenant.libraries.models import Library
from plein.offer.places.selectors import opening_of
from plein.programme.calendars.ics import read
from plein.programme.timetable.choices import OnClosedDay
from plein.programme.timetable.models import Series
from plein.programme.timetable.selectors import occurrences
from plein.programme.timetable.services import save_series
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def island(db: None) -> World:
    return make_world("eiland", country="CW")


def series(world: World, first: date, start: time, **rule: object) -> Series:
    """A series that goes on when the plein is closed."""
    Series.objects.filter(offer=world.offer).delete()
    return save_series(
        offer=world.offer,
        plein=world.plein,
        room=world.room,
        starts_on=first,
        start_time=start,
        end_time=start.replace(minute=45),
        on_closed_day=OnClosedDay.ON,
        **rule,
    )


def in_utc(world: World, first: date, last: date) -> list[str]:
    rows = occurrences(world.library, first, last, offer=world.offer)
    return [f"{row.start.astimezone(UTC):%d-%m %H:%M}" for row in rows]


SPANS = {
    "spring": (date(2027, 3, 22), date(2027, 3, 29), ["22-03 12:00", "29-03 11:00"], ["22-03 17:00", "29-03 17:00"]),
    "autumn": (date(2027, 10, 25), date(2027, 11, 1), ["25-10 11:00", "01-11 12:00"], ["25-10 17:00", "01-11 17:00"]),
    "new year": (date(2027, 12, 27), date(2028, 1, 3), ["27-12 12:00", "03-01 12:00"], ["27-12 17:00", "03-01 17:00"]),
}


def test_one_o_clock_is_one_o_clock_on_each_wall(world: World, island: World) -> None:
    for first, last, here, there in SPANS.values():
        for place in (world, island):
            series(place, first, time(13))
        assert (in_utc(world, first, last), in_utc(island, first, last)) == (here, there)


def test_hour_that_the_clock_skips_is_skipped_in_the_netherlands_only(world: World, island: World) -> None:
    with pytest.raises(ValidationError) as refused:
        series(world, date(2027, 3, 28), time(2, 15))
    assert list(refused.value.message_dict) == ["start_time"]
    series(island, date(2027, 3, 28), time(2, 15))
    assert in_utc(island, date(2027, 3, 28), date(2027, 3, 28)) == ["28-03 06:15"]


@pytest.mark.clock("2027-01-01T00:30")
def test_new_year_comes_later_on_the_island(world: World, island: World) -> None:
    for place, day in ((world, date(2027, 1, 1)), (island, date(2026, 12, 31))):
        answer = place.client().get("/nl/dag/")
        assert answer.context["day"].date_iso == day.isoformat()
        week = place.client().get("/nl/week/")
        assert [one.date_iso for one in week.context["days"] if one.is_today] == [day.isoformat()]


@pytest.mark.clock("2027-07-02T21:30")
def test_clock_of_the_screen_and_the_open_door_are_those_of_the_place(world: World, island: World) -> None:
    """Half past nine in the evening here is half past three in the afternoon there: a Friday."""
    said = []
    for place in (world, island):
        answer = place.client().get(f"/scherm/{place.plein.slug}/")
        said.append((answer.context["clock"], answer.context["is_open"]))
        assert f'data-zone="{place.library.time_zone}"' in answer.content.decode()
    assert said == [("21.30", False), ("15.30", True)]


HOLIDAYS = {
    date(2027, 3, 26): ["CW"],  # Good Friday, a working day for Dutch libraries
    date(2027, 5, 17): ["NL"],  # Whit Monday
    date(2027, 7, 2): ["CW"],  # the day of its flag
    date(2027, 4, 27): ["NL", "CW"],
    date(2027, 4, 28): [],
}


def test_holidays_are_those_of_the_country(world: World, island: World) -> None:
    found: dict[date, list[str]] = {day: [] for day in HOLIDAYS}
    for place in (world, island):
        type(place.plein).objects.filter(pk=place.plein.pk).update(closes_on_holidays=True)
        for day in HOLIDAYS:
            if opening_of(place.library, day, day).closed_on(day):
                found[day].append(place.library.holiday_calendar)
    assert found == HOLIDAYS


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_country_has_a_clock_holidays_and_money(code: str) -> None:
    country = COUNTRIES[code]
    library = Library(time_zone=country.time_zone, holiday_calendar=code, currency=country.currency)
    library.clean_fields(exclude=["site", "name", "plein_name", "slug"])
    assert {date(2027, 1, 1), date(2027, 12, 25)} <= public_holidays(2027, code)
    assert f"{datetime(2027, 1, 1, tzinfo=library.zone):%z}" == ("+0100" if code == "NL" else "-0400")


@pytest.mark.parametrize(
    "wrong", [{"time_zone": "Mars/Olympus"}, {"holiday_calendar": "XX"}, {"currency": "NLG"}], ids=str
)
def test_clock_that_nobody_has_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refused:
        Library(**wrong).clean_fields()
    assert set(wrong) <= set(refused.value.message_dict)


def test_calendar_file_names_the_clock_of_the_library_and_has_no_other(world: World, island: World) -> None:
    for place, offsets in ((world, {"+0100", "+0200"}), (island, {"-0400"})):
        answer = place.client().get(f"/nl/kalender/plein/{place.plein.pk}.ics")
        calendar = Calendar.from_ical(answer.content)
        [zone] = calendar.walk("VTIMEZONE")
        said = {part.to_ical().decode().split("TZOFFSETTO:")[1][:5] for part in zone.subcomponents}
        assert (str(zone["TZID"]), said) == (place.library.time_zone, offsets)
        zones = {row["DTSTART"].params.get("TZID") for row in calendar.walk("VEVENT")}
        assert zones == {place.library.time_zone}


def test_partners_calendar_without_a_clock_means_the_one_on_the_wall(world: World, island: World) -> None:
    lines = "UID:1\nSUMMARY:Inloop\nDTSTART:{}\nDTEND:{}"
    for start, end in (("20270526T100000", "20270526T110000"), ("20270526T140000Z", "20270526T150000Z")):
        body = f"BEGIN:VEVENT\n{lines.format(start, end)}\nEND:VEVENT"
        file = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}\nEND:VCALENDAR\n".replace("\n", "\r\n").encode()
        clocks = []
        for place in (world, island):
            with on_clock_of(place.library):
                clocks += [row.start for row in read(file, date(2027, 5, 20)).sessions]
        assert clocks == ([time(10), time(10)] if not start.endswith("Z") else [time(16), time(10)])


def test_admin_goes_by_the_clock_of_the_library_unless_somebody_chose_her_own(island: World) -> None:
    user = make_user("communication", island.library)
    client = signed_in(island, user)
    with timezone.override("UTC"):
        answer = client.get("/admin/")
    assert answer.status_code == 200
    assert answer.wsgi_request.user.wagtail_userprofile.get_current_time_zone() == "America/Curacao"
    UserProfile.objects.create(user=user, current_time_zone="Europe/Amsterdam")
    chosen = client.get("/admin/").wsgi_request.user.wagtail_userprofile
    assert chosen.get_current_time_zone() == "Europe/Amsterdam"
