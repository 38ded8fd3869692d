"""Without a mouse: the way past the header, through an errand, to another language, and out of every page."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.addresses import PAGES
from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader, Screen

MOST_TABS = 60
# What has the focus, and what is wrong with how it shows; null when the focus has left the page.
FOCUS = """() => {
    const one = document.activeElement
    if (!one || one === document.body || one === document.documentElement) return null
    // The link of a card has its outline around the whole card, which is a part of it drawn after its words.
    const rings = [getComputedStyle(one), getComputedStyle(one, '::after')]
    const isRing = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    const faults = []
    if (!rings.some(isRing)) faults.push('has no outline')
    const places = [...one.getClientRects()].map(box => [box.x + box.width / 2, box.y + box.height / 2])
    const shows = ([x, y]) => {
        const found = document.elementFromPoint(x, y)
        return found && (one.contains(found) || found.contains(one))
    }
    if (!places.some(shows)) faults.push('is hidden behind something')
    return [one.outerHTML.slice(0, 200), faults.join(', ')]
}"""


def tab_to(reader: Reader, selector: str) -> None:
    """Go on with the Tab key until this has the focus, and see that it shows."""
    for _ in range(MOST_TABS):
        reader.page.keyboard.press("Tab")
        focus = reader.page.locator(":focus")
        if focus.evaluate("(element, selector) => element.matches(selector)", selector):
            expect(focus).to_be_in_viewport()
            assert reader.page.evaluate(FOCUS)[1] == ""
            return
    raise AssertionError(f"{selector} cannot be reached with {MOST_TABS} times Tab.")


def follow(reader: Reader, selector: str, address: str) -> None:
    """Go to a link with the Tab key, open it with Enter, and be at an address like this."""
    tab_to(reader, selector)
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(re.compile(address))


def choose_in_menu(reader: Reader, path: str) -> None:
    """Go to a page of the main menu, which a phone keeps folded away."""
    if reader.screen.is_phone:
        tab_to(reader, ".drawer--menu summary")
        reader.page.keyboard.press("Enter")
    follow(reader, f".drawer--menu a[href$='{path}']", f"{path}$")


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


def test_an_errand_from_the_question_to_another_language(meet: Meet, screen: Screen) -> None:
    reader = meet("oeverstad", screen)
    reader.go("/nl/")
    tab_to(reader, "main input[name=v]")
    reader.page.keyboard.type("belastingbrief")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(re.compile(r"/nl/vinden/\?v=belastingbrief$"))
    follow(reader, "main a[href*='/moment/']", r"/nl/moment/")
    # Of next week everything is still to come, whatever day it is.
    choose_in_menu(reader, "/nl/week/")
    follow(reader, "main a[rel=next]", r"/nl/week/\?")
    follow(reader, "main a[href*='/moment/']", r"/nl/moment/")
    choose_in_menu(reader, "/nl/activiteiten/")
    follow(reader, "main a[href$='/poolse-avond/']", r"/nl/activiteiten/poolse-avond/$")
    if screen.is_phone:
        tab_to(reader, ".drawer--languages summary")
        reader.page.keyboard.press("Enter")
    follow(reader, ".drawer--languages a[hreflang=pl]", r"/pl/activiteiten/poolse-avond/$")
    expect(reader.page.locator("html")).to_have_attribute("lang", "pl")


@pytest.mark.parametrize("name", ["home", "week", "theme", "event", "finder", "calendar", "search"])
def test_the_focus_shows_everywhere_and_leaves_the_page(meet: Meet, screen: Screen, name: str) -> None:
    reader = meet("oeverstad", screen)
    reader.go(f"/nl/{PAGES[name]}")
    most = reader.page.locator("a, button, input, select, textarea, summary, video").count() + 5
    faults = []
    for _ in range(most):
        reader.page.keyboard.press("Tab")
        found = reader.page.evaluate(FOCUS)
        if found is None:
            break
        if found[1]:
            faults.append(found)
    else:
        faults.append(["the last thing", "keeps the focus on the page"])
    assert faults == []
