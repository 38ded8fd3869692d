"""The search of the admin shows a page once, and not the copies that only hold its place in another language."""

import pytest
from django.test import Client
from wagtail.models import Page

from home.tenant.languages.services import start_translation
from home.tenant.libraries.choices import Role
from home.tenant.libraries.services import switch_on_language
from tests.factories.inside import make_news, signed_in
from tests.factories.world import World, make_user, translate

pytestmark = pytest.mark.django_db

MENU = "/admin/pages/search/"


@pytest.fixture
def begun(world: World, django_capture_on_commit_callbacks: object) -> World:
    """The offers are there in Polish; of one offer the Turkish translation was begun, so its parents were copied."""
    with django_capture_on_commit_callbacks(execute=True):
        switch_on_language(library=world.library, code="tr")
        for page in (world.home, world.offers):
            translate(page, "pl")
        start_translation(page=world.offer, code="tr")
    assert Page.objects.filter(translation_key=world.offers.translation_key).count() == 3
    return world


@pytest.fixture(params=[Role.COMMUNICATION, Role.NETWORK_ADMINISTRATOR])
def editor(begun: World, request: pytest.FixtureRequest) -> Client:
    library = None if request.param == Role.NETWORK_ADMINISTRATOR else begun.library
    return signed_in(begun, make_user(request.param, library))


def found(client: Client, path: str, query: str, **asked: str) -> list[tuple[str, str]]:
    rows = client.get(path, {"q": query, **asked}).context["page_obj"].object_list
    return sorted((row.locale.language_code, row.title) for row in rows)


def test_a_copy_that_nobody_translates_is_not_found(begun: World, editor: Client) -> None:
    assert found(editor, MENU, "Oever aanbod") == [("nl", "Oever aanbod"), ("pl", "Oever aanbod [pl]")]
    assert found(editor, MENU, "Oever spreekuur") == [("nl", "Oever spreekuur"), ("tr", "Oever spreekuur")]


def test_the_numbers_by_type_are_those_of_the_list(begun: World, editor: Client) -> None:
    counts = editor.get(MENU, {"q": "Oever aanbod"}).context["content_types"]
    assert [(kind.model, count) for kind, count in counts] == [("offerindexpage", 2)]


def test_the_search_in_the_tree_finds_the_same(begun: World, editor: Client) -> None:
    found_there = found(editor, "/admin/pages/", "Oever aanbod", search_all="1")
    assert found_there == found(editor, MENU, "Oever aanbod")


def test_the_tree_itself_still_leads_through_the_copies(begun: World, editor: Client) -> None:
    home = Page.objects.get(translation_key=begun.home.translation_key, locale__language_code="tr")
    rows = editor.get(f"/admin/pages/{home.pk}/").context["page_obj"].object_list
    assert "Oever aanbod" in [row.title for row in rows]


def test_a_page_that_readers_see_no_longer_is_still_found(begun: World, editor: Client) -> None:
    begun.offers.unpublish()
    assert ("nl", "Oever aanbod") in found(editor, MENU, "Oever aanbod")


def test_pages_of_the_intranet_are_found(begun: World, editor: Client) -> None:
    make_news(begun, "nieuws", "Oevernieuws")
    assert found(editor, MENU, "Oevernieuws") == [("nl", "Oevernieuws")]
