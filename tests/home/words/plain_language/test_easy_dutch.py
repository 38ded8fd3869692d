"""Easy Dutch is judged where it is written, in the editor of translations, and by a stricter aim."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation

from home.tenant.languages.services import fill_translation, start_translation, store_sentence
from home.tenant.libraries.choices import Role
from home.tenant.libraries.services import switch_on_language
from home.words.plain_language.choices import EASY_DUTCH, Level
from home.words.plain_language.selectors import aim_of, assess, assess_translation, is_judged, lines_of_translation
from home.words.plain_language.services import OVERRULED
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user, translate
from tests.home.words.plain_language.conftest import B1, HARD, PLAIN

pytestmark = pytest.mark.django_db


@pytest.fixture
def easy(world: World, page_with: Any) -> Translation:
    """A page that is being translated into easy Dutch, with no sentence translated."""
    switch_on_language(library=world.library, code="nl-easy")
    translate(world.home, "nl-easy")
    return start_translation(page=page_with(HARD), code="nl-easy")


def target(translation: Translation) -> Page:
    return translation.get_target_instance()


def write(translation: Translation, text: str) -> None:
    """Translate the one paragraph with this text, and the rest with a word."""
    rows = translation.source.stringsegment_set.select_related("string", "context")
    fill_translation(translation=translation, words={row.string.data: "Kort." for row in rows})
    row = next(row for row in rows if row.string.data.startswith("Teneinde"))
    store_sentence(translation=translation, string_id=row.string_id, context=row.context, data=text)


def warned() -> list[int]:
    return list(PageLogEntry.objects.filter(action=OVERRULED).values_list("page_id", flat=True))


def test_text_that_is_plain_enough_in_dutch_may_be_too_hard_in_easy_dutch() -> None:
    dutch, easy = assess([B1]), assess([B1], EASY_DUTCH)
    assert (dutch.level, dutch.is_too_hard) == (Level.B1, False)
    assert (easy.level, easy.is_too_hard) == (Level.ABOUT_B1, True)
    assert (dutch.long_sentences, easy.long_sentences) == (1, 3)
    assert (assess([PLAIN], EASY_DUTCH).level, assess([HARD], EASY_DUTCH).level) == (Level.A2, Level.C1)


def test_page_in_easy_dutch_is_judged_and_one_in_polish_is_not(world: World, easy: Translation) -> None:
    assert (aim_of(target(easy)), is_judged(translate(world.event, "pl"))) == (EASY_DUTCH, False)


def test_only_what_is_translated_is_judged(easy: Translation) -> None:
    nothing = assess_translation(target(easy), easy)
    write(easy, PLAIN)
    written = assess_translation(target(easy), easy)
    # The source is hard, and is no part of it; six sentences, and the summary.
    assert (nothing.counted.sentences, nothing.hard_sentences) == (0, [])
    assert (written.counted.sentences, written.level) == (7, Level.A2)


def test_reading_what_is_translated_takes_one_query(easy: Translation, django_assert_num_queries: Any) -> None:
    write(easy, PLAIN)
    translation = Translation.objects.select_related("source", "target_locale").get(pk=easy.pk)
    with django_assert_num_queries(1):
        lines = lines_of_translation(translation)
    assert sorted(lines) == [PLAIN, "Kort."]


def test_panel_stands_beside_the_translation(editor: Client, easy: Translation) -> None:
    write(easy, HARD)
    page = target(easy)
    html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    # Once, although the package draws its panels twice.
    assert html.count(f'data-plain-language="/admin/plain-language/{page.pk}/translation/"') == 1
    assert f'data-plain-language-stored-under="/admin/localize/translate/{easy.pk}/strings/"' in html
    assert 'data-side-panel-toggle="plain-language"' in html
    assert ("Splits deze zin." in html, "home/plain-language.js" in html, "plain-language.css" in html) == (True,) * 3


def test_panel_is_absent_from_a_translation_into_polish(editor: Client, world: World) -> None:
    polish = translate(world.event, "pl")
    html = editor.get(f"/admin/pages/{polish.pk}/edit/").content.decode()
    assert ("js-translation-editor" in html, "data-plain-language=" in html) == (True, False)


def test_panel_reads_what_was_stored_since(editor: Client, easy: Translation) -> None:
    path = f"/admin/plain-language/{target(easy).pk}/translation/"
    before = editor.get(path).content.decode()
    write(easy, HARD)
    after = editor.get(path).content.decode()
    assert ("Splits deze zin." in before, "Splits deze zin." in after) == (False, True)


def test_panel_of_the_neighbour_is_not_there(easy: Translation, neighbour: World) -> None:
    write(easy, HARD)
    stranger = signed_in(neighbour, make_user(Role.COMMUNICATION, neighbour.library))
    answer = stranger.get(f"/admin/plain-language/{target(easy).pk}/translation/")
    assert (answer.status_code, b"Splits" in answer.content) == (404, False)


def test_page_that_is_no_translation_has_no_such_panel(editor: Client, world: World) -> None:
    assert editor.get(f"/admin/plain-language/{world.content.pk}/translation/").status_code == 404


def test_easy_translation_is_published_at_once(
    editor: Client, easy: Translation, django_capture_on_commit_callbacks: Any
) -> None:
    write(easy, PLAIN)
    page = target(easy)
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    page.refresh_from_db()
    assert (page.live, warned()) == (True, [])


@pytest.mark.parametrize("text", [HARD, B1], ids=["hard", "plain, not easy"])
def test_hard_translation_waits_for_a_second_word(
    text: str, editor: Client, easy: Translation, django_capture_on_commit_callbacks: Any
) -> None:
    write(easy, text)
    page = target(easy)
    answer = editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    html = answer.content.decode()
    page.refresh_from_db()
    assert (f'action="/admin/plain-language/{page.pk}/publish/"' in html, page.live) == (True, False)

    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/admin/plain-language/{page.pk}/publish/", {"revision": answer.context["fields"]["revision"]})
    page.refresh_from_db()
    assert (page.live, text[:20] in str(page.body), warned()) == (True, True, [page.pk])


def test_sentence_that_was_changed_since_is_not_published_unseen(editor: Client, easy: Translation) -> None:
    write(easy, HARD)
    page = target(easy)
    seen = editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"}).context["fields"]["revision"]
    write(easy, HARD + " En nog iets.")
    answer = editor.post(f"/admin/plain-language/{page.pk}/publish/", {"revision": seen})
    page.refresh_from_db()
    assert (answer["Location"], page.live, warned()) == (f"/admin/pages/{page.pk}/edit/", False, [])


def test_gaps_are_refused_before_the_language_is_judged(editor: Client, easy: Translation) -> None:
    write(easy, HARD)
    easy.source.stringsegment_set.first().string.translations.filter(locale=easy.target_locale).delete()
    page = target(easy)
    answer = editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    seen = {"revision": "x"}
    editor.post(f"/admin/plain-language/{page.pk}/publish/", seen)
    page.refresh_from_db()
    assert (answer.status_code, page.live) == (302, False)
