"""Under an intranet hang pages of the intranet only."""

from django.urls import reverse

from home.site.pages.pages import ContentPage
from home.tenant.libraries.choices import Role
from netwerk.door.intranet.pages import IntranetRootPage
from netwerk.floor.news.pages import NewsPage
from tests.factories.inside import Inside


def test_only_internal_pages_can_be_made_below_an_intranet() -> None:
    assert IntranetRootPage.allowed_subpage_models() == [NewsPage]
    assert NewsPage.allowed_subpage_models() == []


def test_an_editor_cannot_put_a_page_for_the_public_below_an_intranet(inside: Inside) -> None:
    root = inside.world.library.intranet_root
    editor = inside.as_role(Role.COMMUNICATION)
    data = {"title": "Openbaar", "slug": "openbaar", "body-count": 0, "action-publish": "1"}
    before = ContentPage.objects.count()
    editor.post(reverse("wagtailadmin_pages:add", args=["home", "contentpage", root.pk]), data)
    editor.post(reverse("wagtailadmin_pages:add", args=["home", "contentpage", inside.world.home.pk]), data)
    assert (ContentPage.objects.count() - before, ContentPage.objects.child_of(root).count()) == (1, 0)


def test_news_cannot_be_made_on_the_public_site(inside: Inside) -> None:
    assert NewsPage.can_create_at(inside.world.home.specific) is False
