"""Making and publishing a translation."""

import pytest
from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.tenant.languages.selectors import address, words_for
from home.tenant.languages.services import (
    TranslationIncompleteError,
    fill_translation,
    publish_translation,
    publish_words,
    start_translation,
)
from tests.factories.world import translate

pytestmark = pytest.mark.django_db


def test_starting_a_translation_shows_readers_nothing(world, visitor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        start_translation(page=world.event, code="pl")
    assert visitor.get("/pl/activiteiten/avond/").context["is_fallback"] is True


def test_starting_a_translation_makes_no_alias_of_its_parents(world):
    start_translation(page=world.event, code="pl")
    assert Page.objects.filter(alias_of__isnull=False).count() == 0
    assert world.events.get_translations().get(locale__language_code="pl").live is False


def test_a_translation_with_a_gap_is_refused(world, visitor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        translation = start_translation(page=world.event, code="pl")
        missing = fill_translation(translation=translation, words={"Oever avond": "Wieczór"})
        with pytest.raises(TranslationIncompleteError) as error:
            publish_translation(translation=translation)
    assert (missing, error.value.missing) == (1, 1)
    assert visitor.get("/pl/activiteiten/avond/").context["is_fallback"] is True


def test_a_complete_translation_is_published(world, visitor):
    translate(world.event, "pl")
    context = visitor.get("/pl/activiteiten/avond/").context
    assert (context["is_fallback"], context["page"].title) == (False, "Oever avond [pl]")


def test_words_come_in_one_query_and_in_none_for_the_main_language(world, django_assert_num_queries):
    translate(world.event, "pl")
    pages = [world.event, world.offer, world.theme]
    with django_assert_num_queries(1):
        words = words_for(pages, "pl")
    assert [(words[page.pk].title, words[page.pk].lang) for page in pages] == [
        ("Oever avond [pl]", ""),
        ("Oever spreekuur", "nl"),
        ("Oever werk", "nl"),
    ]
    with django_assert_num_queries(0):
        assert words_for(pages, "nl")[world.event.pk].lang == ""


def test_an_address_differs_in_its_prefix_only(world):
    assert [address(world.event, code) for code in ("nl", "ar")] == [
        "/nl/activiteiten/avond/",
        "/ar/activiteiten/avond/",
    ]


def test_words_at_hand_are_published_whole_or_not_at_all(world, visitor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        assert publish_words(page=world.event, code="pl", words={"Oever avond": "Wieczór"}) == 1
    assert not Translation.objects.filter(source__object_id=world.event.translation_key).exists()
    words = {"Oever avond": "Wieczór", "Oever avond in een zin.": "Wieczór w zdaniu."}
    with django_capture_on_commit_callbacks(execute=True):
        assert publish_words(page=world.event, code="pl", words=words) == 0
    assert visitor.get("/pl/activiteiten/avond/").context["page"].title == "Wieczór"
