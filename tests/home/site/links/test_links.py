"""Links in texts, and what search engines read."""

import pytest
from wagtail.rich_text import expand_db_html

from home.site.links.views import server_error
from tests.factories.world import translate

pytestmark = pytest.mark.django_db


def test_a_link_in_a_text_goes_to_the_readers_language(world, visitor):
    world.content.body = [("paragraph", f'<p><a linktype="page" id="{world.event.pk}">kom ook</a></p>')]
    world.content.save_revision().publish()
    assert '<a href="/pl/activiteiten/avond/">kom ook</a>' in visitor.get("/pl/over/").content.decode()


def test_a_link_to_a_page_that_is_gone_leaves_its_words(world, visitor):
    world.content.body = [("paragraph", '<p><a linktype="page" id="999999">kom ook</a></p>')]
    world.content.save_revision().publish()
    assert "<a>kom ook</a>" in visitor.get("/nl/over/").content.decode()


def test_many_links_take_one_query(world, django_assert_num_queries):
    pages = [world.event, world.offer, world.theme, world.content]
    text = "".join(f'<a linktype="page" id="{page.pk}">x</a>' for page in pages)
    with django_assert_num_queries(1):
        expand_db_html(text)


def test_the_sitemap_lists_real_translations_only_and_nothing_of_the_neighbour(world, neighbour):
    for page in (world.home, world.events, world.event):
        translate(page, "pl")
    xml = world.client().get("/sitemap.xml").content.decode()
    assert "<loc>http://oever.test/pl/activiteiten/avond/</loc>" in xml
    assert "<loc>http://oever.test/nl/over/</loc>" in xml
    assert "/pl/over/" not in xml
    assert "vest" not in xml


def test_robots_are_told_where_the_sitemap_is(visitor):
    text = visitor.get("/robots.txt").content.decode()
    assert "Sitemap: http://oever.test/sitemap.xml" in text
    assert "Disallow: /intranet/" in text


@pytest.mark.parametrize(("path", "lang"), [("/pl/weg/", "pl"), ("/ar/weg/", "ar"), ("/weg/", "nl")])
def test_what_is_not_there_says_so_in_the_language_of_the_address(visitor, path, lang):
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert f'lang="{lang}"' in answer.content.decode()


def test_the_error_page_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert server_error(rf.get("/pl/")).status_code == 500
