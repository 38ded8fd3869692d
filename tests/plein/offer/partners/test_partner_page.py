"""The partner page."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories.world import translate

pytestmark = pytest.mark.django_db


def test_a_partner_shows_its_offers_and_moments(visitor):
    context = visitor.get("/nl/partners/raadslieden/").context
    assert [card.title for card in context["offers"]] == ["Oever spreekuur"]
    assert {card.title for card in context["next_sessions"]} == {"Oever spreekuur"}
    assert [value.text for value in context["facts"][0].values] == ["Nederlands", "Polski"]


def test_a_translated_offer_stands_there_once(world, visitor):
    translate(world.offer, "pl")
    assert [card.title for card in visitor.get("/pl/partners/raadslieden/").context["offers"]] == [
        "Oever spreekuur [pl]"
    ]


def test_the_readers_own_language_stands_first(visitor):
    facts = visitor.get("/pl/partners/raadslieden/").context["facts"]
    assert [value.text for value in facts[0].values] == ["Polski", "Nederlands"]


def test_a_commercial_partner_must_say_what_is_not_free(world):
    world.partner.is_commercial = True
    with pytest.raises(ValidationError) as error:
        world.partner.full_clean()
    assert list(error.value.message_dict) == ["paid_text"]


def test_a_commercial_partner_says_so_at_the_top(world, visitor):
    world.partner.is_commercial, world.partner.paid_text = True, "Een apparaat kost geld."
    world.partner.save_revision().publish()
    html = visitor.get("/nl/partners/raadslieden/").content.decode()
    assert html.index("Een apparaat kost geld.") < html.index("Oever spreekuur")


def test_words_typed_by_an_editor_are_shown_as_typed(world, visitor):
    world.partner.free_text = "Alles <script>alert(1)</script>"
    world.partner.save_revision().publish()
    html = visitor.get("/nl/partners/raadslieden/").content.decode()
    assert "Alles &lt;script&gt;" in html
