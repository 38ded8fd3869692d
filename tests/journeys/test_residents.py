"""Residents on a phone and on a desktop: the invitation in their own language, and pages that nobody translated."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from icalendar import Calendar
from playwright.sync_api import expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader, Screen
from tests.journeys.running import Portal
from tests.journeys.test_staff import makes_the_event

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Invitation:
    """An event of the demo, as its guests read it. ``days`` and ``weekday`` say on which day the demo puts it."""

    library: str
    locale: str
    question: str
    title: str
    slug: str
    days: int
    weekday: int
    start: time
    end: time
    times: str
    room: str
    welcomers: tuple[str, ...]
    welcome: str
    save: str

    @property
    def code(self) -> str:
        return self.locale[:2]

    @property
    def path(self) -> str:
        return f"/{self.code}/activiteiten/{self.slug}/"

    def day(self, today: date) -> date:
        first = today + timedelta(days=self.days)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7)


POLISH = Invitation(
    library="oeverstad",
    locale="pl-PL",
    question="Czytać po polsku?",
    title="Polski wieczór",
    slug="poolse-avond",
    days=12,
    weekday=4,
    start=time(19),
    end=time(21, 30),
    times="19:00–21:30",
    room="De Steiger",
    welcomers=("Magda", "Beata", "Joanna"),
    welcome="Powitają Państwa",
    save="Dodaj do mojego kalendarza",
)
BULGARIAN = Invitation(
    library="vesting",
    locale="bg-BG",
    question="Искате ли да четете на български?",
    title="Български следобед",
    slug="bulgaarse-middag",
    days=15,
    weekday=6,
    start=time(14),
    end=time(17),
    times="14:00–17:00",
    room="De Torenzaal",
    welcomers=("Sevgi", "Desislava"),
    welcome="Те ще Ви посрещнат",
    save="Добавяне в моя календар",
)
INVITATIONS = pytest.mark.parametrize("invitation", [POLISH, BULGARIAN], ids=["polish", "bulgarian"])
MOST_PRESSES = 3


@INVITATIONS
def test_a_resident_is_offered_her_language_finds_the_invitation_and_keeps_it_in_her_calendar(
    meet: Meet, screen: Screen, portal: Portal, invitation: Invitation
) -> None:
    reader = meet(invitation.library, screen, locale=invitation.locale)
    reader.go("/")
    offer = reader.page.get_by_role("link", name=invitation.question)
    expect(offer).to_be_visible()
    assert reader.lang_of(offer) == (invitation.code, "ltr")
    assert reader.path == "/nl/", "offered, not forced"

    reader.press(offer)
    expect(reader.page.locator("html")).to_have_attribute("lang", invitation.code)
    reader.press(reader.page.get_by_role("link", name=invitation.title))
    expect(reader.page.get_by_role("heading", level=1, name=invitation.title)).to_be_visible()
    assert reader.path == invitation.path
    assert reader.presses <= MOST_PRESSES

    shows_the_invitation(reader, invitation, invitation.day(portal.day))
    keeps_it_in_the_calendar(reader, invitation, invitation.day(portal.day))


def shows_the_invitation(reader: Reader, invitation: Invitation, day: date) -> None:
    """Date, time, place and who welcomes, in her language and nothing in Dutch."""
    main = reader.page.locator("main")
    expect(main).to_contain_text(format_date(day, "EEEE, d MMMM", locale=invitation.code))
    expect(main).to_contain_text(invitation.times)
    expect(main).to_contain_text(invitation.room)
    welcome = reader.page.get_by_role("region", name=invitation.welcome)
    assert welcome.locator(".person__name").all_inner_texts() == list(invitation.welcomers)
    assert main.locator("[lang=nl]:visible").filter(has_not_text=re.compile("^Nederlands$")).all_inner_texts() == []
    expect(reader.page.locator(".bar--fallback, .bar--outdated")).to_have_count(0)


def keeps_it_in_the_calendar(reader: Reader, invitation: Invitation, day: date) -> None:
    """The file that the button gives is a calendar that other programs read."""
    with reader.page.expect_download() as waiting:
        reader.press(reader.page.get_by_role("link", name=invitation.save))
    assert waiting.value.suggested_filename.endswith(".ics")
    calendar = Calendar.from_ical(Path(waiting.value.path()).read_bytes())
    [event] = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == datetime.combine(day, invitation.start, AMSTERDAM)
    assert event.decoded("dtend") == datetime.combine(day, invitation.end, AMSTERDAM)
    assert str(event["summary"]) == invitation.title
    assert invitation.room in str(event["location"])
    assert reader.portal.address(invitation.library, invitation.path) in str(event["url"])
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]


@INVITATIONS
def test_whoever_declines_the_offer_reads_on_in_dutch_and_is_not_asked_again(
    meet: Meet, screen: Screen, invitation: Invitation
) -> None:
    reader = meet(invitation.library, screen, locale=invitation.locale)
    reader.go("/nl/")
    bar = reader.page.locator(".suggestion")
    reader.press(bar.get_by_role("button"))
    expect(bar).to_have_count(0)
    reader.go("/nl/activiteiten/")
    expect(reader.page.locator("[data-languages]").first).to_be_attached()
    expect(bar).to_have_count(0)


@INVITATIONS
def test_the_invitation_is_found_without_a_script(meet: Meet, screen: Screen, invitation: Invitation) -> None:
    reader = meet(invitation.library, screen, locale=invitation.locale, scripts=False)
    reader.go("/")
    reader.choose_language(invitation.code)
    reader.press(reader.page.get_by_role("link", name=invitation.title))
    expect(reader.page.get_by_role("heading", level=1, name=invitation.title)).to_be_visible()
    assert reader.presses <= MOST_PRESSES


@pytest.mark.parametrize("path", ["/ar/", "/ar/themas/geld/", "/ar/activiteiten/praten-bij-de-koffie/"])
def test_arabic_runs_from_right_to_left(meet: Meet, screen: Screen, path: str) -> None:
    reader = meet("oeverstad", screen, locale="ar")
    reader.go(path)
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")
    assert reader.lang_of(reader.page.locator("h1")) == ("ar", "rtl")
    name = reader.page.locator(".site-header__name").bounding_box()
    languages = reader.page.locator(".drawer--languages").bounding_box()
    assert name is not None
    assert languages is not None
    assert name["x"] + name["width"] > languages["x"] + languages["width"], "the page begins on the right"
    assert wrong_fragments(reader, "ar") == []


# The name of a place, an organisation or a person is in no language, nor is an address.
NAMES = "bdi, .site-header__name, .site-footer__heading, .session__facts, .facts, .print-address"
FRAGMENTS = """names => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode.data.trim(), holder = walker.currentNode.parentElement;
        if (text && !holder.closest(names + ', script, style'))
            found.push([holder.closest('[lang]').lang, text]);
    }
    return found;
}"""
ARABIC = re.compile(r"[\u0600-\u06ff]")
DUTCH_SENTENCE = re.compile(r"[a-z]{2,}(\W+[a-z]+){3,}", re.IGNORECASE)


def wrong_fragments(reader: Reader, code: str) -> list[tuple[str, str]]:
    """Texts in a script that is not that of the language that the page says they are in."""
    wrong = []
    for lang, text in reader.page.evaluate(FRAGMENTS, NAMES):
        if lang == code and not ARABIC.search(text) and DUTCH_SENTENCE.search(text):
            wrong.append((lang, text))
        if lang != code and ARABIC.search(text):
            wrong.append((lang, text))
    return wrong


def test_a_page_nobody_translated_shows_dutch_and_says_so(meet: Meet, screen: Screen) -> None:
    editor = meet("oeverstad", DESKTOP)
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/")
    title = f"Ochtend zonder vertaling {screen.width}"
    slug = makes_the_event(editor, title, editor.portal.day + timedelta(days=45))

    reader = meet("oeverstad", screen, locale="ar")
    reader.go(f"/ar/activiteiten/{slug}/")
    assert reader.page.locator("html").get_attribute("lang") == "ar"
    notice = reader.page.locator(".bar--fallback")
    expect(notice).to_be_visible()
    assert reader.lang_of(notice.locator("p").first) == ("ar", "rtl")
    assert ARABIC.search(notice.inner_text())
    assert reader.lang_of(reader.page.locator("h1")) == ("nl", "ltr")
    expect(reader.page.locator("h1")).to_have_text(title)
    assert wrong_fragments(reader, "ar") == []

    reader.press(notice.locator("a[hreflang=nl]"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "nl")
    assert reader.path == f"/nl/activiteiten/{slug}/"
    expect(notice).to_have_count(0)


def test_switching_language_keeps_the_page(meet: Meet, screen: Screen) -> None:
    reader = meet("vesting", screen)
    reader.go("/nl/activiteiten/bulgaarse-middag/")
    for code, title in [
        ("bg", BULGARIAN.title),
        ("tr", "Bulgaristan buluşması"),
        ("ar", "لقاء بلغاري بعد الظهر"),
        ("nl", "Bulgaarse middag"),
    ]:
        reader.choose_language(code)
        assert reader.path == f"/{code}/activiteiten/bulgaarse-middag/"
        expect(reader.page.locator("h1")).to_have_text(title)


def test_the_other_languages_of_an_invitation_stand_in_view_in_their_own_script(meet: Meet) -> None:
    reader = meet("oeverstad", PHONE, locale="pl-PL")
    reader.go("/pl/activiteiten/poolse-avond/")
    row = reader.page.locator(".languages-row a")
    expect(row.filter(has_text="Nederlands")).to_be_visible()
    expect(row.filter(has_text="Polski")).to_have_attribute("aria-current", "true")
    assert "pl" in row.evaluate_all("links => links.map(link => link.lang)")


def test_reader_across_the_ocean_is_told_whose_clock_it_is(meet: Meet) -> None:
    sentence = "Wszystkie godziny podano w czasie miejscowym: Holandia."
    for time_zone, is_told in (("America/Curacao", True), ("Europe/Amsterdam", False), ("Europe/Berlin", False)):
        reader = meet("oeverstad", PHONE, locale="pl-PL", time_zone=time_zone)
        reader.go("/pl/week/")
        expect(reader.page.get_by_text(sentence)).to_be_visible(visible=is_told)
        reader.go("/pl/toegankelijkheid/")
        expect(reader.page.get_by_text(sentence)).to_be_hidden()
