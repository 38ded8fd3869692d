"""The week page."""

from datetime import timedelta

import pytest

from plein.places.choices import Reason
from plein.programme.services import cancel_session
from tests.factories.world import a_day, translate

pytestmark = pytest.mark.django_db


def test_a_theme_names_its_daypart(visitor):
    tuesday = visitor.get("/nl/week/").context["days"][1]
    assert [(band.code, band.theme, len(band.sessions)) for band in tuesday.dayparts] == [
        ("morning", "", 0),
        ("afternoon", "Oever werk", 1),
        ("evening", "", 0),
    ]


def test_a_cancelled_session_is_struck_in_every_language(world, visitor):
    cancel_session(series=world.series, original_date=a_day(1), reason=Reason.ILLNESS)
    for code in ("nl", "pl"):
        card = visitor.get(f"/{code}/week/").context["days"][1].sessions[0]
        assert (card.is_cancelled, bool(card.reason_label)) == (True, True)


@pytest.mark.parametrize("asked", ["gisteren", "2026-13-45", "", "9999-12-31", "0001-01-01"])
def test_an_odd_day_in_the_address_never_breaks_the_page(visitor, asked):
    answer = visitor.get("/nl/week/", {"van": asked})
    assert (answer.status_code, len(answer.context["days"])) == (200, 7)


def test_leafing_ends(visitor):
    far = (a_day(0) + timedelta(weeks=26)).isoformat()
    context = visitor.get("/nl/week/", {"van": far}).context
    assert (context["next_url"], bool(context["previous_url"])) == ("", True)


def test_words_come_from_the_translation_and_times_from_the_source(world):
    for page in (world.home, world.offers, world.offer):
        translate(page, "pl")
    card = world.client().get("/pl/week/").context["days"][1].sessions[0]
    assert (card.title, card.lang, card.theme, card.theme_lang) == ("Oever spreekuur [pl]", "", "Oever werk", "nl")
    assert card.time.startswith("13:00")
