"""Easy Dutch is a language of its own: reached from the Dutch page, and Dutch in all that is not written in it."""

import re

import pytest

from home.tenant.languages.known import LANGUAGES
from home.tenant.libraries.services import switch_on_language
from tests.factories.world import World, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def easy(world: World) -> World:
    switch_on_language(library=world.library, code="nl-easy")
    for page in (world.home, world.content, world.events, world.event):
        translate(page, "nl-easy")
    return world


def test_a_page_in_easy_dutch_has_a_valid_tag_and_a_dutch_interface(easy):
    answer = easy.client().get("/nl-easy/activiteiten/avond/")
    html = answer.content.decode()
    assert '<html lang="nl-simple" dir="ltr">' in html
    assert answer["Content-Language"] == "nl-simple"
    assert ("Rustig lezen" in html, "Read calmly" in html, "19.00 tot 21.00 uur" in html) == (True, False, True)
    assert LANGUAGES["nl-easy"].speech == "nl-NL"
    assert 'lang="nl-easy"' not in html


def test_search_engines_are_told_no_language_that_they_do_not_know(easy):
    for code in ("nl", "nl-easy"):
        head = easy.client().get(f"/{code}/over/").content.decode().split("</head>")[0]
        assert re.findall(r'hreflang="([^"]*)"', head) == ["nl", "x-default"]
    sitemap = easy.client().get("/sitemap.xml").content.decode()
    assert "/nl-easy/over/</loc>" in sitemap
    assert set(re.findall(r'hreflang="([^"]*)"', sitemap)) <= {"nl", "pl"}


def test_ordinary_and_easy_lead_to_each_other_where_both_are_there(easy):
    client = easy.client()
    there = client.get("/nl/over/").content.decode()
    back = client.get("/nl-easy/over/").content.decode()
    assert ('href="/nl-easy/over/" hreflang="nl-simple">' in there, "Lees dit in makkelijk Nederlands" in there) == (
        True,
        True,
    )
    assert ("Lees dit in gewoon Nederlands" in back, "Lees dit in makkelijk Nederlands" in back) == (True, False)
    missing = client.get("/nl/plein/").content.decode()
    assert "Lees dit in makkelijk Nederlands" not in missing


def test_a_page_without_easy_words_shows_dutch_and_says_so(easy):
    html = easy.client().get("/nl-easy/plein/").content.decode()
    assert "nog niet in makkelijk Nederlands" in html
    assert "Lees dit in" not in html


def test_the_switcher_names_the_language_in_itself(easy):
    html = easy.client().get("/nl/over/").content.decode()
    assert re.search(r'hreflang="nl-simple" lang="nl-simple" dir="ltr">Makkelijk Nederlands<', html)


def test_calm_reading_keeps_the_address_and_what_was_asked(world):
    client = world.client()
    calm = client.get("/nl/over/?rustig=1&q=a").content.decode()
    assert 'class=" is-calm"' in calm
    assert 'href="/nl/over/?q=a" data-calm="off"' in calm
    assert '<link rel="canonical" href="http://oever.test/nl/over/">' in calm
    assert "is-calm" not in client.get("/nl/over/").content.decode()
    assert not client.get("/nl/over/?rustig=1").cookies
