"""Invitations."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.persons.services import run_retention
from plein.offer.places.choices import Reason
from plein.programme.events.choices import EventStatus
from plein.programme.events.models import Welcomer
from plein.programme.events.services import hide_welcomer, show_welcomer
from tests.factories.world import add_events

pytestmark = pytest.mark.django_db


def test_the_page_names_who_welcomes_in_their_languages(world, visitor):
    show_welcomer(event=world.event, source_key=uuid.uuid4(), name="Magda", languages=["pl", "nl"])
    answer = visitor.get("/pl/activiteiten/avond/")
    people = [(row["name"], [language.code for language in row["languages"]]) for row in answer.context["welcomers"]]
    assert people == [("Magda", ["pl", "nl"])]
    assert "Magda" in answer.content.decode()


def test_hiding_a_welcomer_takes_the_name_off_every_event(world, visitor):
    key = uuid.uuid4()
    show_welcomer(event=world.event, source_key=key, name="Magda", languages=["pl"])
    assert hide_welcomer(source_key=key) == 1
    assert "Magda" not in visitor.get("/pl/activiteiten/avond/").content.decode()


def test_showing_twice_makes_one_row(world):
    key = uuid.uuid4()
    for name in ("Magda", "Magdalena"):
        show_welcomer(event=world.event, source_key=key, name=name, languages=["pl"])
    assert list(Welcomer.objects.values_list("name", flat=True)) == ["Magdalena"]


def test_names_are_forgotten_a_month_after_the_event(world):
    show_welcomer(event=world.event, source_key=uuid.uuid4(), name="Magda", languages=["pl"])
    assert run_retention().ended == {}
    type(world.event).objects.update(date=timezone.localdate() - timedelta(days=31))
    assert (run_retention().ended, Welcomer.objects.count()) == ({"plein.Welcomer": {"": 1}}, 0)


def test_events_in_the_readers_language_come_first(world, visitor):
    add_events(world, 3)
    assert visitor.get("/pl/activiteiten/").context["events"][0].title == "Oever avond"
    assert visitor.get("/nl/activiteiten/").context["events"][0].title == "Dag 0"


def test_a_cancelled_event_says_why_in_every_language(world, visitor):
    world.event.status, world.event.reason = EventStatus.CANCELLED, Reason.ILLNESS
    world.event.save_revision().publish()
    for code in ("nl", "pl"):
        card = visitor.get(f"/{code}/activiteiten/avond/").context["card"]
        assert (card.is_cancelled, bool(card.reason_label)) == (True, True)


def test_cancelling_without_a_reason_is_refused_at_the_field(world):
    world.event.status, world.event.reason = EventStatus.CANCELLED, ""
    with pytest.raises(ValidationError) as error:
        world.event.full_clean()
    assert list(error.value.message_dict) == ["reason"]


def test_a_room_of_the_neighbour_is_refused(world, neighbour):
    world.event.room = neighbour.room
    with pytest.raises(ValidationError) as error:
        world.event.full_clean()
    assert list(error.value.message_dict) == ["room"]


def test_past_events_are_apart(world, visitor):
    type(world.event).objects.update(date=timezone.localdate() - timedelta(days=3))
    context = visitor.get("/nl/activiteiten/").context
    assert ([card.title for card in context["events"]], [card.title for card in context["past_events"]]) == (
        [],
        ["Oever avond"],
    )
