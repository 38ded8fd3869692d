"""A library administrator switches a language on while the portal runs: no migration, no restart."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader

LANGUAGES = "/admin/staff/languages/"


@pytest.fixture
def administrator(meet: Meet) -> Iterator[Reader]:
    """The administrator of De Vesting, who leaves the languages as she found them."""
    found = meet("vesting", DESKTOP)
    found.log_in(found.portal.account("library_administrator", "vesting"), LANGUAGES)
    yield found
    switch(found, on=False)


def switch(administrator: Reader, *, on: bool) -> None:
    administrator.go(LANGUAGES)
    administrator.page.get_by_role("checkbox", name="Tigrinya").set_checked(on)
    with administrator.page.expect_navigation():
        administrator.press(administrator.page.get_by_role("button", name="Opslaan"))


def test_a_language_from_the_registry_is_there_at_once(meet: Meet, administrator: Reader) -> None:
    resident = meet("vesting", PHONE)
    resident.go("/ti/", status=404)
    switch(administrator, on=True)

    resident.go("/ti/themas/")
    html = resident.page.locator("html")
    expect(html).to_have_attribute("lang", "ti")
    title = resident.page.get_by_role("heading", level=1)
    assert resident.lang_of(title) == ("nl", "ltr")
    # Nobody has translated the interface either: each of its sentences is in Dutch until somebody does.
    expect(resident.page.get_by_text("Deze pagina is nog niet vertaald")).to_be_visible()
    resident.press(resident.page.locator(".drawer--languages summary"))
    expect(resident.page.locator(".drawer--languages a[hreflang=ti]")).to_have_text("ትግርኛ")

    administrator.go("/admin/coverage/")
    expect(administrator.page.locator(".coverage-shares")).to_contain_text("Tigrinya")
    expect(administrator.page.locator(".coverage-shares li", has_text="Tigrinya")).to_contain_text("0%")
