"""What is not to be found, and what a query cannot do."""

import pytest
from wagtail.models import PageViewRestriction

from home.site.search.likeness import MOST_TERMS
from home.site.search.models import SearchText
from home.site.search.selectors import LONGEST_QUERY
from home.site.search.services import catch_up, edition, pages_to_index, rebuild
from tests.factories.inside import make_news
from tests.factories.world import translate
from tests.home.site.search.conftest import add_in, add_page, asked, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def polish(world):
    translate(world.home, "pl")
    return world


def test_a_page_below_one_for_members_only_is_not_found(world):
    add_page(world, "fiets", "Fietsen maken").move(world.content, pos="last-child")
    assert titles(asked(world, "fietsen")) == ["Fietsen maken"]
    PageViewRestriction.objects.create(page=world.content, restriction_type=PageViewRestriction.LOGIN)
    assert titles(asked(world, "fietsen")) == []


def test_a_translation_that_is_closed_by_itself_is_not_found(polish):
    page = add_in(polish, "pl", "rower", "Naprawa roweru", "Co tydzień.")
    translation = page.get_translations().get()
    PageViewRestriction.objects.create(page=translation, restriction_type=PageViewRestriction.LOGIN)
    assert titles(asked(polish, "roweru", "pl")) == []
    assert titles(asked(polish, "qqrower")) == ["Qqrower"]


def test_news_of_the_intranet_is_not_found_and_its_words_are_not_kept(world):
    news = make_news(world, "nieuws", "Xyzzy")
    assert news.live
    rebuild()
    assert titles(asked(world, "xyzzy")) == []
    assert not SearchText.objects.filter(pk=news.pk).exists()


def test_a_copy_that_only_mirrors_another_page_is_not_found_twice(world):
    page = add_page(world, "fiets", "Fietsen maken")
    mirror = page.create_alias(update_slug="mirror")
    mirror.save()
    rebuild()
    assert titles(asked(world, "fietsen")) == ["Fietsen maken"]
    assert not SearchText.objects.filter(pk=mirror.pk).exists()


def test_a_page_in_another_language_than_the_readers_and_dutch_is_not_found(polish):
    add_in(polish, "pl", "rower", "Naprawa roweru", "Co tydzień.")
    assert titles(asked(polish, "roweru", "pl")) == ["Naprawa roweru"]
    answer = asked(polish, "roweru", "nl")
    assert (titles(answer), titles(answer, "dutch_results")) == ([], [])


def test_a_draft_leaves_no_words_behind(world):
    page = add_page(world, "fiets", "Fietsen maken")
    page.title = "Brommers maken"
    page.save_revision()
    page.unpublish()
    rebuild()
    assert not SearchText.objects.filter(sentences__contains="Brommers").exists()
    assert titles(asked(world, "brommers")) == titles(asked(world, "fietsen")) == []


def test_a_long_query_is_cut_and_says_so_by_what_stands_in_the_field(world):
    add_page(world, "fiets", "Fietsen maken")
    query = "oever " * 16 + "de fietsen"
    assert len(query) > LONGEST_QUERY
    answer = asked(world, query)
    assert answer.context["query"] == query[:LONGEST_QUERY]
    assert "Fietsen maken" not in titles(answer)


def test_so_many_words_count_and_no_more(world):
    add_page(world, "fiets", "Fietsen maken")
    words = [f"w{number}" for number in range(MOST_TERMS - 1)]
    assert titles(asked(world, " ".join([*words, "fietsen"]))) == ["Fietsen maken"]
    assert titles(asked(world, " ".join([*words, "wx", "fietsen"]))) == []


def test_a_query_with_a_zero_byte_finds_and_shows_the_words_around_it(world):
    answer = asked(world, "spreek\x00 oever\x00spreekuur")
    assert answer.context["query"] == "spreek oever spreekuur"
    assert b"\x00" not in answer.content
    assert "Oever spreekuur" in titles(answer)


INJECTED = '"><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("query", [INJECTED, f"spreekuur {INJECTED}", f"spreekuir {INJECTED}"])
def test_markup_in_a_query_stays_text_wherever_it_is_shown(world, query):
    html = asked(world, query).content.decode()
    assert "<img src=x" not in html
    assert "&quot;&gt;&lt;img src=x" in html


def test_a_dutch_word_that_was_guessed_is_marked_as_dutch_for_another_reader(polish):
    answer = asked(polish, "spreekuir", "pl")
    assert (titles(answer), titles(answer, "dutch_results")) == ([], ["Oever spreekuur"])
    assert [(word.text, word.lang, word.dir) for word in answer.context["meant"]] == [("spreekuur", "nl", "ltr")]
    assert '<bdi lang="nl" dir="ltr">spreekuur</bdi>' in answer.content.decode()


def test_after_an_update_the_pages_of_other_rules_are_written_down_anew(world):
    assert not pages_to_index().exists()
    SearchText.objects.filter(pk=world.offer.pk).update(words={}, edition="older")
    SearchText.objects.filter(pk=world.content.pk).delete()
    assert titles(asked(world, "spreekuur")) == []
    assert set(pages_to_index().values_list("pk", flat=True)) == {world.offer.pk, world.content.pk}
    assert catch_up() == 2
    assert titles(asked(world, "spreekuur")) == ["Oever spreekuur"]
    assert set(SearchText.objects.values_list("edition", flat=True)) == {edition()}
    assert catch_up() == 0
