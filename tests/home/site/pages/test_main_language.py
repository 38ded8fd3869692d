"""A library that writes first in another language than Dutch: its pages are the source, and Dutch is a translation."""

from itertools import product

import pytest
from django.core.cache import cache
from wagtail.models import Page

from home.site.pages.services import save_page
from plein.offer.offers.pages import OfferPage
from tests.factories.world import World, make_world, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def island(db: None) -> World:
    return make_world("eiland", country="CW", main_language="pap", languages=("nl", "es", "en"))


def test_address_without_a_language_leads_to_the_main_one(island: World) -> None:
    answer = island.client().get("/")
    assert (answer.status_code, answer["Location"]) == (302, "/pap/")
    assert island.client().get("/pap/")["Content-Language"] == "pap"
    page = save_page(model=type(island.content), parent=island.home, slug="tokante", title="Tokante nos")
    assert page.locale.language_code == "pap"


def test_pages_are_whole_in_the_main_language_and_fall_back_to_it_in_others(island: World) -> None:
    for code, is_fallback in (("pap", False), ("nl", True), ("es", True), ("en", True)):
        answer = island.client().get(f"/{code}/aanbod/spreekuur/")
        assert (answer.status_code, answer.context["is_fallback"]) == (200, is_fallback)
        assert answer.context["words_language"].code == "pap"
        assert answer.context["source_url"] == "/pap/aanbod/spreekuur/"
    assert island.client().get("/pl/").status_code == 404


def test_dutch_is_a_translation_there_and_gives_its_source_no_address(island: World) -> None:
    for page in (island.home, island.offers, island.offer):
        translate(page, "nl")
    answer = island.client().get("/nl/aanbod/spreekuur/")
    assert (answer.context["is_fallback"], answer.context["words_language"].code) == (False, "nl")
    dutch = Page.objects.get(slug="eiland-nl")
    twin = OfferPage.objects.get(slug="spreekuur", path__startswith=dutch.path)
    twin.slug = "inloop"
    twin.save_revision().publish()
    assert OfferPage.objects.get(pk=island.offer.pk).slug == "spreekuur"


def test_addresses_of_translations_follow_the_main_language(
    island: World, world: World, django_capture_on_commit_callbacks
) -> None:
    for page in (island.home, island.offers, island.offer):
        translate(page, "nl")
    with django_capture_on_commit_callbacks(execute=True):
        offer = OfferPage.objects.get(pk=island.offer.pk)
        offer.slug = "oranan"
        offer.save_revision().publish()
    cache.clear()
    twin = offer.get_translation(Page.objects.get(slug="eiland-nl").locale)
    assert twin.slug == "oranan"
    assert island.client().get("/nl/aanbod/oranan/").status_code == 200


def test_every_page_is_there_in_every_language(island: World) -> None:
    paths = ("", "week/", "dag/", "themas/werk/", "partners/raadslieden/", "activiteiten/avond/")
    for code, path in product(("pap", "nl", "es"), paths):
        answer = island.client().get(f"/{code}/{path}")
        assert answer.status_code == 200
        assert f'<html lang="{code}"' in answer.content.decode()
