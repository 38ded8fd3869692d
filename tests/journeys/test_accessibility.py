"""Every kind of page, checked by axe-core against WCAG 2.2 A and AA, at three widths."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, Reader

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
WIDTHS = (1280, 360, 320)
HEIGHT = 740

PAGES = {
    "home": "",
    "week": "week/",
    "themes": "themas/",
    "theme": "themas/geld/",
    "offers": "aanbod/",
    "offer": "aanbod/formulierenspreekuur/",
    "partners": "partners/",
    "partner": "partners/formulierenbrigade/",
    "events": "activiteiten/",
    "event": "activiteiten/poolse-avond/",
    "plein": "de-kade/",
    "content": "contact/",
    "finder": "vinden/?v=belastingbrief",
    "finder-empty": "vinden/?v=xyzzy",
    "print": "druk/",
    "calendar": "kalender/",
    "day": "dag/",
    "search": "zoeken/?q=taal",
    "no-page": "bestaat-niet/",
}
AXE = Axe()


def faults(reader: Reader) -> list[tuple[int, str, Any]]:
    """What axe finds at each width, and whether the page has to be scrolled sideways at the smallest."""
    found = []
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": HEIGHT})
        answer = AXE.run(reader.page, options=OPTIONS)
        found += [
            (width, rule["id"], [(node["target"], node["failureSummary"]) for node in rule["nodes"]])
            for rule in answer.response["violations"]
        ]
    sideways = reader.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if sideways:
        found.append((WIDTHS[-1], "scrolls sideways", sideways))
    return found


@pytest.mark.parametrize("language", ["nl", "pl", "ar"])
@pytest.mark.parametrize("name", PAGES)
def test_a_public_page_has_no_fault(meet: Meet, name: str, language: str) -> None:
    reader = meet("oeverstad", DESKTOP, locale=language)
    reader.go(f"/{language}/{PAGES[name]}", status=404 if name == "no-page" else 200)
    assert faults(reader) == []


@pytest.mark.parametrize("path", ["/nl/", "/bg/activiteiten/bulgaarse-middag/", "/tr/week/"])
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


@pytest.mark.parametrize("path", ["/intranet/", "/intranet/week/", "/intranet/wie-is-wie/", "/intranet/afspraken/"])
@pytest.mark.parametrize("role", ["community_librarian"])
def test_the_intranet_has_no_fault(meet: Meet, role: str, path: str) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.log_in(reader.portal.account(role, "oeverstad"), path)
    assert faults(reader) == []
