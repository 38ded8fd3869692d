"""Readers find out what a word means; editors say it, each for the own library, the network for all."""

import re
import uuid

import pytest

from home.libraries.choices import Role
from home.libraries.services import switch_on_language
from home.pages.pages import ContentPage
from home.pages.services import save_page
from home.wording.models import ExplainedWord
from home.wording.services import save_word
from tests.factories.inside import signed_in
from tests.factories.world import make_user, translate

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/home/explainedword/"


def explain(library, *spellings, text="Uitleg.", language="nl", explained_in="nl"):
    return save_word(
        library=library, language=language, spellings=spellings, explained_in=explained_in, explanation=text
    )


def page_with(world, words: str, slug: str = "woorden"):
    body = [("heading", {"text": "Het IDO", "level": "h2"}), ("paragraph", f"<p>{words}</p>")]
    return save_page(model=ContentPage, parent=world.home, slug=slug, title="Over het IDO", body=body)


def explained(answer) -> dict[str, str]:
    """Word to explanation, as they stand at the foot."""
    html = answer.content.decode()
    return dict(re.findall(r"<dt[^>]*>([^<]*)</dt>\s*<dd><span[^>]*>([^<]*)</span>", html))


def test_a_word_leads_to_what_it_means_and_back_without_a_script(world, visitor):
    explain(world.library, "IDO", text="Daar helpen we u.")
    page_with(world, "Het IDO is open. Het IDO helpt.")
    html = visitor.get("/nl/woorden/").content.decode()
    assert html.count('class="hard-word"') == 1
    assert 'Het <a class="hard-word" href="#woord-ido" id="bij-ido" role="doc-glossref">IDO</a> is open.' in html
    assert ('id="woord-ido"' in html, 'href="#bij-ido"' in html, "Daar helpen we u." in html) == (True, True, True)
    assert "Over het IDO</h1>" in html


def test_a_page_without_difficult_words_has_no_list(world, visitor):
    explain(world.library, "bezwaar")
    page_with(world, "Kom gerust.")
    assert "hard-word" not in visitor.get("/nl/woorden/").content.decode()


def test_the_library_explains_before_the_network_and_the_neighbour_not_at_all(world, neighbour, visitor):
    explain(None, "IDO", "Informatiepunt", text="Netwerkuitleg.")
    explain(None, "kade", text="Waar het water is.")
    explain(world.library, "IDO", text="Oeveruitleg.")
    explain(neighbour.library, "IDO", "kust", text="Vestuitleg.")
    page_with(world, "Een Informatiepunt is het IDO, aan de kust of de kade.")
    page_with(neighbour, "Het IDO.")
    assert explained(visitor.get("/nl/woorden/")) == {"IDO": "Oeveruitleg.", "kade": "Waar het water is."}
    assert explained(neighbour.client().get("/nl/woorden/")) == {"IDO": "Vestuitleg."}


def test_dutch_words_are_explained_to_a_polish_reader_in_polish_where_that_is_there(world, visitor):
    explain(None, "IDO", text="Nederlandse uitleg.")
    explain(None, "IDO", text="Po polsku.", explained_in="pl")
    explain(None, "toeslag", text="Geld van de overheid.")
    explain(None, "IDO", text="Anders.", language="pl", explained_in="pl")
    page_with(world, "Het IDO en een toeslag.")
    answer = visitor.get("/pl/woorden/")
    assert explained(answer) == {"IDO": "Po polsku.", "toeslag": "Geld van de overheid."}
    html = answer.content.decode()
    assert 'lang="pl" dir="ltr">Po polsku.' in html
    assert 'lang="nl" dir="ltr">Geld van de overheid.' in html


def test_dutch_words_are_no_words_in_a_polish_text(world, visitor):
    explain(None, "dom", text="Niet slim.")
    explain(None, "praca", text="Zajęcie.", language="pl", explained_in="pl")
    page = page_with(world, "Een dom en praca.")
    translate(world.home, "pl")
    translate(page, "pl")
    assert explained(visitor.get("/pl/woorden/")) == {"praca": "Zajęcie."}


@pytest.fixture
def editor(world):
    return signed_in(world, make_user(Role.COMMUNICATION, world.library))


@pytest.fixture
def network(world):
    return signed_in(world, make_user(Role.NETWORK_ADMINISTRATOR, None))


def post(client, address="add/", **fields):
    given = {"language": "nl", "explained_in": "nl", "explanation": "Uitleg.", "spellings": "IDO"}
    return client.post(f"{LIST}{address}", given | fields)


def test_an_editor_explains_a_word_for_the_own_library(world, neighbour, editor):
    assert post(editor, spellings=" IDO ,het  IDO", library=neighbour.library.pk).status_code == 302
    row = ExplainedWord.objects.get()
    assert (row.library, row.entries) == (world.library, ["IDO", "het IDO"])


@pytest.mark.parametrize("typed", ["", " , ;\n", "x" * 61, "!!!", "\x00"])
def test_what_is_no_word_gets_a_sentence(editor, typed):
    answer = post(editor, spellings=typed)
    assert (answer.status_code, len(answer.context["form"].errors["spellings"])) == (200, 1)
    assert not ExplainedWord.objects.exists()


def test_a_word_that_is_explained_already_is_refused_and_the_networks_is_not(world, editor):
    explain(None, "IDO")
    explain(world.library, "Toeslag", "toeslagen")
    assert post(editor).status_code == 302
    answer = post(editor, spellings="huurtoeslag, Toeslagen")
    assert (answer.status_code, len(answer.context["form"].errors["spellings"])) == (200, 1)
    assert post(editor, spellings="toeslag", explained_in="pl").status_code == 302


def test_the_network_explains_for_all_and_only_the_network(world, network, editor):
    assert post(network, explanation="Voor allen.").status_code == 302
    row = ExplainedWord.objects.get()
    assert row.library is None
    assert editor.get(f"{LIST}edit/{row.pk}/").status_code == 404
    assert "Voor allen." not in editor.get(LIST).content.decode()
    assert post(network, f"edit/{row.pk}/", explanation="Voor iedereen.").status_code == 302
    row.refresh_from_db()
    assert (row.library, row.explanation) == (None, "Voor iedereen.")


def test_the_neighbours_word_is_not_there(world, neighbour, editor):
    foreign, own = explain(neighbour.library, "Vestwoord"), explain(world.library, "Oeverwoord")
    assert editor.get(f"{LIST}edit/{own.pk}/").status_code == 200
    assert editor.get(f"{LIST}edit/{foreign.pk}/").status_code == 404
    html = editor.get(LIST).content.decode()
    assert ("Oeverwoord" in html, "Vestwoord" in html) == (True, False)


@pytest.mark.parametrize("many", [1, 30])
def test_one_query_whatever_the_number_of_words(world, visitor, many, django_assert_num_queries):
    for _ in range(many):
        explain(world.library, f"woord{uuid.uuid4().hex}")
    page_with(world, "Kom gerust.")
    with django_assert_num_queries(6):
        assert visitor.get("/nl/woorden/").status_code == 200


def test_saving_a_word_twice_makes_one(world):
    for text in ("Een.", "Twee."):
        explain(world.library, "IDO", text=text)
    assert [row.explanation for row in ExplainedWord.objects.all()] == ["Twee."]


def test_words_of_dutch_are_explained_in_easy_dutch_too(world, visitor):
    switch_on_language(library=world.library, code="nl-easy")
    explain(None, "IDO", text="Gewone uitleg.")
    page = page_with(world, "Het IDO.")
    translate(world.home, "nl-easy")
    translate(page, "nl-easy")
    assert explained(visitor.get("/nl-easy/woorden/")) == {"IDO": "Gewone uitleg."}
