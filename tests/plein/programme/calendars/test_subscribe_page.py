"""The page from which a reader subscribes."""

import re
from typing import Any

import pytest
from django.test import Client

from home.site.pages.services import save_page
from plein.offer.partners.pages import PartnerPage
from tests.factories.world import World, add_series, translate

pytestmark = pytest.mark.django_db


def feeds(client: Client, path: str = "/nl/kalender/") -> list[str]:
    return re.findall(r'href="(webcal://[^"]+)"', client.get(path).content.decode())


def test_page_offers_the_calendars_of_plein_theme_and_partner(visitor: Client, world: World) -> None:
    ids = [("plein", world.plein.pk), ("thema", world.theme.pk), ("partner", world.partner.pk)]
    assert feeds(visitor) == [f"webcal://oever.test/nl/kalender/{kind}/{pk}.ics" for kind, pk in ids]


def test_each_address_on_the_page_is_a_calendar(visitor: Client) -> None:
    paths = [address.removeprefix("webcal://oever.test") for address in feeds(visitor)]
    answers = [visitor.get(path) for path in paths]
    assert [row.content[:15] for row in answers] == [b"BEGIN:VCALENDAR"] * 3


def test_reader_gets_calendars_in_her_own_language(visitor: Client, world: World) -> None:
    translate(world.theme, "pl")
    text = visitor.get("/pl/kalender/").content.decode()
    addresses = feeds(visitor, "/pl/kalender/")
    assert all("/pl/kalender/" in address for address in addresses)
    assert ("Oever werk [pl]" in text, '<span lang="nl" dir="ltr">Oever raadslieden</span>' in text) == (True, True)


def test_partner_without_sessions_is_not_offered(visitor: Client, world: World) -> None:
    before = feeds(visitor)
    save_page(model=PartnerPage, parent=world.partners, slug="stil", title="Stil", search_description="x")
    assert feeds(visitor) == before


def test_page_is_there_in_each_language_of_the_library_and_no_other(visitor: Client) -> None:
    assert [visitor.get(f"/{code}/kalender/").status_code for code in ("nl", "pl", "ar")] == [200, 200, 404]


def test_neighbour_is_not_on_the_page(visitor: Client, neighbour: World) -> None:
    assert neighbour.library.slug.capitalize() not in visitor.get("/nl/kalender/").content.decode()


@pytest.mark.parametrize("count", [0, 30])
def test_page_has_a_fixed_number_of_queries(
    count: int, visitor: Client, world: World, django_assert_num_queries: Any
) -> None:
    add_series(world, count)
    visitor.get("/pl/kalender/")
    with django_assert_num_queries(6):
        visitor.get("/pl/kalender/")
