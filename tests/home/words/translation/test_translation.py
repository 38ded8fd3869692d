"""Translating in the admin: begun from the page, published when it is whole, and never past that check."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.tenant.languages.services import fill_translation, start_translation
from home.words.translation.selectors import language_states, publishing_problem
from tests.factories.world import World, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(world: World) -> Translation:
    """A translation of the event into Polish, with no sentence translated."""
    return start_translation(page=world.event, code="pl")


def target(translation: Translation) -> Page:
    return Page.objects.get(translation_key=translation.source.object_id, locale=translation.target_locale)


def complete(translation: Translation) -> None:
    sentences = [row.string.data for row in translation.source.stringsegment_set.select_related("string")]
    fill_translation(translation=translation, words={sentence: f"{sentence} [pl]" for sentence in sentences})


def messages_of(client: Client, path: str) -> str:
    return client.get(path, follow=True).content.decode()


def test_screen_tells_how_far_each_language_is(editor: Client, world: World, begun: Translation) -> None:
    text = editor.get(f"/admin/translate/{world.event.pk}/").content.decode()
    assert ("Pools" in text, f"/admin/pages/{target(begun).pk}/edit/" in text) == (True, True)


def test_translation_is_begun_and_opens_in_the_editor(editor: Client, world: World) -> None:
    answer = editor.post(f"/admin/translate/{world.event.pk}/", {"languages": ["pl"]})
    page = world.event.get_translations().get(locale__language_code="pl")
    assert (answer.status_code, answer.headers["Location"], page.live) == (302, f"/admin/pages/{page.pk}/edit/", False)
    assert b"localize" in editor.get(answer.headers["Location"]).content


def test_language_that_the_library_does_not_show_is_refused(editor: Client, world: World) -> None:
    answer = editor.post(f"/admin/translate/{world.event.pk}/", {"languages": ["tr"]})
    assert (answer.status_code, world.event.get_translations().count()) == (200, 0)


def test_sentence_is_translated_in_the_editor(editor: Client, begun: Translation) -> None:
    segment = begun.source.stringsegment_set.first()
    path = f"/admin/localize/translate/{begun.pk}/strings/{segment.pk}/edit/"
    answer = editor.put(path, "value=Wieczór", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, StringTranslation.objects.get().data) == (201, "Wieczór")


def test_translation_with_gaps_is_refused_and_nothing_is_lost(
    editor: Client, begun: Translation, django_capture_on_commit_callbacks: Any
) -> None:
    page = target(begun)
    segment = begun.source.stringsegment_set.first()
    fill_translation(translation=begun, words={segment.string.data: "Wieczór"})
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    page.refresh_from_db()
    assert (answer.status_code, page.live, StringTranslation.objects.count()) == (302, False, 1)
    assert publishing_problem(page) in messages_of(editor, answer.headers["Location"])


def test_whole_translation_is_published(
    editor: Client, begun: Translation, django_capture_on_commit_callbacks: Any
) -> None:
    complete(begun)
    page = target(begun)
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(f"/admin/pages/{page.pk}/edit/", {"action": "publish"})
    page.refresh_from_db()
    assert (page.live, page.title, publishing_problem(page)) == (True, "Oever avond [pl]", "")


def test_gaps_are_refused_in_bulk_too(editor: Client, world: World, begun: Translation) -> None:
    page = target(begun)
    editor.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}")
    parent = page.get_ancestors().get(depth=2)
    editor.post(f"/admin/bulk/wagtailcore/page/publish/?id={parent.pk}", {"include_descendants": "on"})
    page.refresh_from_db()
    assert page.live is False


def test_package_cannot_publish_past_the_check(editor: Client, world: World, begun: Translation) -> None:
    answer = editor.post(f"/admin/localize/update/{begun.source.pk}/", {"publish_translations": "on"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/translate/{world.event.pk}/")
    assert target(begun).live is False


def test_state_says_when_the_source_changed(world: World) -> None:
    translate(world.event, "pl")
    before = language_states(world.event, world.library)[0]
    world.event.title = "Een andere titel"
    world.event.save_revision().publish()
    after = language_states(Page.objects.get(pk=world.event.pk), world.library)[0]
    assert (before.is_outdated, after.is_outdated) == (False, True)


def test_page_that_was_only_copied_is_not_edited_but_translated(editor: Client, world: World) -> None:
    home = world.home.get_translations().get(locale__language_code="pl")
    answer = editor.get(f"/admin/pages/{home.pk}/edit/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/translate/{world.home.pk}/")


def test_page_begins_in_the_main_language(editor: Client, world: World) -> None:
    home = world.home.get_translations().get(locale__language_code="pl")
    answer = editor.post(f"/admin/pages/add/home/contentpage/{home.pk}/", {"title": "x", "slug": "x"})
    assert (answer.status_code, home.get_children().count()) == (302, 0)


def test_translation_moves_along_with_its_page(editor: Client, world: World) -> None:
    page = translate(world.content, "pl")
    other = translate(world.themes, "pl")
    editor.post(f"/admin/pages/{world.content.pk}/move/{world.themes.pk}/confirm/")
    page.refresh_from_db()
    assert page.get_parent().pk in {other.pk, world.home.get_translations().get(locale__language_code="pl").pk}


@pytest.mark.parametrize("path", ["/admin/translate/{}/", "/admin/localize/submit/page/{}/"])
def test_page_of_another_library_is_not_there(path: str, editor: Client, neighbour: World) -> None:
    answers = [
        editor.get(path.format(neighbour.event.pk)),
        editor.post(path.format(neighbour.event.pk), {"languages": ["pl"]}),
    ]
    assert ([one.status_code for one in answers], neighbour.event.get_translations().count()) == ([404, 404], 0)


def test_page_has_a_button_to_translate_it(editor: Client, world: World) -> None:
    assert f"/admin/translate/{world.event.pk}/" in editor.get(f"/admin/pages/{world.event.pk}/edit/").content.decode()
