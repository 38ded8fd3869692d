"""Who moves a block says nothing new: no warning for readers, nothing on the board, and no word counted as changed."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from wagtail.models import Page

from home.tenant.languages.services import digest_in_order, segments_of, translation_into
from home.tenant.users.models import User
from home.words.board.choices import State
from home.words.board.comparison import compare
from home.words.board.models import SmallChange, WordsSnapshot
from home.words.board.selectors import board, change_since
from home.words.board.services import accept_small_change, keep_missing_words
from tests.factories.world import World, translate
from tests.home.words.board.conftest import publish

pytestmark = pytest.mark.django_db

FIRST = ("paragraph", "<p>Kom langs in de ochtend.</p><p>Er is koffie.</p>")
SECOND = ("paragraph", "<p>Neem uw buren mee naar de kade.</p>")
THIRD = ("paragraph", "<p>Aanmelden hoeft niet.</p>")

migration = import_module("home.migrations.0007_words_without_order")


@pytest.fixture
def page(world: World) -> Page:
    """The event with three blocks, in Polish."""
    publish(world.event, body=[FIRST, SECOND, THIRD])
    return translate(Page.objects.get(pk=world.event.pk).specific, "pl")


def told(world: World) -> set[bool]:
    """What readers, the board and the detail say of the Polish event: whether it is outdated. One answer, when right."""
    source = Page.objects.get(pk=world.event.pk).specific
    page = source.get_translations().get().specific
    shown = world.client().get("/pl/activiteiten/avond/")
    row = next(row for row in board(world.library).rows if row.page_id == source.pk)
    return {
        shown.context["is_outdated"],
        b"bar--outdated" in shown.content,
        row.cells[0].state == State.OUTDATED,
        change_since(source, page).is_outdated,
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


def as_it_was(*pages: Page) -> None:
    """Store the hashes of these pages as an earlier version did, by the order of the sentences."""
    for page in pages:
        translation = translation_into(page)
        segments = segments_of(translation.source.as_instance() if translation else page.specific)
        digest = digest_in_order(segments)
        type(page.specific).objects.filter(pk=page.pk).update(words_hash=digest)
        WordsSnapshot.objects.filter(page=page).update(digest=digest, segments=segments)


def test_database_of_before_keeps_what_is_right_and_what_is_outdated(world: World, page: Page) -> None:
    publish(world.content, body=[SECOND, FIRST])
    other = translate(Page.objects.get(pk=world.content.pk).specific, "pl")
    publish(world.content, title="Over ons, en anders")
    sources = [Page.objects.get(pk=one.pk).specific for one in (world.event, world.content)]
    as_it_was(*sources, page, other)
    before = [Page.objects.get(pk=one.pk).specific.words_hash for one in (*sources, page, other)]
    for _time in range(2):
        migration.forget_order(apps, None)
    after = [Page.objects.get(pk=one.pk).specific.words_hash for one in (*sources, page, other)]
    assert all(one != was for one, was in zip(after, before, strict=True))
    assert (after[0] == after[2], after[1] == after[3]) == (True, False)
    publish(world.event, body=[THIRD, FIRST, SECOND])
    publish(world.content)
    assert (told(world), change_since(sources[1], other).is_outdated) == ({False}, True)


def test_small_change_of_before_holds_when_the_translation_is_published_again(
    world: World, page: Page, user: User
) -> None:
    publish(world.event, title="Een andere avond")
    accept_small_change(page=page, user=user)
    source = Page.objects.get(pk=world.event.pk).specific
    as_it_was(source, page)
    valid_for = WordsSnapshot.objects.get(page=source).digest
    SmallChange.objects.update(made_from=WordsSnapshot.objects.get(page=page).digest, valid_for=valid_for)
    WordsSnapshot.objects.filter(page=page).update(digest=valid_for)
    type(page).objects.filter(pk=page.pk).update(words_hash=valid_for)
    assert told(world) == {False}
    migration.forget_order(apps, None)
    publish(page)
    publish(source)
    assert told(world) == {False}


def test_database_from_before_words_were_kept_is_put_right(world: World, page: Page) -> None:
    source: Any = Page.objects.get(pk=world.event.pk).specific
    as_it_was(source, page)
    WordsSnapshot.objects.all().delete()
    migration.forget_order(apps, None)
    keep_missing_words()
    publish(world.event, body=[THIRD, FIRST, SECOND])
    assert told(world) == {False}
