"""The first screen: who can help me, when, in which language."""

import pytest

from tests.factories.world import translate

pytestmark = pytest.mark.django_db


def sections(answer) -> dict:
    return {row.template.rsplit("/", 1)[1]: row.context for row in answer.context["sections"]}


def test_the_sections_stand_in_the_order_of_the_question(visitor):
    assert list(sections(visitor.get("/nl/"))) == ["question.html", "now.html", "week.html", "events.html"]


def test_seven_days_from_today(visitor):
    days = sections(visitor.get("/nl/"))["week.html"]["days"]
    assert (len(days), days[0].is_today, days[0].today_label != "") == (7, True, True)


def test_everything_is_in_the_readers_words_where_they_exist(world):
    for page in (world.home, world.themes, world.theme):
        translate(page, "pl")
    tiles = sections(world.client().get("/pl/"))["question.html"]["tiles"]
    assert [(card.title, card.lang) for card in tiles] == [("Oever werk [pl]", "")]


def test_nothing_of_the_neighbour(world, neighbour):
    assert "Vest" in neighbour.client().get("/nl/").content.decode()
    assert "Vest" not in world.client().get("/nl/").content.decode()
