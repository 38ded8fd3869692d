"""An address becomes a page in a language."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories.world import World, add_events, add_series, make_world, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def polish(world: World) -> World:
    for page in (world.home, world.events, world.event):
        translate(page, "pl")
    return world


def test_root_leads_to_the_main_language_whatever_the_browser_asks(visitor):
    answer = visitor.get("/", headers={"accept-language": "pl"})
    assert (answer.status_code, answer["Location"]) == (302, "/nl/")


def test_anonymous_reader_gets_no_cookie(visitor):
    assert not visitor.get("/nl/").cookies


def test_a_page_nobody_translated_shows_dutch_and_says_so(visitor, world):
    html = visitor.get("/pl/over/").content.decode()
    assert '<html lang="pl" dir="ltr"' in html
    assert 'lang="nl" dir="ltr">Oever over' in html
    assert '<link rel="canonical" href="http://oever.test/nl/over/">' in html
    assert 'hreflang="pl"' not in html.split("</head>")[0]


def test_a_translated_page_is_in_its_language_all_over(polish):
    html = polish.client().get("/pl/activiteiten/avond/").content.decode()
    assert "<h1" in html
    assert "Oever avond [pl]" in html
    assert 'hreflang="pl"' in html.split("</head>")[0]


def test_a_language_that_the_library_does_not_show_is_not_there(visitor):
    assert visitor.get("/de/").status_code == 404


def test_a_page_of_the_neighbour_is_not_at_this_address(world, neighbour):
    assert neighbour.client().get("/nl/over/").status_code == 200
    neighbour.content.slug = "alleen-vest"
    neighbour.content.save_revision().publish()
    assert neighbour.client().get("/nl/alleen-vest/").status_code == 200
    assert world.client().get("/nl/alleen-vest/").status_code == 404


def test_an_unpublished_page_is_gone_in_every_language(polish):
    polish.event.unpublish()
    assert polish.client().get("/nl/activiteiten/avond/").status_code == 404
    assert polish.client().get("/pl/activiteiten/avond/").status_code == 404


def test_a_restricted_page_is_kept_from_strangers(visitor, world):
    PageViewRestriction.objects.create(page=world.content, restriction_type=PageViewRestriction.LOGIN)
    assert visitor.get("/nl/over/").status_code == 302
    assert visitor.get("/pl/over/").status_code == 302


def test_changing_a_fact_changes_it_in_every_language_at_once(polish):
    polish.event.start_time = polish.event.start_time.replace(hour=18, minute=30)
    polish.event.save_revision().publish()
    html = polish.client().get("/pl/activiteiten/avond/").content.decode()
    assert "18:30" in html
    assert "19:00" not in html


def test_changed_words_make_the_translation_outdated_and_moving_does_not(polish):
    client = polish.client()
    assert client.get("/pl/activiteiten/avond/").context["is_outdated"] is False
    polish.event.refresh_from_db()
    polish.event.start_time = polish.event.start_time.replace(hour=18)
    polish.event.save_revision().publish()
    assert client.get("/pl/activiteiten/avond/").context["is_outdated"] is False
    polish.event.title = "Een andere avond"
    polish.event.save_revision().publish()
    assert client.get("/pl/activiteiten/avond/").context["is_outdated"] is True


def test_a_new_slug_goes_to_all_languages_and_the_old_addresses_lead_on(polish, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        polish.event.refresh_from_db()
        polish.event.slug = "feest"
        polish.event.save_revision().publish()
    client = polish.client()
    assert "Oever avond [pl]" in client.get("/pl/activiteiten/feest/").content.decode()
    for code in ("nl", "pl"):
        answer = client.get(f"/{code}/activiteiten/avond/")
        assert (answer.status_code, answer["Location"]) == (301, f"http://oever.test/{code}/activiteiten/feest/")


PAGES = {
    "home": ("/", 15),
    "week": ("/week/", 13),
    "theme": ("/themas/werk/", 15),
    "themes": ("/themas/", 8),
    "offer": ("/aanbod/spreekuur/", 16),
    "offers": ("/aanbod/", 8),
    "partner": ("/partners/raadslieden/", 14),
    "partners": ("/partners/", 8),
    "event": ("/activiteiten/avond/", 11),
    "events": ("/activiteiten/", 9),
    "plein": ("/plein/", 9),
    "content": ("/over/", 6),
}


@pytest.mark.parametrize("many", [1, 30], ids=["one-row", "thirty-rows"])
@pytest.mark.parametrize("languages", [2, 20], ids=["two-languages", "twenty-languages"])
def test_pages_take_as_many_queries_whatever_there_is(
    many, languages, db, django_capture_on_commit_callbacks, django_assert_num_queries
):
    codes = (
        "pl",
        "en",
        "bg",
        "tr",
        "ar",
        "uk",
        "ro",
        "ru",
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "hu",
        "cs",
        "sk",
        "fa",
        "ti",
        "so",
    )[: languages - 1]
    with django_capture_on_commit_callbacks(execute=True):
        world = make_world("veel", languages=codes)
        if many > 1:
            add_series(world, many - 1)
            add_events(world, many - 1)
    client = world.client()
    fallback = query_counts(client, "pl")
    pages = (world.home, world.week, world.themes, world.theme, world.offers, world.offer, world.events, world.event)
    for page in (*pages, world.partners, world.partner, world.plein, world.content):
        translate(page, "pl")
    expected = {name: count for name, (_path, count) in PAGES.items()}
    assert query_counts(client, "pl") == expected
    assert fallback == expected


def query_counts(client: Client, code: str) -> dict[str, int]:
    """How many queries each page takes in a language."""
    counts = {}
    for name, (path, _expected) in PAGES.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/{code}{path}").status_code == 200
        counts[name] = len(queries)
    return counts
