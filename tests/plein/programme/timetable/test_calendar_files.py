"""What a resident puts in her own calendar."""

import uuid

import pytest
from icalendar import Calendar

from plein.offer.places.choices import Reason
from plein.programme.events.choices import EventStatus
from plein.programme.timetable.services import cancel_session
from tests.factories.world import a_day, translate

pytestmark = pytest.mark.django_db


def events_in(answer) -> list:
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_an_event_is_in_the_readers_words_at_the_sources_time(world):
    for page in (world.home, world.events, world.event):
        translate(page, "pl")
    event = events_in(world.client().get(f"/pl/kalender/{world.event.translation_key}.ics"))[0]
    assert event["SUMMARY"] == "Oever avond [pl]"
    assert event["DTSTART"].dt.strftime("%H:%M") == "19:00"
    assert event["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert event["URL"] == "http://oever.test/pl/activiteiten/avond/"


def test_a_cancelled_event_says_so_in_the_calendar(world):
    world.event.status, world.event.reason = EventStatus.CANCELLED, Reason.ILLNESS
    world.event.save_revision().publish()
    event = events_in(world.client().get(f"/pl/kalender/{world.event.translation_key}.ics"))[0]
    assert event["STATUS"] == "CANCELLED"


def test_a_cancelled_session_gets_a_higher_sequence_and_keeps_its_uid(world):
    address = f"/nl/kalender/{world.series.uuid}.ics"
    before = events_in(world.client().get(address))
    cancel_session(series=world.series, original_date=a_day(1), reason=Reason.ILLNESS)
    after = events_in(world.client().get(address))
    assert {event["UID"] for event in before + after} == {f"{world.series.uuid}@ontwikkelplein"}
    assert (before[0]["SEQUENCE"], after[0]["SEQUENCE"]) == (0, 1)
    there = [event for event in after if "RECURRENCE-ID" not in event or event["DTSTART"].dt.date() == a_day(1)]
    assert [str(event["STATUS"]) for event in there] == ["CONFIRMED", "CANCELLED"]


def test_the_neighbours_calendar_is_not_at_this_address(world, neighbour):
    for key in (neighbour.series.uuid, neighbour.event.translation_key):
        assert neighbour.client().get(f"/nl/kalender/{key}.ics").status_code == 200
        assert world.client().get(f"/nl/kalender/{key}.ics").status_code == 404
    assert neighbour.client().get(f"/nl/kalender/aanbod/{neighbour.offer.pk}.ics").status_code == 200
    assert world.client().get(f"/nl/kalender/aanbod/{neighbour.offer.pk}.ics").status_code == 404


def test_a_key_that_nobody_has_is_not_there(visitor):
    assert visitor.get(f"/nl/kalender/{uuid.uuid4()}.ics").status_code == 404
