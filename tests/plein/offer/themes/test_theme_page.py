"""The theme page: theme first, organisation second."""

import pytest

from tests.factories.world import translate

pytestmark = pytest.mark.django_db


def test_a_theme_gathers_moments_offers_and_partners(visitor):
    context = visitor.get("/nl/themas/werk/").context
    assert {card.title for card in context["next_sessions"]} == {"Oever spreekuur"}
    assert [[card.title for card in group.cards] for group in context["groups"]] == [["Oever spreekuur"]]
    assert [card.title for card in context["partners"]] == ["Oever raadslieden"]


def test_a_theme_shows_nothing_of_the_neighbour(world, neighbour):
    html = world.client().get("/nl/themas/werk/").content.decode()
    assert "Oever spreekuur" in html
    assert "Vest" not in html


def test_a_translated_offer_stands_there_once(world, visitor):
    translate(world.offer, "pl")
    for code, title in (("nl", "Oever spreekuur"), ("pl", "Oever spreekuur [pl]")):
        groups = visitor.get(f"/{code}/themas/werk/").context["groups"]
        assert [[card.title for card in group.cards] for group in groups] == [[title]]


def test_an_unpublished_offer_is_gone_from_the_theme(world, visitor):
    world.offer.unpublish()
    context = visitor.get("/nl/themas/werk/").context
    assert (context["groups"], context["next_sessions"]) == ([], [])


def test_all_themes_stand_on_the_overview(visitor):
    cards = visitor.get("/pl/themas/").context["cards"]
    assert [(card.title, card.lang, card.hue, card.pictogram) for card in cards] == [("Oever werk", "nl", 3, "job")]
