"""Who moves a block says nothing new: no warning for readers, nothing on the board, and no word counted as changed."""

import pytest
from wagtail.models import Page

from home.words.board.choices import State
from home.words.board.selectors import board
from home.words.tracking.comparison import compare
from home.words.tracking.models import WordsSnapshot
from home.words.tracking.selectors import change_since
from home.words.translation.selectors import language_states
from tests.factories.world import World, translate
from tests.home.words.board.conftest import publish

pytestmark = pytest.mark.django_db

FIRST = ("paragraph", "<p>Kom langs in de ochtend.</p><p>Er is koffie.</p>")
SECOND = ("paragraph", "<p>Neem uw buren mee naar de kade.</p>")
THIRD = ("paragraph", "<p>Aanmelden hoeft niet.</p>")


@pytest.fixture
def page(world: World) -> Page:
    """The event with three blocks, in Polish."""
    publish(world.event, body=[FIRST, SECOND, THIRD])
    return translate(Page.objects.get(pk=world.event.pk).specific, "pl")


def told(world: World) -> set[bool]:
    """Whether readers, the board and two screens of editors say that the Polish event is outdated: one, when right."""
    source = Page.objects.get(pk=world.event.pk).specific
    page = source.get_translations().get().specific
    shown = world.client().get("/pl/activiteiten/avond/")
    row = next(row for row in board(world.library).rows if row.page_id == source.pk)
    return {
        shown.context["is_outdated"],
        b"bar--outdated" in shown.content,
        row.cells[0].state == State.OUTDATED,
        change_since(source, page).is_outdated,
        next(state for state in language_states(source, world.library) if state.code == "pl").is_outdated,
    }


def test_block_that_moved_leaves_the_translation_right(world: World, page: Page) -> None:
    publish(world.event, body=[THIRD, FIRST, SECOND])
    assert (told(world), WordsSnapshot.objects.get(page=page).outdated_since) == ({False}, None)


def test_block_that_moved_and_says_something_else_makes_it_outdated(world: World, page: Page) -> None:
    publish(world.event, body=[("paragraph", "<p>Aanmelden mag wel.</p>"), FIRST, SECOND])
    source = Page.objects.get(pk=world.event.pk).specific
    change = change_since(source, page)
    assert (told(world), change.changed_words, change.changed_sentences) == ({True}, 2, 1)


def test_same_sentence_once_more_is_a_change(world: World, page: Page) -> None:
    publish(world.event, body=[FIRST, SECOND, THIRD, THIRD])
    assert told(world) == {True}


def test_what_changed_is_shown_in_the_order_of_now(world: World, page: Page) -> None:
    publish(world.event, body=[THIRD, FIRST, SECOND])
    publish(world.event, body=[THIRD, FIRST, ("paragraph", "<p>Neem uw kinderen mee naar de kade.</p>")])
    pairs = change_since(world.event, page).pairs
    shown = ["".join(text for _changed, text in pair.after) for pair in pairs]
    assert shown[-4:] == [
        "Aanmelden hoeft niet.",
        "Kom langs in de ochtend.",
        "Er is koffie.",
        "Neem uw kinderen mee naar de kade.",
    ]
    assert [pair.changed_words for pair in pairs if pair.is_changed] == [1]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (["Een.", "Twee.", "Drie."], ["Drie.", "Een.", "Twee."], []),
        (["Een.", "Een.", "Twee."], ["Twee.", "Een."], [("Een.", "")]),
        (["Een.", "Weg ermee.", "Twee."], ["Twee.", "Een."], [("Weg ermee.", "")]),
        (["Kom om tien uur langs.", "Twee."], ["Twee.", "Kom om elf uur langs."], [("tien", "elf")]),
        (["De kade is open.", "De markt is dicht."], ["De markt is open.", "Geheel nieuw.", "De kade is open."], None),
        ([], ["Nieuw."], [("", "Nieuw.")]),
        (["Oud."], [], [("Oud.", "")]),
    ],
    ids=["moved", "once less", "gone and moved", "moved and rewritten", "alike", "from nothing", "to nothing"],
)
def test_sentences_find_each_other_wherever_they_stand(
    before: list[str], after: list[str], changed: list[tuple[str, str]] | None
) -> None:
    pairs = compare(before, after)
    found = [
        tuple("".join(text for is_new, text in side if is_new) for side in (pair.before, pair.after))
        for pair in pairs
        if pair.is_changed
    ]
    assert found == ([("dicht.", "open."), ("", "Geheel nieuw.")] if changed is None else changed)
    assert ["".join(text for _new, text in pair.after) for pair in pairs if pair.after] == after
    assert sorted("".join(text for _new, text in pair.before) for pair in pairs if pair.before) == sorted(before)
