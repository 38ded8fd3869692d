"""The board: each page in each language, of one library only, in a fixed number of queries."""

import csv
import io
import re
from uuid import UUID, uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, TranslationSource

from home.site.pages.pages import ContentPage
from home.tenant.languages.services import start_translation
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import switch_on_language
from home.words.board.choices import State
from home.words.board.models import PageReads
from home.words.board.selectors import board, with_changes
from home.words.board.word_lists import reviews
from home.words.tracking.models import WordsSnapshot
from plein.out.finder.services import save_words
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, translate
from tests.home.words.board.conftest import publish

pytestmark = pytest.mark.django_db
QUERIES = 10  # of the twelve that it may take


def state_of(world: World, page: Page, code: str = "pl") -> str:
    row = next(row for row in board(world.library).rows if row.page_id == page.pk)
    return next(cell.state for cell in row.cells if cell.code == code)


def read(page: Page, count: int, language: str = "nl") -> None:
    PageReads.objects.create(
        translation_key=page.translation_key, language=language, day=timezone.localdate(), count=count
    )


def add_many(world: World, count: int, codes: list[str]) -> None:
    """So many pages, each published in every language and in none outdated: bare rows of the tree."""
    kind = ContentType.objects.get_for_model(ContentPage)
    keys = [uuid4() for _number in range(count)]
    for code in ["nl", *codes]:
        locale = Locale.objects.get(language_code=code)
        home = Page.objects.filter(translation_key=world.home.translation_key, locale=locale).first()
        home = Page.objects.get(pk=(home or world.home.copy_for_translation(locale)).pk)
        first = 50  # after what the home holds already
        Page.objects.bulk_create(
            Page(
                path=f"{home.path}{Page._int2str(first + number).rjust(Page.steplen, '0')}",
                depth=home.depth + 1,
                url_path=f"{home.url_path}veel-{number}/",
                slug=f"veel-{number}",
                title=f"Veel {number} {code}",
                draft_title=f"Veel {number}",
                locale=locale,
                translation_key=key,
                content_type=kind,
                live=True,
            )
            for number, key in enumerate(keys)
        )
    WordsSnapshot.objects.bulk_create(
        WordsSnapshot(page_id=pk, digest="a" * 64, made_on=timezone.now())
        for pk in Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True)
    )


def test_page_that_nobody_translated_is_missing(world: World) -> None:
    assert state_of(world, world.content) == State.MISSING


def test_empty_copy_above_a_translation_counts_as_missing(world: World) -> None:
    start_translation(page=world.event, code="pl")
    assert (state_of(world, world.event), state_of(world, world.events)) == (State.BEGUN, State.MISSING)


def test_machine_draft_is_told_until_somebody_wrote_it(world: World) -> None:
    translation = start_translation(page=world.content, code="pl")
    segment = translation.source.stringsegment_set.first()
    row = StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="x",
        translation_type="machine",
    )
    assert state_of(world, world.content) == State.MACHINE
    row.translation_type = "manual"
    row.save()
    assert state_of(world, world.content) == State.BEGUN


def test_words_of_a_machine_that_are_on_the_site_are_no_finished_translation(world: World) -> None:
    translate(world.content, "pl")
    assert state_of(world, world.content) == State.PUBLISHED
    first = StringTranslation.objects.filter(context__object_id=world.content.translation_key).order_by("pk").first()
    StringTranslation.objects.filter(pk=first.pk).update(translation_type="machine")
    assert state_of(world, world.content) == State.MACHINE
    assert board(world.library).shares[0].done == 0
    publish(world.content, title="Heel anders")
    assert state_of(world, world.content) == State.OUTDATED


def test_outdated_cell_tells_how_many_words_since_when(world: World, editor: Client) -> None:
    for code in ("pl", "bg"):
        switch_on_language(library=world.library, code=code)
        translate(world.event, code)
    translate(world.content, "pl")
    publish(world.event, title=f"{world.event.title} met vier nieuwe woorden")
    publish(world.content, title="Anders")
    WordsSnapshot.objects.filter(page__translation_key=world.content.translation_key).update(segments=[])
    library = Library.objects.select_related("site__root_page").get(pk=world.library.pk)
    rows = board(library).rows
    with CaptureQueriesContext(connection) as queries:
        counted = with_changes(rows)
    cells = {(row.page_id, cell.code): cell for row in counted for cell in row.cells}
    event, content = cells[world.event.pk, "pl"], cells[world.content.pk, "pl"]
    assert (event.changed_words, cells[world.event.pk, "bg"].changed_words) == (4, 4)
    assert event.since == WordsSnapshot.objects.get(page=world.event).made_on
    assert (content.changed_words, content.since is None) == (None, False)
    assert cells[world.content.pk, "bg"].since is None
    assert len(queries) == 1
    text = " ".join(editor.get("/admin/coverage/").content.decode().split())
    assert text.count("4 woorden veranderd") == 2
    assert text.count("sinds ") == 3


def test_machine_sentence_that_the_page_no_longer_uses_makes_no_draft(world: World) -> None:
    translation = start_translation(page=world.content, code="pl")
    segment = translation.source.stringsegment_set.first()
    StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="x",
        translation_type="machine",
    )
    publish(world.content, title="Heel anders", search_description="Ook anders.")
    TranslationSource.update_or_create_from_instance(ContentPage.objects.get(pk=world.content.pk))
    assert state_of(world, world.content) == State.BEGUN


def test_review_is_told_by_who_keeps_reviews(world: World, neighbour: World) -> None:
    start_translation(page=world.content, code="pl")

    pair = {(world.content.translation_key, "pl")}

    def waiting(library: Library) -> set[tuple[UUID, str]]:
        return pair if library == world.library else set()

    before = list(reviews)
    reviews.add(waiting)
    try:
        assert state_of(world, world.content) == State.REVIEW
    finally:
        reviews._items[:] = before


def test_published_translation_becomes_outdated_by_words_only(world: World) -> None:
    translate(world.event, "pl")
    assert state_of(world, world.event) == State.PUBLISHED
    publish(world.event, cost="free", scene="")
    assert state_of(world, world.event) == State.PUBLISHED
    world.event.move(world.home, pos="last-child")
    publish(world.event)
    assert state_of(world, world.event) == State.PUBLISHED
    publish(world.event, title="Een andere avond")
    assert state_of(world, world.event) == State.OUTDATED


def test_share_counts_what_is_published_and_right(world: World) -> None:
    translate(world.event, "pl")
    translate(world.content, "pl")
    publish(world.content, title="Anders")
    share = board(world.library).shares[0]
    assert (share.code, share.done, share.total) == ("pl", 1, 12)


def test_what_residents_read_most_stands_first(world: World) -> None:
    read(world.content, 7)
    read(world.event, 3)
    read(world.event, 6, "pl")
    assert [(row.page_id, row.reads) for row in board(world.library).rows[:2]] == [
        (world.event.pk, 9),
        (world.content.pk, 7),
    ]
    assert board(world.library).narrowed(language="pl").rows[1].reads == 0


def test_filters_narrow_the_rows(world: World) -> None:
    translate(world.event, "pl")
    found = {
        "state": board(world.library).narrowed(state=State.PUBLISHED).rows,
        "kind": board(world.library).narrowed(kind="eventpage").rows,
        "search": board(world.library).narrowed(search="AVOND").rows,
    }
    assert {name: [row.page_id for row in rows] for name, rows in found.items()} == {
        name: [world.event.pk] for name in found
    }


def test_board_shows_nothing_of_another_library(editor: Client, world: World, neighbour: World) -> None:
    translate(neighbour.event, "pl")
    read(neighbour.event, 7351)
    for path in ("/admin/coverage/", "/admin/coverage/export/", "/admin/coverage/lists/"):
        text = editor.get(path).content.decode()
        assert ("Oever" in text, "Vest" in text, re.search(r"7\W?351", text)) == (True, False, None), path
    assert editor.get(f"/admin/coverage/?library={neighbour.library.pk}").status_code == 404


@pytest.mark.parametrize("role", [Role.PLEIN_WORKER, Role.PARTNER, Role.VOLUNTEER], ids=str)
def test_board_is_not_there_for_who_edits_no_pages(role: str, world: World) -> None:
    answer = signed_in(world, make_user(role, world.library)).get("/admin/coverage/")
    assert answer.status_code in {302, 403, 404}


def test_screen_names_each_state_in_words_and_leads_on(editor: Client, world: World) -> None:
    page = translate(world.event, "pl")
    publish(world.event, title="Een andere avond")
    text = editor.get("/admin/coverage/").content.decode()
    assert (f"/admin/coverage/{page.pk}/" in text, f"/admin/translate/{world.content.pk}/" in text) == (True, True)
    assert ("verouderd" in text, "ontbreekt" in text) == (True, True)


def test_rows_are_cut_in_pages_and_filters_stay(editor: Client, world: World) -> None:
    add_many(world, 35, [])
    text = editor.get("/admin/coverage/?search=veel").content.decode()
    assert (text.count('<td class="title">'), "search=veel&amp;p=2" in text) == (30, True)
    rest = editor.get("/admin/coverage/?search=veel&p=2").content.decode()
    assert rest.count('<td class="title">') == 5


def test_export_has_the_filtered_rows_and_no_formula(editor: Client, world: World) -> None:
    publish(world.content, title='=HYPERLINK("x")')
    answer = editor.get("/admin/coverage/export/?kind=contentpage")
    text = answer.content.decode()
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert (text[0], len(rows), rows[1][0], rows[1][3]) == ("\ufeff", 2, '\'=HYPERLINK("x")', "ontbreekt")
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_library_with_one_language_is_told_how_to_add_more(editor: Client, world: World) -> None:
    world.library.languages.exclude(code="nl").delete()
    assert "één taal" in editor.get("/admin/coverage/").content.decode()


def test_lists_of_the_finder_tell_where_words_are(editor: Client, world: World) -> None:
    row = save_words(theme=world.theme, language="pl", words=["praca", "robota"])
    text = editor.get("/admin/coverage/lists/").content.decode()
    assert (f"/wordlist/edit/{row.pk}/" in text, "2 woorden" in text) == (True, True)
    row.delete()
    assert "geen lijst" in editor.get("/admin/coverage/lists/").content.decode()


@pytest.mark.parametrize("count", [60, 300])
def test_board_takes_the_same_queries_for_any_number_of_pages(count: int, world: World) -> None:
    codes = ["pl", "bg", "tr", "ar", "en"]
    for code in codes[1:]:
        switch_on_language(library=world.library, code=code)
    add_many(world, count, codes)
    start_translation(page=world.event, code="pl")
    library = Library.objects.select_related("site__root_page").get(pk=world.library.pk)
    with CaptureQueriesContext(connection) as queries:
        found = board(library)
    published = [row for row in found.rows if row.title.startswith("Veel")]
    assert (len(published), {cell.state for row in published for cell in row.cells}) == (count, {State.PUBLISHED})
    assert len(queries) == QUERIES
