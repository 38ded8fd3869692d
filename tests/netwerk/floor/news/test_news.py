"""News: made in the admin, read on the intranet, and nowhere else."""

from typing import Any

from django.test import Client
from django.urls import reverse

from home.tenant.libraries.choices import Role
from tests.factories.inside import Inside, make_news


def test_pages_know_their_address_on_the_intranet(inside: Inside) -> None:
    assert inside.news.full_url == "http://oever.test/intranet/nieuws/nieuws/"
    assert inside.world.library.intranet_root.specific.full_url == "http://oever.test/intranet/"


def test_a_draft_is_not_shown(inside: Inside) -> None:
    inside.news.unpublish()
    client: Client = inside.as_role(Role.PARTNER)
    assert client.get(reverse("news:news_item", args=[inside.news.slug])).status_code == 404
    assert "Oevernieuws" not in client.get(reverse("news:news")).content.decode()


def test_an_editor_sees_her_draft_as_colleagues_will(inside: Inside) -> None:
    inside.news.title = "Oeverconcept"
    inside.news.save_revision()
    editor = inside.as_role(Role.COMMUNICATION)
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[inside.news.pk]))
    assert response.status_code == 200
    assert "Oeverconcept" in response.content.decode()
    assert "frame-ancestors 'self';" in response["Content-Security-Policy"] + ";"


def test_the_draft_of_the_neighbour_is_not_there(inside: Inside, beside: Inside) -> None:
    editor = inside.as_role(Role.COMMUNICATION)
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[beside.news.pk]), follow=True)
    assert "Vestnieuws" not in response.content.decode()


def test_news_is_made_in_the_admin_and_read_on_the_intranet(inside: Inside) -> None:
    root = inside.world.library.intranet_root
    url = reverse("wagtailadmin_pages:add", args=["netwerk_floor", "newspage", root.pk])
    data = {
        "title": "Vers nieuws",
        "search_description": "Kort.",
        "slug": "vers",
        "date": "2026-01-05",
        "body-count": 0,
        "action-publish": "1",
    }
    response = inside.as_role(Role.COMMUNICATION).post(url, data)
    assert response.status_code == 302
    assert "Vers nieuws" in inside.as_role(Role.PARTNER).get("/intranet/nieuws/vers/").content.decode()


def test_list_takes_the_same_queries_for_1_and_30(inside: Inside, django_assert_num_queries: Any) -> None:
    partner = inside.as_role(Role.PARTNER)
    url = reverse("news:news")
    with django_assert_num_queries(7):
        partner.get(url)
    for number in range(30):
        make_news(inside.world, f"meer-{number}", f"Meer {number}")
    with django_assert_num_queries(7):
        assert partner.get(url).status_code == 200
