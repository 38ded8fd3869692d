"""Readers find out what a word means; editors say it, each for the own library, the network for all."""

import re
import uuid

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import gettext

from home.site.pages.pages import ContentPage
from home.site.pages.services import save_page
from home.site.wording.models import ExplainedWord
from home.site.wording.services import save_word
from home.tenant.libraries.choices import Role
from home.tenant.libraries.services import switch_on_language
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


def test_what_an_editor_typed_is_shown_as_it_was_typed(world, visitor):
    explain(world.library, "x<b>IDO", "bezwaar", text='<img src=x onerror=alert(1)> & "zo"')
    page_with(world, "Uw bezwaar.")
    html = visitor.get("/nl/woorden/").content.decode()
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; &quot;zo&quot;" in html
    assert ("x&lt;b&gt;IDO" in html, "<img src=x" in html, "x<b>" in html) == (True, False, False)
    assert BeautifulSoup(html, "html.parser").select_one("a.hard-word").get_text() == "bezwaar"


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
    explain(world.library, "toeslag", text="Devletten para.", explained_in="tr")
    explain(None, "IDO", text="Anders.", language="pl", explained_in="pl")
    page_with(world, "Het IDO en een toeslag.")
    answer = visitor.get("/pl/woorden/")
    assert explained(answer) == {"IDO": "Po polsku.", "toeslag": "Geld van de overheid."}
    html = answer.content.decode()
    assert 'lang="pl" dir="ltr">Po polsku.' in html
    assert '<dt lang="nl" dir="ltr">IDO</dt>' in html
    assert 'lang="nl" dir="ltr">Geld van de overheid.' in html


def test_dutch_words_are_no_words_in_a_polish_text(world, visitor):
    explain(None, "dom", text="Niet slim.")
    explain(None, "praca", text="Zajęcie.", language="pl", explained_in="pl")
    page = page_with(world, "Een dom en praca.")
    translate(world.home, "pl")
    translate(page, "pl")
    assert explained(visitor.get("/pl/woorden/")) == {"praca": "Zajęcie."}


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
    assert post(editor, is_override="on").status_code == 302
    answer = post(editor, spellings="huurtoeslag, Toeslagen")
    assert (answer.status_code, len(answer.context["form"].errors["spellings"])) == (200, 1)
    assert post(editor, spellings="toeslag", explained_in="pl").status_code == 302


def test_the_network_explains_for_all_and_only_the_network(world, network, editor):
    assert post(network, explanation="Voor allen.").status_code == 302
    row = ExplainedWord.objects.get()
    assert row.library is None
    assert post(network, f"edit/{row.pk}/", explanation="Voor iedereen.").status_code == 302
    row.refresh_from_db()
    assert (row.library, row.explanation) == (None, "Voor iedereen.")
    assert f"{LIST}edit/{row.pk}/" in network.get(LIST).content.decode()


def rows_of(answer) -> dict[str, tuple[str, set[str]]]:
    """Word to whose it is, with the addresses that its row leads to."""
    table = BeautifulSoup(answer.content, "html.parser").select_one("table.listing")
    found = {}
    for row in table.select("tbody tr"):
        links = {link["href"].removeprefix(LIST) for link in row.select("a[href]")}
        found[row.select_one(".title-wrapper").get_text(strip=True)] = (
            row.select("td")[-1].get_text(strip=True),
            links,
        )
    return found


def test_an_editor_reads_the_networks_words_among_her_own_and_can_only_make_her_own_of_them(world, neighbour, editor):
    shared, own = explain(None, "Netwoord"), explain(world.library, "Oeverwoord")
    explain(neighbour.library, "Vestwoord")
    answer = editor.get(LIST)
    assert rows_of(answer) == {
        "Netwoord": (gettext("of the network"), {f"add/?from={shared.pk}"}),
        "Oeverwoord": (world.library.name, {f"edit/{own.pk}/", f"delete/{own.pk}/"}),
    }
    boxes = BeautifulSoup(answer.content, "html.parser").select("[data-bulk-action-checkbox]")
    assert [box["data-object-id"] for box in boxes] == [str(own.pk)]


@pytest.mark.parametrize("what", ["edit", "delete", "history", "usage"])
def test_a_word_of_the_network_is_for_a_library_to_read_only(what, world, editor, network):
    path = f"{LIST}{what}/{explain(None, 'Netwoord').pk}/"
    assert [editor.get(path).status_code, editor.post(path).status_code] == [404, 404]
    assert network.get(path).status_code == 200
    assert ExplainedWord.objects.count() == 1


def test_words_of_the_network_are_not_deleted_with_ones_own(world, editor):
    shared, own = explain(None, "Netwoord"), explain(world.library, "Oeverwoord")
    bulk = "/admin/bulk/home/explainedword/delete/"
    assert editor.post(f"{bulk}?id={own.pk}&id={shared.pk}").status_code == 404
    editor.post(f"{bulk}?id=all")
    assert list(ExplainedWord.objects.all()) == [shared]


def test_another_explanation_begins_with_the_networks_and_goes_before_it(world, editor, visitor):
    shared = explain(None, "IDO", "Informatiepunt", text="Netwerkuitleg.")
    form = editor.get(f"{LIST}add/?from={shared.pk}").context["form"]
    given = {name: form[name].value() for name in form.fields}
    assert (given["spellings"], given["explanation"], given["is_override"]) == (
        shared.spellings,
        "Netwerkuitleg.",
        True,
    )
    assert post(editor, **given | {"explanation": "Oeveruitleg.", "is_override": "on"}).status_code == 302
    page_with(world, "Het IDO.")
    assert explained(visitor.get("/nl/woorden/")) == {"IDO": "Oeveruitleg."}
    shared.refresh_from_db()
    assert (shared.library, shared.explanation) == (None, "Netwerkuitleg.")


def test_a_new_word_begins_with_a_word_of_the_network_only(world, neighbour, editor):
    rows = [explain(neighbour.library, "Vestwoord"), explain(world.library, "Oeverwoord")]
    asked = [*(row.pk for row in rows), rows[1].pk + 1000, "x", "\x00"]
    assert {editor.get(f"{LIST}add/", {"from": pk}).status_code for pk in asked} == {404}


def test_an_editor_hears_next_to_the_field_what_the_network_explains_already(world, neighbour, editor):
    explain(None, "IDO", "Informatiepunt", text="Netwerkuitleg.")
    explain(neighbour.library, "Vestwoord", text="Vestuitleg.")
    answer = post(editor, spellings="Loket, informatiepunt")
    sentence = answer.context["form"].errors["spellings"]
    assert (len(sentence), "informatiepunt" in sentence[0], "Netwerkuitleg." in sentence[0]) == (1, True, True)
    assert 'name="is_override"' in answer.content.decode()
    assert 'name="is_override"' not in editor.get(f"{LIST}add/").content.decode()
    assert post(editor, spellings="Vestwoord").status_code == 302
    assert post(editor, spellings="informatiepunt", explained_in="pl").status_code == 302
    assert post(editor, spellings="Loket, informatiepunt", is_override="on").status_code == 302


def test_what_was_decided_once_is_not_asked_at_each_change(world, editor):
    explain(None, "IDO")
    explain(None, "Taalhuis")
    row = explain(world.library, "IDO")
    assert post(editor, f"edit/{row.pk}/", explanation="Anders.").status_code == 302
    answer = post(editor, f"edit/{row.pk}/", spellings="IDO, Taalhuis")
    assert (answer.status_code, "Taalhuis" in answer.context["form"].errors["spellings"][0]) == (200, True)


@pytest.mark.parametrize("many", [1, 15])
@pytest.mark.parametrize("reader", ["editor", "network"])
def test_the_list_takes_as_many_queries_with_many_words(
    many, reader, world, editor, network, django_assert_num_queries
):
    client, most = {"editor": (editor, 13), "network": (network, 10)}[reader]
    for _ in range(many):
        explain(world.library, f"woord{uuid.uuid4().hex}")
        explain(None, f"woord{uuid.uuid4().hex}")
    client.get(LIST)
    with django_assert_num_queries(most):
        client.get(LIST)


def test_who_runs_a_network_of_one_library_keeps_words_for_all(world, neighbour, network):
    neighbour.library.delete()
    row = explain(None, "IDO")
    assert post(network, f"edit/{row.pk}/", explanation="Anders.").status_code == 302
    row.refresh_from_db()
    assert (row.library, row.explanation) == (None, "Anders.")


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
