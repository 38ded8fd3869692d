"""Without a mouse: the way past the header, and to another language."""

from playwright.sync_api import expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader, Screen

MOST_TABS = 30


def tab_to(reader: Reader, selector: str) -> None:
    """Go on with the Tab key until this has the focus, and see that it shows."""
    for _ in range(MOST_TABS):
        reader.page.keyboard.press("Tab")
        focus = reader.page.locator(":focus")
        if focus.evaluate("(element, selector) => element.matches(selector)", selector):
            expect(focus).to_be_in_viewport()
            assert focus.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
            return
    raise AssertionError(f"{selector} cannot be reached with {MOST_TABS} times Tab.")


def test_the_first_tab_leads_past_the_header(meet: Meet, screen: Screen) -> None:
    reader = meet("oeverstad", screen)
    reader.go("/nl/themas/geld/")
    reader.page.keyboard.press("Tab")
    link = reader.page.locator("a[href='#main']")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#main")).to_be_focused()
    reader.page.keyboard.press("Tab")
    assert reader.page.locator("main :focus").count() == 1


def test_the_languages_are_reached_opened_and_left_by_keyboard_on_a_phone(meet: Meet) -> None:
    reader = meet("oeverstad", PHONE)
    reader.go("/nl/")
    summary = reader.page.locator(".drawer--languages summary")
    tab_to(reader, ".drawer--languages summary")
    reader.page.keyboard.press("Enter")
    polish = reader.page.locator(".drawer--languages a[hreflang=pl]")
    expect(polish).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(polish).to_be_hidden()
    expect(summary).to_be_focused()
    reader.page.keyboard.press("Enter")
    tab_to(reader, ".drawer--languages a[hreflang=pl]")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("html")).to_have_attribute("lang", "pl")


def test_the_languages_are_reached_by_keyboard_on_a_desktop(meet: Meet) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.go("/nl/")
    tab_to(reader, ".drawer--languages a[hreflang=pl]")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("html")).to_have_attribute("lang", "pl")
