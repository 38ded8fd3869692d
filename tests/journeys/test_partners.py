"""A partner inside, and everybody else outside: the intranet and its agreements."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import PHONE, Reader, Screen

HOME = "/intranet/"
PEOPLE = "/admin/snippets/netwerk_people/keyperson/"


def address_of_an_agreement(member: Reader) -> str:
    """Go from the first page of the intranet to the agreements, and read where the first one is."""
    member.press(member.page.get_by_role("navigation", name="Intranet").get_by_role("link", name="Afspraken"))
    link = member.page.get_by_role("main").get_by_role("link", name="(pdf)").first
    expect(link).to_be_visible()
    return urlsplit(link.get_attribute("href") or "").path


def test_a_partner_reads_the_intranet_and_opens_an_agreement(meet: Meet, screen: Screen) -> None:
    partner = meet("oeverstad", screen)
    partner.log_in(partner.portal.account("partner", "oeverstad"), HOME)
    expect(partner.page.get_by_role("heading", level=1)).to_contain_text("Tjerk")
    expect(partner.page.get_by_role("heading", name="Nieuws")).to_be_visible()
    expect(partner.page.get_by_role("heading", name="Vandaag op het plein")).to_be_visible()

    address = address_of_an_agreement(partner)
    answer = partner.context.request.get(partner.portal.address("oeverstad", address))
    assert (answer.status, answer.headers["content-type"], answer.body()[:5]) == (200, "application/pdf", b"%PDF-")
    assert "no-store" in answer.headers["cache-control"]


def test_a_partner_finds_no_admin_no_key_person_and_not_the_neighbours_intranet(meet: Meet, screen: Screen) -> None:
    librarian = meet("oeverstad", screen)
    librarian.log_in(librarian.portal.account("community_librarian", "oeverstad"), PEOPLE)
    person = librarian.page.get_by_role("table").get_by_role("link", name="Magdalena W.").get_attribute("href") or ""

    partner = meet("oeverstad", screen)
    account = partner.portal.account("partner", "oeverstad")
    partner.log_in(account, HOME)
    expect(partner.page.get_by_role("link", name="Beheer")).to_have_count(0)
    for path in ("/admin/", "/admin/pages/", PEOPLE, urlsplit(person).path, "/admin/users/"):
        partner.go(path, status=403)
        assert "Magdalena" not in partner.page.content()
    partner.go("/intranet/trajecten/", status=404)

    partner.library = "vesting"
    partner.expected.add((404, HOME))
    partner.log_in(account, HOME)
    expect(partner.page.locator("h1")).to_have_text("Deze pagina is er niet")


@pytest.mark.parametrize("role", ["partner", "library_administrator"])
def test_an_agreement_of_the_neighbour_is_not_there(meet: Meet, role: str) -> None:
    neighbour = meet("vesting", PHONE)
    neighbour.log_in(neighbour.portal.account(role, "vesting"), HOME)
    address = address_of_an_agreement(neighbour)
    member = meet("oeverstad", PHONE)
    member.log_in(member.portal.account(role, "oeverstad"), HOME)
    member.go(address, status=404)


def test_a_stranger_with_the_address_of_an_agreement_gets_nothing(meet: Meet, screen: Screen) -> None:
    partner = meet("oeverstad", screen)
    partner.log_in(partner.portal.account("partner", "oeverstad"), HOME)
    address = address_of_an_agreement(partner)

    stranger = meet("oeverstad", screen)
    for path in (address, HOME, "/intranet/nieuws/"):
        stranger.go(path)
        assert stranger.path == "/accounts/login/"
        expect(stranger.page.locator("input[name=password]")).to_be_visible()
    answer = stranger.context.request.get(stranger.portal.address("oeverstad", address), max_redirects=0)
    assert (answer.status, answer.body()) == (302, b"")
    assert not stranger.context.cookies() or {row["name"] for row in stranger.context.cookies()} == {"portal-csrf"}
