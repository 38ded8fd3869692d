"""Catalogues: brought up to date without losing words, checked, compiled."""

import gettext
from pathlib import Path

import polib
import pytest

from portal.catalogues import PLURALS, catalogue_path, compile_all, load, number_of_forms, problems, update
from portal.extraction import Message


def messages(*given: Message) -> dict[tuple[str, str], Message]:
    return {one.key: one for one in given}


def public(words: str, plural: str = "", context: str = "") -> Message:
    return Message(context, words, plural, {"templates/base.html"}, is_public=True)


def internal(words: str) -> Message:
    return Message("", words, "", {"home/x/models.py"})


def translate(root: Path, language: str, **words: str) -> None:
    catalogue = load(root, language)
    for entry in catalogue:
        if entry.msgid in words:
            entry.msgstr = words[entry.msgid]
    catalogue.save(str(catalogue_path(root, language)))


@pytest.mark.parametrize(("language", "expected"), [("nl", ["Help", "Row"]), ("pl", ["Help"]), ("en", [])])
def test_a_catalogue_holds_what_its_language_needs(tmp_path: Path, language: str, expected: list[str]) -> None:
    update(tmp_path, language, messages(internal("Row"), public("Help")))
    assert [entry.msgid for entry in load(tmp_path, language)] == expected


def test_updating_again_changes_nothing(tmp_path: Path) -> None:
    found = messages(public("b"), public("a"), public("row", "rows"), public("May", context="month"))
    update(tmp_path, "pl", found)
    first = catalogue_path(tmp_path, "pl").read_text()
    update(tmp_path, "pl", found)
    assert catalogue_path(tmp_path, "pl").read_text() == first
    assert "POT-Creation-Date" not in first
    assert "#: templates/base.html\n" in first


def test_words_stay_when_a_message_goes_and_come_back_with_it(tmp_path: Path) -> None:
    update(tmp_path, "nl", messages(public("Help")))
    translate(tmp_path, "nl", Help="Hulp")
    update(tmp_path, "nl", messages())
    assert list(problems(tmp_path, "nl", messages())) == ["obsolete: 'Help'"]
    update(tmp_path, "nl", messages(public("Help")))
    assert [(entry.msgstr, entry.obsolete) for entry in load(tmp_path, "nl")] == [("Hulp", 0)]


def test_pruning_drops_the_words_of_messages_that_are_gone(tmp_path: Path) -> None:
    update(tmp_path, "nl", messages(public("Help")))
    translate(tmp_path, "nl", Help="Hulp")
    update(tmp_path, "nl", messages(), prune=True)
    assert list(load(tmp_path, "nl")) == []


def test_a_complete_catalogue_has_no_problem(tmp_path: Path) -> None:
    found = messages(public("Hello %(name)s"))
    update(tmp_path, "nl", found)
    translate(tmp_path, "nl", **{"Hello %(name)s": "Dag %(name)s"})
    assert list(problems(tmp_path, "nl", found)) == []


def test_each_gap_is_named(tmp_path: Path) -> None:
    update(tmp_path, "nl", messages(public("Help"), public("Fuzzy"), public("Gone")))
    translate(tmp_path, "nl", Fuzzy="Vaag", Gone="Weg")
    catalogue = load(tmp_path, "nl")
    catalogue.find("Fuzzy").flags.append("fuzzy")
    catalogue.save(str(catalogue_path(tmp_path, "nl")))
    found = messages(public("Help"), public("Fuzzy"), public("New"))
    assert list(problems(tmp_path, "nl", found)) == [
        "obsolete: 'Gone'",
        "fuzzy: 'Fuzzy' (templates/base.html)",
        "missing: 'Help' (templates/base.html)",
        "missing: 'New' (templates/base.html)",
    ]


def test_a_missing_catalogue_is_a_problem(tmp_path: Path) -> None:
    assert list(problems(tmp_path, "tr", messages())) == ["the catalogue is missing"]


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        pytest.param("Hello %(name)s", "Dag %(naam)s", id="other name"),
        pytest.param("%s of %s", "van", id="left out"),
        pytest.param("Hello {name}", "Dag", id="braces"),
    ],
)
def test_a_translation_fills_in_what_the_english_fills_in(tmp_path: Path, english: str, dutch: str) -> None:
    found = messages(public(english))
    update(tmp_path, "nl", found)
    translate(tmp_path, "nl", **{english: dutch})
    assert list(problems(tmp_path, "nl", found)) == [f"other placeholders than in English: {english!r} → {dutch!r}"]


def test_a_plural_form_may_leave_the_number_out_but_the_last_may_not(tmp_path: Path) -> None:
    found = messages(public("%(n)d hour", "%(n)d hours"))
    update(tmp_path, "pl", found)
    catalogue = load(tmp_path, "pl")
    catalogue[0].msgstr_plural = {0: "jedna godzina", 1: "%(n)d godziny", 2: "godzin"}
    catalogue.save(str(catalogue_path(tmp_path, "pl")))
    assert list(problems(tmp_path, "pl", found)) == ["other placeholders than in English: '%(n)d hours' → 'godzin'"]


@pytest.mark.parametrize(
    ("language", "numbers"),
    [
        ("nl", {1: 0, 0: 1, 2: 1}),
        ("bg", {1: 0, 0: 1, 2: 1}),
        ("tr", {1: 0, 2: 1}),
        ("pl", {1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 22: 1, 0: 2}),
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 103: 3}),
    ],
)
def test_a_compiled_catalogue_takes_the_right_plural_form(
    tmp_path: Path, language: str, numbers: dict[int, int]
) -> None:
    update(tmp_path, language, messages(public("row", "rows")))
    catalogue = load(tmp_path, language)
    catalogue[0].msgstr_plural = {number: f"form {number}" for number in range(number_of_forms(language))}
    catalogue.save(str(catalogue_path(tmp_path, language)))
    compile_all(tmp_path)
    with catalogue_path(tmp_path, language).with_suffix(".mo").open("rb") as stream:
        read = gettext.GNUTranslations(stream)
    assert {n: read.ngettext("row", "rows", n) for n in numbers} == {n: f"form {form}" for n, form in numbers.items()}


def test_every_language_has_a_plural_rule_that_its_header_carries(tmp_path: Path) -> None:
    for language, rule in PLURALS.items():
        update(tmp_path, language, {})
        assert polib.pofile(str(catalogue_path(tmp_path, language))).metadata["Plural-Forms"] == rule
