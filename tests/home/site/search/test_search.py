"""Finding a page by words."""

import pytest
from wagtail.models import PageViewRestriction

from home.site.search.models import SearchText
from home.site.search.selectors import MOST_RESULTS
from home.site.search.services import rebuild
from tests.factories.world import translate
from tests.home.site.search.conftest import add_in, add_page, asked, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def polish(world):
    for page in (world.home, world.events, world.event):
        translate(page, "pl")
    return world


def test_our_page_is_found_and_not_the_neighbours(world, neighbour):
    assert titles(asked(world, "spreekuur")) == ["Oever spreekuur"]
    assert titles(asked(neighbour, "spreekuur")) == ["Vest spreekuur"]


def test_a_translation_is_found_first_and_dutch_is_marked(polish):
    answer = asked(polish, "avond", "pl")
    assert (titles(answer), titles(answer, "dutch_results")) == (["Oever avond [pl]"], [])
    answer = asked(polish, "spreekuur", "pl")
    assert (titles(answer), titles(answer, "dutch_results")) == ([], ["Oever spreekuur"])
    assert (answer.context["dutch_results"][0].lang, answer.context["dutch_results"][0].dir) == ("nl", "ltr")
    assert b'<article class="card" lang="nl" dir="ltr">' in answer.content


def test_dutch_words_lead_to_the_translation_of_their_page(polish):
    add_in(polish, "pl", "rower", "Naprawa roweru", "Co tydzień.")
    answer = asked(polish, "qqrower", "pl")
    assert (titles(answer), titles(answer, "dutch_results")) == (["Naprawa roweru"], [])
    assert answer.context["results"][0].url == "/pl/rower/"


def test_dutch_pages_stay_away_when_there_are_enough_in_the_readers_language(polish):
    add_page(polish, "alleen", "Oever alleen")
    assert "Oever alleen" in titles(asked(polish, "oever", "pl"), "dutch_results")
    for number in range(5):
        add_in(polish, "pl", f"blad{number}", f"Oever {number}", "Zdanie.")
    assert titles(asked(polish, "oever", "pl"), "dutch_results") == []


def test_the_words_people_use_lead_to_a_theme(world):
    assert titles(asked(world, "baan")) == ["Oever werk"]


def test_a_page_is_found_by_the_words_of_its_last_publication(world):
    page = add_page(world, "fiets", "Fietsen maken")
    page.title = "Brommers maken"
    page.save_revision()
    assert titles(asked(world, "brommers")) == []
    page.save_revision().publish()
    assert titles(asked(world, "brommers")) == ["Brommers maken"]
    assert titles(asked(world, "fietsen")) == []


def test_a_page_that_is_gone_is_not_found(world):
    page = add_page(world, "fiets", "Fietsen maken")
    page.unpublish()
    assert titles(asked(world, "fietsen")) == []
    page.save_revision().publish()
    assert titles(asked(world, "fietsen")) == ["Fietsen maken"]
    page.delete()
    assert titles(asked(world, "fietsen")) == []


def test_a_translation_of_a_page_that_is_not_live_is_not_found(polish):
    page = add_in(polish, "pl", "rower", "Naprawa roweru", "Co tydzień.")
    assert titles(asked(polish, "roweru", "pl")) == ["Naprawa roweru"]
    page.unpublish()
    assert titles(asked(polish, "roweru", "pl")) == []


def test_a_page_for_members_only_is_not_found_in_any_language(polish):
    page = add_in(polish, "pl", "rower", "Naprawa roweru", "Co tydzień.")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert titles(asked(polish, "roweru", "pl")) == []
    assert titles(asked(polish, "qqrower")) == []


def test_a_page_that_moves_to_another_library_is_found_there(world, neighbour):
    page = add_page(world, "fiets", "Fietsen maken")
    page.move(neighbour.home, pos="last-child")
    assert titles(asked(world, "fietsen")) == []
    assert titles(asked(neighbour, "fietsen")) == ["Fietsen maken"]


def test_title_goes_before_summary_and_summary_before_text(world):
    text = [{"type": "paragraph", "value": "<p>Hier staat knikker.</p>"}]
    add_page(world, "c", "Drie", body=text)
    add_page(world, "b", "Twee", "Over een knikker.")
    add_page(world, "a", "Een knikker")
    assert titles(asked(world, "knikker")) == ["Een knikker", "Twee", "Drie"]


def test_all_words_go_before_some_and_words_of_every_page_tell_little(world):
    for number in range(6):
        add_page(world, f"blad{number}", f"Samen lezen {number}", "Wij gaan samen op pad.")
    add_page(world, "knikker", "Knikkers", "Wij spelen.")
    add_page(world, "beide", "Overig", "Wij gaan samen knikkeren met knikkers.")
    assert titles(asked(world, "samen met knikkers"))[:2] == ["Overig", "Knikkers"]


def test_the_sentence_with_the_words_is_shown_and_they_are_marked(world):
    long = "Veel tekst over iets anders. " * 12
    text = [{"type": "paragraph", "value": f"<p>{long} Hier rolt een <b>knikker</b> &amp; een bal. {long}</p>"}]
    add_page(world, "knikker", "Spelen <b>buiten</b>", body=text)
    html = asked(world, "knikkers").content.decode()
    assert "<mark>knikker</mark> &amp; een bal." in html
    assert "Spelen &lt;b&gt;buiten&lt;/b&gt;" in html
    assert "Spelen <b>" not in html
    assert html.count("Veel tekst over iets anders.") < 10


def test_a_word_that_was_mistaken_is_told(world):
    answer = asked(world, "spreekuir")
    assert titles(answer) == ["Oever spreekuur"]
    assert [word.text for word in answer.context["meant"]] == ["spreekuur"]
    assert asked(world, "spreekuur").context["meant"] == []


def test_a_right_dutch_word_is_no_misspelt_polish_one(polish):
    add_in(polish, "pl", "praca", "Szkoda", "Co tydzień.")
    add_page(polish, "schade", "Schoda")
    answer = asked(polish, "schoda", "pl")
    assert (titles(answer), titles(answer, "dutch_results")) == ([], ["Schoda"])
    assert answer.context["meant"] == []


def test_a_word_is_begun_only_when_it_is_the_last(world):
    add_page(world, "vrijwilliger", "Vrijwilligers")
    assert titles(asked(world, "vrijwil")) == ["Vrijwilligers"]
    assert titles(asked(world, "vri spreekuur")) == ["Oever spreekuur"]


@pytest.mark.parametrize("query", ["digid", "digi d", "Digi-D", "DIGID"])
def test_a_word_is_found_written_as_one_and_as_two(world, query):
    add_page(world, "digid", "DigiD aanvragen")
    assert titles(asked(world, query)) == ["DigiD aanvragen"]


@pytest.mark.parametrize(
    "query", ["", "   ", "%", "'\"(", "*", "a" * 500, "x " * 300, "…", "\x00", "😀", "<script>"], ids=repr
)
def test_odd_words_never_break_the_page_and_lead_on(world, query):
    answer = asked(world, query)
    assert answer.status_code == 200
    assert titles(answer) == []
    assert [card.title for card in answer.context["suggestions"]] == ["Oever werk"]
    assert b"<script>\xe2" not in answer.content


def test_operators_are_words(world):
    assert titles(asked(world, "spreekuur -oever")) == titles(asked(world, "spreekuur oever"))


def test_nothing_found_leads_to_the_finder_the_subjects_and_the_desk(world):
    html = asked(world, "xyzzy & co").content.decode()
    assert 'href="/nl/vinden/?v=xyzzy+%26+co"' in html
    assert 'href="/nl/themas/werk/"' in html
    assert 'href="/nl/plein/"' in html


def test_what_is_looked_for_is_kept_by_no_cache_and_goes_along_to_another_language(world):
    answer = asked(world, "spreekuur")
    assert answer["Cache-Control"] == "private, no-store"
    assert 'href="/pl/zoeken/?q=spreekuur"' in answer.content.decode()


@pytest.mark.parametrize("rows", [1, 35])
@pytest.mark.parametrize(("code", "most"), [("nl", 6), ("pl", 7)])
def test_a_search_takes_as_many_queries_whatever_is_found(polish, django_assert_num_queries, code, most, rows):
    for number in range(rows):
        add_page(polish, f"blad{number}", f"Knikker {number}")
    polish.client().get(f"/{code}/")
    with django_assert_num_queries(most):
        answer = asked(polish, "knikker", code)
    assert answer.context["count"] == min(rows, MOST_RESULTS)


def test_the_index_can_be_made_anew(world):
    before = dict(SearchText.objects.values_list("pk", "words"))
    SearchText.objects.all().delete()
    assert titles(asked(world, "spreekuur")) == []
    assert rebuild() == len(before)
    assert dict(SearchText.objects.values_list("pk", "words")) == before
