"""A resident looks for a moment on which somebody helps her: home, week, what fits, the one session, her calendar."""

import re
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader, Screen

WALK_IN = "Bez umawiania się"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


def goes_to_next_week(reader: Reader) -> None:
    """From the first page; all of next week is still to come, whatever day it is."""
    reader.go("/pl/")
    reader.press(reader.page.locator(".home__week .more a"))
    reader.page.wait_for_url("**/pl/week/")
    reader.press(reader.page.locator(".week-nav__on"))
    reader.page.wait_for_url("**/pl/week/?van=*")


def chooses(reader: Reader, choice: str) -> Locator:
    """Open the box in which the choice stands, and take it; gives the chip that says that it is on."""
    link = f".filter__choice[href*='{choice}']"
    reader.press(reader.page.locator(".filter").filter(has=reader.page.locator(link)).locator("summary"))
    reader.press(reader.page.locator(link))
    reader.page.wait_for_url(lambda url: choice in url)
    return reader.page.locator(".chip")


def sessions(reader: Reader) -> Locator:
    """The cards in view: on a phone with scripts those of one day."""
    return reader.page.locator(".week .session:visible:not(.session--ghost)")


@SCRIPTS
def test_a_resident_finds_a_walk_in_sees_who_and_where_and_keeps_it(meet: Meet, screen: Screen, scripts: bool) -> None:
    reader = meet("oeverstad", screen, locale="pl-PL", scripts=scripts)
    goes_to_next_week(reader)
    chip = chooses(reader, "toegang=walk_in")
    expect(chip).to_contain_text(WALK_IN)
    expect(sessions(reader).first).to_contain_text(WALK_IN)
    count = sessions(reader).count()
    assert sessions(reader).filter(has_text=WALK_IN).count() == count

    chosen = sessions(reader).filter(has_not=reader.page.locator(".status")).first
    title = chosen.locator(".session__title").inner_text()
    who = chosen.locator(".session__who").inner_text().split("·")[-1].strip()
    reader.press(chosen.locator(".session__title a"))
    reader.page.wait_for_url("**/pl/moment/**")
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.page.locator(".badge")).to_contain_text(WALK_IN)
    facts = reader.page.locator(".facts")
    expect(facts).to_contain_text("Gdzie")
    expect(facts).to_contain_text("Veerkade 8")
    expect(facts).to_contain_text(who.split(":")[-1].strip())
    expect(reader.page.locator(".moments a").first).to_be_visible()
    keeps_it(reader, title)


def keeps_it(reader: Reader, title: str) -> None:
    """The file that the button gives is a calendar with this in it."""
    with reader.page.expect_download() as waiting:
        reader.press(reader.page.get_by_role("link", name="Dodaj do mojego kalendarza").first)
    calendar = Calendar.from_ical(Path(waiting.value.path()).read_bytes())
    assert {str(event["summary"]) for event in calendar.walk("VEVENT")} == {title}


@SCRIPTS
def test_what_is_on_can_be_taken_off_again(meet: Meet, screen: Screen, scripts: bool) -> None:
    reader = meet("oeverstad", screen, locale="pl-PL", scripts=scripts)
    goes_to_next_week(reader)
    chooses(reader, "taal=pl")
    chip = chooses(reader, "toegang=sign_up")
    expect(chip).to_have_count(2)
    reader.press(chip.filter(has_text="Polski"))
    reader.page.wait_for_url(lambda url: "taal" not in url)
    expect(chip).to_have_count(1)
    assert "toegang=sign_up" in reader.page.url


def test_what_is_on_goes_along_to_another_language(meet: Meet) -> None:
    reader = meet("oeverstad", PHONE, locale="pl-PL")
    goes_to_next_week(reader)
    chooses(reader, "toegang=walk_in")
    reader.choose_language("ar")
    assert "toegang=walk_in" in reader.page.url
    expect(reader.page.locator(".chip")).to_have_count(1)
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")


@pytest.mark.parametrize("code", ["nl", "pl", "ar"])
def test_no_page_of_the_programme_goes_beyond_the_screen(meet: Meet, code: str) -> None:
    reader = meet("oeverstad", PHONE, locale=code)
    reader.go(f"/{code}/week/")
    reader.page.locator(".filter summary").first.tap()
    pages = [f"/{code}/week/", f"/{code}/dag/", reader.page.locator(".session__title a").first.get_attribute("href")]
    for path in pages:
        assert path is not None
        reader.go(path)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= PHONE.width
    tabs = "tabs => tabs.filter(tab => tab.scrollWidth > tab.clientWidth).length"
    reader.go(f"/{code}/week/")
    assert reader.page.locator(".day-tabs__tab").evaluate_all(tabs) == 0


def test_on_a_desktop_the_week_is_a_grid_and_on_a_phone_a_day(meet: Meet) -> None:
    for screen, days in ((DESKTOP, 7), (PHONE, 1)):
        reader = meet("oeverstad", screen)
        reader.go("/nl/week/")
        expect(reader.page.locator(".day:visible")).to_have_count(days)


def test_the_code_of_a_session_is_drawn(meet: Meet) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.go("/nl/week/")
    reader.press(reader.page.locator(".session__title a[href*='/moment/']").first)
    picture = reader.page.locator(".qr__code")
    expect(picture).to_have_attribute("src", re.compile(r"^/nl/moment/.+/qr\.svg$"))
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


def test_one_desk_shows_who_sits_there(meet: Meet, screen: Screen) -> None:
    reader = meet("vesting", screen)
    reader.go("/nl/week/")
    reader.press(reader.page.locator(".week-nav__on"))
    reader.page.wait_for_url("**/nl/week/?van=*")
    turns = reader.page.locator(".roster__turn")
    expect(turns.first).to_be_visible()
    assert all(who.strip() for who in turns.locator(".roster__who").all_inner_texts())
