"""Finding a page by words."""

import pytest

from tests.factories.world import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def indexed(world, neighbour, django_capture_on_commit_callbacks):
    for page in (world.home, world.events, world.event):
        translate(page, "pl")
    with django_capture_on_commit_callbacks(execute=True):
        for place in (world, neighbour):
            for page in (place.event, place.offer, place.theme, place.content):
                page.refresh_from_db()
                page.save()
    return world


def titles(answer, name="results") -> list[str]:
    return [card.title for card in answer.context[name]]


def test_finds_our_page_and_not_the_neighbours(indexed):
    answer = indexed.client().get("/nl/zoeken/", {"q": "spreekuur"})
    assert titles(answer) == ["Oever spreekuur"]


def test_finds_the_translation_first_and_dutch_apart(indexed):
    answer = indexed.client().get("/pl/zoeken/", {"q": "avond"})
    assert titles(answer) == ["Oever avond [pl]"]
    assert titles(answer, "dutch_results") == []
    answer = indexed.client().get("/pl/zoeken/", {"q": "spreekuur"})
    assert (titles(answer), titles(answer, "dutch_results")) == ([], ["Oever spreekuur"])
    assert answer.context["dutch_results"][0].lang == "nl"


def test_the_words_people_use_lead_to_a_theme(indexed):
    assert "Oever werk" in titles(indexed.client().get("/nl/zoeken/", {"q": "baan"}))


def test_a_page_that_is_not_live_is_not_found(indexed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        indexed.offer.refresh_from_db()
        indexed.offer.unpublish()
    assert titles(indexed.client().get("/nl/zoeken/", {"q": "spreekuur"})) == []


@pytest.mark.parametrize("query", ["", "   ", "%", "'\"(", "*", "a" * 500, "AND OR NOT", "…"])
def test_odd_words_never_break_the_page_and_lead_on(indexed, query):
    answer = indexed.client().get("/nl/zoeken/", {"q": query})
    assert answer.status_code == 200
    assert [card.title for card in answer.context["suggestions"]] == ["Oever werk"]


def test_a_search_takes_few_queries_whatever_is_found(indexed, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        indexed.client().get("/pl/zoeken/", {"q": "oever"})
