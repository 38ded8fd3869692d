"""Help with plain language in the admin: beside the form while somebody writes, and once more before publishing."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page, PageLogEntry

from home.site.pages.pages import ContentPage
from home.words.plain_language.choices import Level
from home.words.plain_language.selectors import assess, assess_page, is_judged
from home.words.plain_language.services import OVERRULED
from tests.factories.world import World, translate
from tests.home.words.plain_language.conftest import HARD, PLAIN

pytestmark = pytest.mark.django_db
Maker = Callable[..., ContentPage]


def form_with(text: str, **more: str) -> dict[str, str]:
    content = '{"blocks": [{"key": "abc12", "text": "%s", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
    return {
        "title": "Een bladzijde",
        "slug": "tekst",
        "search_description": "Wat u hier vindt.",
        "seo_title": "",
        "picture": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": "0b1c2d3e-0000-4000-8000-000000000000",
        "body-0-value": content % text,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **more,
    }


def test_plain_text_is_b1_and_hard_text_is_not() -> None:
    assert (assess([PLAIN]).level, assess([HARD]).level) == (Level.B1, Level.C1)


def test_few_words_get_no_level() -> None:
    found = assess(["Desalniettemin participeren."])
    assert (found.level, found.is_too_hard) == (Level.UNKNOWN, False)


def test_hard_sentence_says_why_and_what_to_do() -> None:
    found = assess([PLAIN, HARD])
    assert [sentence.text for sentence in found.hard_sentences] == [HARD]
    told = " ".join(f"{row.text} {row.suggestion}" for row in found.hard_sentences[0].reasons)
    for part in ("Splits deze zin.", "“teneinde”", "Schrijf “om”.", "Zeg wie wat doet.", "inventarisatie"):
        assert part in told
    assert found.passives == 1


def test_words_of_a_page_are_judged_and_its_title_and_labels_are_not(page_with: Maker) -> None:
    page = page_with(PLAIN)
    page.title = "Verantwoordelijkheidsgevoel teneinde participatie"
    found = assess_page(page)
    # Six sentences in the text, one in the summary.
    assert (found.counted.sentences, found.hard_words) == (7, [])


def test_only_dutch_pages_of_the_public_site_are_judged(world: World) -> None:
    polish = translate(world.event, "pl")
    assert (is_judged(world.event), is_judged(polish), is_judged(Page.get_first_root_node())) == (True, False, False)


def test_panel_stands_beside_the_form(editor: Client, world: World, page_with: Maker) -> None:
    page = page_with(HARD)
    html = editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert f'data-plain-language="/admin/plain-language/{page.pk}/"' in html
    assert "Splits deze zin." in html
    new = editor.get(f"/admin/pages/add/home/contentpage/{world.home.pk}/").content.decode()
    assert f'data-plain-language="/admin/plain-language/add/home/contentpage/{world.home.pk}/"' in new


def test_panel_is_absent_in_another_language(editor: Client, world: World) -> None:
    polish = translate(world.content, "pl")
    assert b"data-plain-language" not in editor.get(f"/admin/pages/{polish.pk}/edit/").content


def test_text_in_the_form_is_judged_and_not_saved(editor: Client, page_with: Maker) -> None:
    page = page_with(PLAIN)
    revisions = page.revisions.count()
    answer = editor.post(f"/admin/plain-language/{page.pk}/", form_with(HARD))
    assert "Splits deze zin." in answer.content.decode()
    page.refresh_from_db()
    assert (page.revisions.count(), HARD in str(page.body)) == (revisions, False)


def test_form_with_a_mistake_elsewhere_is_still_judged(editor: Client, page_with: Maker) -> None:
    page = page_with(PLAIN)
    answer = editor.post(f"/admin/plain-language/{page.pk}/", form_with(HARD, slug="met een spatie"))
    assert "Splits deze zin." in answer.content.decode()


def test_new_page_is_judged_before_it_is_saved(editor: Client, world: World) -> None:
    pages = Page.objects.count()
    path = f"/admin/plain-language/add/home/contentpage/{world.home.pk}/"
    assert "Splits deze zin." in editor.post(path, form_with(HARD)).content.decode()
    assert Page.objects.count() == pages


def test_page_of_the_neighbour_is_not_there(editor: Client, neighbour: World, page_with: Maker) -> None:
    page = page_with(HARD, place=neighbour)
    answer = editor.post(f"/admin/plain-language/{page.pk}/", form_with(PLAIN))
    assert (answer.status_code, b"Splits" in answer.content) == (404, False)
    assert editor.post(f"/admin/plain-language/{page.pk}/publish/").status_code == 404


def test_plain_page_is_published_at_once(editor: Client, page_with: Maker) -> None:
    page = page_with("Kort.")
    editor.post(f"/admin/pages/{page.pk}/edit/", form_with(PLAIN) | {"action-publish": "1"})
    page.refresh_from_db()
    assert "Kom op dinsdag langs" in str(page.body)


def test_hard_page_waits_for_a_second_word_and_loses_nothing(editor: Client, page_with: Maker) -> None:
    page = page_with(PLAIN)
    answer = editor.post(f"/admin/pages/{page.pk}/edit/", form_with(HARD) | {"action-publish": "1"})
    html = answer.content.decode()
    assert ("Toch publiceren" in html, "Splits deze zin." in html) == (True, True)
    page.refresh_from_db()
    assert ("Teneinde" in str(page.body), "Teneinde" in str(page.get_latest_revision_as_object().body)) == (False, True)

    path = f"/admin/plain-language/{page.pk}/publish/"
    editor.post(path, {"revision": page.latest_revision_id})
    page.refresh_from_db()
    entry = PageLogEntry.objects.get(action=OVERRULED)
    assert ("Teneinde" in str(page.body), entry.page_id, entry.data["level"]) == (True, page.pk, "C1")


def test_new_hard_page_stays_a_draft_until_the_editor_says_so(editor: Client, world: World) -> None:
    path = f"/admin/pages/add/home/contentpage/{world.home.pk}/"
    answer = editor.post(path, form_with(HARD) | {"action-publish": "1"})
    page = ContentPage.objects.get(slug="tekst")
    assert ("Toch publiceren" in answer.content.decode(), page.live) == (True, False)
    assert world.client().get("/nl/tekst/").status_code == 404
    editor.post(f"/admin/plain-language/{page.pk}/publish/", {"revision": page.latest_revision_id})
    assert "Teneinde" in world.client().get("/nl/tekst/").content.decode()


def test_text_that_a_colleague_changed_is_not_published_unseen(editor: Client, page_with: Maker) -> None:
    page = page_with(PLAIN)
    editor.post(f"/admin/pages/{page.pk}/edit/", form_with(HARD) | {"action-publish": "1"})
    page.refresh_from_db()
    seen = page.latest_revision_id
    page.title = "Iets van een collega"
    page.save_revision()
    answer = editor.post(f"/admin/plain-language/{page.pk}/publish/", {"revision": seen})
    page.refresh_from_db()
    assert (answer["Location"], page.title) == (f"/admin/pages/{page.pk}/edit/", "Een bladzijde")
