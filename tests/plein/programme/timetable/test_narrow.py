"""A list that a reader narrows: what is left, what can be chosen, and the addresses that go with it."""

from dataclasses import dataclass, field

import pytest

from plein.programme.timetable.filters import Facet, Label, narrow


@dataclass
class Row:
    """Something in a list."""

    name: str
    colour: str
    sizes: list[str] = field(default_factory=list)


ROWS = [Row("a", "red", ["s"]), Row("b", "red", ["s", "l"]), Row("c", "blue", ["l"]), Row("d", "blue")]
COLOURS = Facet("colour", "Colour", lambda row: [row.colour], {code: Label(code) for code in ("red", "blue", "green")})
SIZES = Facet("size", "Size", lambda row: row.sizes, {code: Label(code) for code in ("s", "l")})


def narrowed(asked, *, facets=(COLOURS, SIZES), keep=None):
    return narrow(ROWS, facets, asked, own="/list/", keep=keep or {})


def boxes(found):
    return {box.name: [(choice.label, choice.count, choice.is_on) for choice in box.choices] for box in found.boxes}


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({}, "abcd"),
        ({"colour": "red"}, "ab"),
        ({"size": "l"}, "bc"),
        ({"colour": "red", "size": "l"}, "b"),
        ({"colour": "green"}, ""),
        ({"colour": "<script>"}, "abcd"),
        ({"elsewhere": "red"}, "abcd"),
    ],
    ids=["nothing", "one", "another", "both", "none-left", "no-such-code", "no-such-question"],
)
def test_what_is_left(asked, left):
    assert "".join(row.name for row in narrowed(asked).rows) == left


def test_only_what_occurs_can_be_chosen_with_how_often():
    assert boxes(narrowed({})) == {
        "colour": [("red", 2, False), ("blue", 2, False)],
        "size": [("s", 2, False), ("l", 2, False)],
    }


def test_counts_are_those_beside_the_other_choices():
    assert boxes(narrowed({"colour": "blue"})) == {
        "colour": [("red", 2, False), ("blue", 2, True)],
        "size": [("l", 1, False)],
    }


def test_what_is_on_stays_in_view_when_nothing_is_left():
    assert boxes(narrowed({"colour": "green"}))["colour"] == [
        ("red", 2, False),
        ("blue", 2, False),
        ("green", 0, True),
    ]


def test_a_question_to_which_all_give_one_answer_is_not_asked():
    same = Facet("kind", "Kind", lambda row: ["thing"], {"thing": Label("thing")})
    assert [box.name for box in narrowed({}, facets=(same, COLOURS)).boxes] == ["colour"]


def test_each_choice_adds_to_the_address_and_each_chip_takes_off():
    found = narrowed({"colour": "red", "size": "l"}, keep={"van": "2026-11-23"})
    urls = {choice.label: choice.url for box in found.boxes for choice in box.choices}
    assert urls["s"] == "/list/?van=2026-11-23&colour=red&size=s"
    assert urls["l"] == "/list/?van=2026-11-23&colour=red"
    assert [chip.url for chip in found.chips] == [
        "/list/?van=2026-11-23&size=l",
        "/list/?van=2026-11-23&colour=red",
    ]
    assert found.clear_url == "/list/?van=2026-11-23"


def test_nothing_on_is_the_bare_address():
    found = narrowed({"colour": "red"})
    assert (found.chips[0].url, found.clear_url) == ("/list/", "/list/")
