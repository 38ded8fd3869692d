"""The mails of the roster: what they say as long as nobody edited them, in Dutch and in English."""

import re
from datetime import timedelta

import pytest
from django.utils import translation

from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.presenters import moment_label
from netwerk.floor.roster.services import accept, propose_swap, undo
from tests.factories.letters import last, read
from tests.netwerk.floor.roster.conftest import Crew

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["nl", "en"])
def language(crew: Crew, request: pytest.FixtureRequest) -> str:
    """The language in which the library works."""
    crew.world.library.main_language = request.param
    crew.world.library.save()
    return request.param


def last_mail() -> tuple[str, str, str]:
    return read(last())


def link_in(text: str, act: str) -> str:
    """The personal link in a mail: each time that it is made, it has one of its own."""
    return re.findall(rf"http://oever\.test/\w\w/antwoord/{act}/[\w-]{{43}}/", text)[0]


def test_question_to_stand_in_its_answer_and_that_it_is_not_needed(crew: Crew, language: str) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    question = gap.requests.get()
    with translation.override(language):
        moment = moment_label(crew.series, crew.day, language)
    day = moment.split(", ")[0]
    said = last_mail()
    link = link_in(said[2], "invallen")
    asked = {
        "nl": (
            f"Kunt u invallen op {day}?",
            (
                f"Dag Piet Oevernaam,\n\nHalina Oevernaam kan niet komen. Kunt u invallen?\n\n{moment}\n\n"
                f"Antwoord hier, ja of nee:\n{link}\n\nWie als eerste ja zegt, doet het."
            ),
        ),
        "en": (
            f"Can you stand in on {day}?",
            (
                f"Hello Piet Oevernaam,\n\nHalina Oevernaam cannot come. Can you stand in?\n\n{moment}\n\n"
                f"Answer here, yes or no:\n{link}\n\nThe first who says yes does it."
            ),
        ),
    }
    assert said == (language, *asked[language])
    gap = accept(request=question)
    taken = {
        "nl": (
            "Piet Oevernaam valt voor u in",
            f"Dag Halina Oevernaam,\n\nPiet Oevernaam valt voor u in.\n\n{moment}",
        ),
        "en": (
            "Piet Oevernaam stands in for you",
            f"Hello Halina Oevernaam,\n\nPiet Oevernaam stands in for you.\n\n{moment}",
        ),
    }
    assert last_mail() == (language, *taken[language])
    undo(gap=gap)
    over = {
        "nl": (
            f"U hoeft niet in te vallen op {day}",
            f"Dag Piet Oevernaam,\n\nHalina Oevernaam kan toch komen. U hoeft niet in te vallen.\n\n{moment}",
        ),
        "en": (
            f"You need not stand in on {day}",
            f"Hello Piet Oevernaam,\n\nHalina Oevernaam can come after all. You need not stand in.\n\n{moment}",
        ),
    }
    assert last_mail() == (language, *over[language])


def test_proposal_to_swap(crew: Crew, language: str) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    later = crew.day + timedelta(weeks=1)
    crew.turn(halina, interval=2, first_day=crew.day)
    crew.turn(piet, interval=2, first_day=later)
    propose_swap(giver=halina, duty=(crew.series, crew.day), taker=piet, other=(crew.series, later))
    with translation.override(language):
        theirs, yours = (moment_label(crew.series, day, language) for day in (crew.day, later))
    said = last_mail()
    link = link_in(said[2], "ruilen")
    expected = {
        "nl": (
            "Halina Oevernaam wil een dienst met u ruilen",
            (
                f"Dag Piet Oevernaam,\n\nHalina Oevernaam vraagt of u wilt ruilen.\n\nU doet: {theirs}\n"
                f"Halina Oevernaam doet: {yours}\n\nAntwoord hier, ja of nee:\n{link}"
            ),
        ),
        "en": (
            "Halina Oevernaam wants to swap a session with you",
            (
                f"Hello Piet Oevernaam,\n\nHalina Oevernaam asks whether you want to swap.\n\nYou do: {theirs}\n"
                f"Halina Oevernaam does: {yours}\n\nAnswer here, yes or no:\n{link}"
            ),
        ),
    }
    assert said == (language, *expected[language])
