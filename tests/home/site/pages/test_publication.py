"""What follows a publication: in one order, from the same facts, all or nothing, and by one way of writing pages."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.segments.extract import extract_segments

from home.site.pages.publication import Published, Step, Steps, after_move, after_publication, after_renaming
from home.site.search.models import SearchText
from home.tenant.languages.models import MachineDraft
from home.tenant.languages.segments import Segment, segments_of, sentences_of
from home.tenant.languages.services import translation_into
from home.tenant.libraries.services import switch_on_language
from home.words.tracking.models import WordsSnapshot
from home.words.tracking.services import keep_words
from netwerk.door.intranet.services import ensure_intranet
from tests.factories.world import World, translate

pytestmark = pytest.mark.django_db
# Of the steps alone, savepoints included.
QUERIES = {"source": 23, "translation": 28}

BODY = [
    ("paragraph", "<p>Kom langs <b>in de ochtend</b>.</p><p>Er is koffie.</p>"),
    ("heading", {"text": "Ook dit", "level": "h2"}),
    ("paragraph", "<p>Er is koffie.</p>"),
]


class Counted(Published):
    """Counts how often its sentences are taken out of the page."""

    count = 0

    @cached_property
    def segments(self) -> list[Segment]:
        self.count += 1
        return segments_of(self.page)


@contextmanager
def extractions() -> Iterator[list[int]]:
    """Counts every call of the extraction in this thread, whoever makes it."""
    calls: list[int] = []

    def note(frame: Any, event: str, _argument: Any) -> None:
        if event == "call" and frame.f_code is extract_segments.__code__:
            calls.append(1)

    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)


@pytest.fixture
def polish(world: World) -> Page:
    """The content page with a text, in Polish."""
    page = Page.objects.get(pk=world.content.pk).specific
    page.body = BODY
    page.save_revision().publish()
    return translate(page, "pl").specific


def again(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).specific


def test_steps_stand_in_one_order() -> None:
    told = [[step.name for step in steps] for steps in (after_publication, after_renaming, after_move)]
    assert told == [
        ["what a translation was made from", "what only a computer saw", "what the search page finds"],
        ["the addresses of translations"],
        ["the places of translations"],
    ]


def test_steps_of_a_higher_area_come_later_though_they_are_added_first() -> None:
    steps: Steps[str] = Steps()
    taken: list[str] = []
    late, early = Step(100, "late", lambda _fact: taken.append("late")), Step(10, "early", taken.append)
    steps.add(late)
    steps.add(early)
    steps.add(early)
    steps.run("early")
    assert taken == ["early", "late"]


def test_two_steps_at_one_place_are_refused() -> None:
    steps: Steps[str] = Steps()
    steps.add(Step(10, "one", print))
    with pytest.raises(ValueError, match="other wants the place of one, 10"):
        steps.add(Step(10, "other", print))


def test_step_that_fails_leaves_nothing_of_the_others(polish: Page) -> None:
    def fail(_published: Published) -> None:
        raise LookupError

    steps: Steps[Published] = Steps()
    steps.add(Step(10, "keeps", keep_words), Step(20, "fails", fail))
    WordsSnapshot.objects.all().delete()
    with pytest.raises(LookupError):
        steps.run(Published(polish))
    assert WordsSnapshot.objects.count() == 0


def test_sentences_are_taken_out_once(world: World, polish: Page) -> None:
    facts = [Counted(again(page)) for page in (world.content, polish, ensure_intranet(library=world.library))]
    for fact in facts:
        after_publication.run(fact)
    assert [fact.count for fact in facts] == [1, 1, 0]


@pytest.mark.parametrize("kind", ["source", "translation"])
def test_whole_publication_takes_sentences_out_once(world: World, polish: Page, kind: str) -> None:
    page = again(world.content if kind == "source" else polish)
    with extractions() as calls:
        page.save_revision().publish()
    assert len(calls) == 1


def test_translation_is_made_from_what_stands_in_its_source(world: World, polish: Page) -> None:
    translation = translation_into(polish)
    assert translation is not None
    made_from = sentences_of(translation.source)
    assert made_from == [segment.html for segment in segments_of(again(world.content))]
    assert made_from.count("Er is koffie.") == 2
    assert Published(polish).made_from == made_from


@pytest.mark.parametrize("languages", [1, 3])
@pytest.mark.parametrize("kind", ["source", "translation"])
def test_publication_takes_a_fixed_number_of_queries(world: World, polish: Page, kind: str, languages: int) -> None:
    for code in ("bg", "ar")[: languages - 1]:
        switch_on_language(library=world.library, code=code)
        translate(again(world.content), code)
    page = again(world.content if kind == "source" else polish)
    revision = page.save_revision()
    with CaptureQueriesContext(connection) as queries:
        after_publication.run(Published(revision.as_object()))
    assert len(queries) == QUERIES[kind]


def test_facts_are_those_of_the_page(world: World, neighbour: World, polish: Page) -> None:
    published, source = Published(polish), Published(again(world.content))
    assert (published.language, published.library, published.source.pk) == ("pl", world.library, world.content.pk)
    assert (source.language, source.translation, source.source.pk) == ("nl", None, world.content.pk)


def test_alias_and_intranet_have_no_words_of_their_own(world: World) -> None:
    alias = world.content.create_alias(parent=world.home, update_slug="ook-over")
    for page in (alias, ensure_intranet(library=world.library)):
        after_publication.run(Published(again(page)))
        for rows in (WordsSnapshot.objects, MachineDraft.objects):
            assert rows.filter(page=page.pk).count() == 0
        assert SearchText.objects.filter(pk=page.pk).count() == 0


def test_each_live_page_was_published(world: World, polish: Page) -> None:
    ensure_intranet(library=world.library)
    rows = Page.objects.filter(live=True, depth__gt=1, alias_of=None)
    assert list(rows.filter(live_revision=None).values_list("url_path", flat=True)) == []
    assert rows.filter(first_published_at=None).count() == 0
