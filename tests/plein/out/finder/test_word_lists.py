"""Editors keep the words: one screen, one list per theme and language, each word once."""

import pytest
from django.core.exceptions import ValidationError

from plein.out.finder.models import WordList
from plein.out.finder.services import save_words
from tests.factories.world import translate
from tests.plein.out.finder.conftest import add_theme

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/plein/wordlist/"


def save(editor, theme, words: str, language: str = "tr"):
    return editor.post(f"{LIST}add/", {"theme": theme.pk, "language": language, "words": words})


def errors(answer, field: str = "words") -> list[str]:
    return list(answer.context["form"].errors.get(field, []))


@pytest.mark.parametrize(
    "typed",
    ["iş\nmaaş\niş arıyorum", "iş, maaş, iş arıyorum", " iş ;maaş;\r\n\r\n iş   arıyorum ,", "iş، maaş، iş arıyorum"],
    ids=["lines", "commas", "untidy", "arabic-commas"],
)
def test_words_are_written_on_lines_or_with_commas(world, editor, typed):
    assert save(editor, world.theme, typed).status_code == 302
    assert WordList.objects.get(theme=world.theme, language="tr").words == "iş\nmaaş\niş arıyorum"


@pytest.mark.parametrize("typed", ["maaş, Maaş", "maaş, maas", "iş arıyorum\nIS ARIYORUM", "рахунок, РАХУНОК"])
def test_the_same_word_twice_is_refused_and_what_was_typed_stays(world, editor, typed):
    answer = save(editor, world.theme, typed)
    assert (answer.status_code, len(errors(answer))) == (200, 1)
    assert all(word in errors(answer)[0] for word in (part.strip() for part in typed.replace("\n", ",").split(",")))
    assert answer.context["form"]["words"].value() == typed
    assert not WordList.objects.filter(language="tr").exists()


@pytest.mark.parametrize(
    "typed", ["", " , ;\n", "x" * 61, "!!!", "\x00"], ids=["empty", "commas", "long", "signs", "null"]
)
def test_what_is_no_list_of_words_gets_a_sentence(world, editor, typed):
    answer = save(editor, world.theme, typed)
    assert (answer.status_code, len(errors(answer))) == (200, 1)
    assert not WordList.objects.filter(language="tr").exists()


def test_a_second_list_of_a_theme_in_a_language_is_refused_with_a_sentence(world, editor):
    answer = save(editor, world.theme, "klus", "nl")
    assert (answer.status_code, len(answer.context["form"].non_field_errors())) == (200, 1)
    assert WordList.objects.get(theme=world.theme, language="nl").entries == ["werk", "baan"]


def test_a_word_of_another_theme_is_a_warning_and_no_error(world, neighbour, editor):
    add_theme(world, "brief", tr=["maaş", "mektup"])
    save_words(theme=neighbour.theme, language="tr", words=["iş"])
    answer = editor.post(f"{LIST}add/", {"theme": world.theme.pk, "language": "tr", "words": "iş, MAAŞ"}, follow=True)
    warnings = [str(row) for row in answer.context["messages"] if "warning" in row.tags]
    assert (len(warnings), "MAAŞ" in warnings[0], "Oever brief" in warnings[0]) == (1, True, True)
    assert WordList.objects.filter(theme=world.theme, language="tr").exists()


def test_the_neighbours_list_is_not_there(world, neighbour, editor):
    foreign = save_words(theme=neighbour.theme, language="tr", words=["Vestwoord"])
    own = save_words(theme=world.theme, language="tr", words=["Oeverwoord"])
    assert editor.get(f"{LIST}edit/{own.pk}/").status_code == 200
    assert editor.get(f"{LIST}edit/{foreign.pk}/").status_code == 404
    assert save(editor, neighbour.theme, "iets", "ar").status_code == 404
    text = editor.get(LIST).content.decode()
    assert ("Oever werk" in text, "Vest werk" in text) == (True, False)


def test_a_service_refuses_a_language_that_nobody_knows(world):
    with pytest.raises(ValidationError):
        save_words(theme=world.theme, language="xx", words=["iets"])


def test_saving_twice_makes_one_list(world):
    for words in (["een"], ["twee"]):
        save_words(theme=world.theme, language="tr", words=words)
    assert [row.words for row in WordList.objects.filter(theme=world.theme, language="tr")] == ["twee"]


def test_search_finds_a_theme_by_its_words_in_each_language(world, editor, django_capture_on_commit_callbacks):
    for page in (world.home, world.themes, world.theme):
        translate(page, "pl")
    with django_capture_on_commit_callbacks(execute=True):
        save(editor, world.theme, "zajęcie", "pl")
        save(editor, world.theme, "uğraş", "tr")
    client = world.client()

    def titles(code: str, words: str) -> tuple[list[str], list[str]]:
        context = client.get(f"/{code}/zoeken/", {"q": words}).context
        return tuple([card.title for card in context[name]] for name in ("results", "dutch_results"))

    assert titles("pl", "zajęcie") == (["Oever werk [pl]"], [])
    assert titles("pl", "uğraş") == (["Oever werk [pl]"], [])
    with django_capture_on_commit_callbacks(execute=True):
        for row in WordList.objects.filter(theme=world.theme, language="tr"):
            editor.post(f"{LIST}delete/{row.pk}/")
    assert titles("pl", "uğraş") == ([], [])
