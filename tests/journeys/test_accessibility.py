"""Every kind of page, checked by axe-core against WCAG 2.2 A and AA, on a wide screen and on the narrowest."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.addresses import PAGES
from tests.journeys.broken import error_page
from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, Reader

LANGUAGES = ("nl", "pl", "bg", "ar")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
WIDTHS = (1280, 320)
HEIGHT = 740
# A screen of 1280 by 1024 that is enlarged four times.
ENLARGED = {"width": 320, "height": 256}
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# How much of the window is taken by what does not scroll away.
STUCK = """[...document.querySelectorAll('body *')]
    .filter(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
    .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / innerHeight"""
MOST_STUCK = 0.4
# Letters without a colour, which axe takes for letters that are not there.
UNSEEN = """[...document.querySelectorAll('body *')]
    .filter(one => [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .filter(one => one.checkVisibility() && /^rgba\\(.*, 0\\)$/.test(getComputedStyle(one).color))
    .map(one => one.textContent.trim())"""

AXE = Axe()


def faults(reader: Reader) -> list[tuple[int, str, Any]]:
    """What axe finds at each width, what has to be scrolled sideways, and what hides an enlarged page."""
    found = []
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": HEIGHT})
        answer = AXE.run(reader.page, options=OPTIONS)
        found += [
            (width, rule["id"], [(node["target"], node["failureSummary"]) for node in rule["nodes"]])
            for rule in answer.response["violations"]
        ]
        if sideways := reader.page.evaluate(WIDER):
            found.append((width, "scrolls sideways", sideways))
    if unseen := reader.page.evaluate(UNSEEN):
        found.append((width, "letters without a colour", unseen))
    reader.page.set_viewport_size(ENLARGED)
    if sideways := reader.page.evaluate(WIDER):
        found.append((ENLARGED["width"], "scrolls sideways when enlarged", sideways))
    if (stuck := reader.page.evaluate(STUCK)) > MOST_STUCK:
        found.append((ENLARGED["width"], "does not scroll away when enlarged", stuck))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_has_no_fault(meet: Meet, name: str, language: str) -> None:
    reader = meet("oeverstad", DESKTOP, locale=language)
    reader.go(f"/{language}/{PAGES[name]}", status=404 if name == "no-page" else 200)
    assert faults(reader) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_moment_has_no_fault(meet: Meet, language: str) -> None:
    reader = meet("oeverstad", DESKTOP, locale=language)
    answer = reader.context.request.get(reader.portal.address("oeverstad", f"/{language}/week/"))
    moment = re.search(rf'href="(/{language}/moment/[^"]+)"', answer.text())
    assert moment is not None
    reader.go(moment[1])
    assert faults(reader) == []


@pytest.mark.parametrize("name", ["home", "event"])
def test_the_question_about_another_language_has_no_fault(meet: Meet, name: str) -> None:
    reader = meet("oeverstad", DESKTOP, locale="pl")
    reader.go(f"/nl/{PAGES[name]}")
    expect(reader.page.locator(".suggestion")).to_be_visible()
    assert faults(reader) == []


@pytest.mark.parametrize(
    "path",
    [
        "/nl-easy/",
        "/nl-easy/themas/geld/",
        "/uk/",
        "/uk/themas/geld/",
        "/pap/aanbod/formulierenspreekuur/",
        "/tr/themas/geld/?rustig=1",
    ],
)
def test_a_language_of_which_little_is_translated_has_no_fault(meet: Meet, path: str) -> None:
    reader = meet("oeverstad", DESKTOP, locale=path[1:3])
    reader.go(path)
    assert faults(reader) == []


@pytest.mark.parametrize(
    ("name", "language"),
    [("bad_request", "nl"), ("forbidden", "pl"), ("form_expired", "ar"), ("server_error", "nl-easy")],
)
def test_a_page_for_when_something_is_wrong_has_no_fault(meet: Meet, name: str, language: str) -> None:
    reader = meet("oeverstad", DESKTOP)
    path = f"/{language}/"
    text = error_page(name, language)
    reader.page.route(reader.portal.address("oeverstad", path), lambda route: route.fulfill(body=text))
    reader.go(path)
    expect(reader.page.locator("body.is-error")).to_be_visible()
    assert faults(reader) == []


@pytest.mark.parametrize(
    "path",
    [
        "/nl/",
        "/bg/activiteiten/bulgaarse-middag/",
        "/tr/week/",
        "/ar/themas/geld/",
        "/nl/vinden/?v=schulden",
        "/pl/zoeken/?q=list",
        "/ar/het-vestingplein/",
        "/bg/activiteiten/bulgaarse-middag/?rustig=1",
    ],
)
def test_the_other_house_style_has_no_fault(meet: Meet, path: str) -> None:
    reader = meet("vesting", DESKTOP, locale=path[1:3])
    reader.go(path)
    assert faults(reader) == []


@pytest.mark.parametrize("path", ["/nl/", "/pl/activiteiten/poolse-avond/", "/nl/week/", "/ar/contact/"])
@pytest.mark.parametrize("library", ["oeverstad", "vesting"])
def test_the_dark_colours_have_no_fault(meet: Meet, library: str, path: str) -> None:
    reader = meet(library, DESKTOP, locale=path[1:3])
    reader.page.emulate_media(color_scheme="dark")
    reader.go(path.replace("poolse-avond", "bulgaarse-middag") if library == "vesting" else path)
    assert faults(reader) == []


def test_an_opened_language_menu_has_no_fault(meet: Meet) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.page.set_viewport_size({"width": 320, "height": HEIGHT})
    reader.go("/nl/")
    reader.press(reader.page.locator(".drawer--languages summary"))
    assert [fault for fault in faults(reader) if fault[0] < DESKTOP.width] == []


def test_the_login_page_has_no_fault(meet: Meet) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.go("/accounts/login/")
    assert faults(reader) == []


@pytest.mark.parametrize(
    "path", ["/intranet/", "/intranet/week/", "/intranet/wie-is-wie/", "/intranet/afspraken/", "/intranet/rooster/"]
)
@pytest.mark.parametrize("role", ["community_librarian"])
def test_the_intranet_has_no_fault(meet: Meet, role: str, path: str) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.log_in(reader.portal.account(role, "oeverstad"), path)
    assert faults(reader) == []
