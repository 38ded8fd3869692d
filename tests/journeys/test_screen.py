"""The television on the plein: half a day without a network, a cancellation, and what it works out by itself."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Route, expect

from plein.out.signage.presenters import panel
from tests.journeys.conftest import Meet
from tests.journeys.reader import Reader, Screen
from tests.journeys.running import ROOT

TELEVISION = Screen(1920, 1080, is_phone=False)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
PATH = "/scherm/de-kade/"
WITHIN = 15_000  # milliseconds in which a change is to be seen
ANSWER = 4_000  # more of them, for the answer of a busy server
CANCELLED = "Gaat niet door: vanwege ziekte"
HOUR = 3_600_000
FONTS = ROOT / "portal" / "static" / "portal" / "fonts"
# What a machine may have for the fonts that the style names: its own, or letters that are tall, or wide as well as tall.
METRICS = {
    "own": "",
    "tall": "ascent-override: 130%; descent-override: 50%;",
    "wide": "size-adjust: 118%;",
}
CUT_OFF = """[...document.querySelectorAll('.cards, .board__main, .board__side, .bar, .bar__name, .foot, .theme, .week')]
    .filter(one => one.clientHeight && one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
    .map(one => [one.className, one.scrollHeight, one.clientHeight, one.scrollWidth, one.clientWidth])"""


@dataclass
class Television:
    """A screen on the wall, whose clock is ours."""

    reader: Reader
    data: dict[str, Any]

    @property
    def page(self) -> Page:
        return self.reader.page

    @property
    def words(self) -> dict[str, Any]:
        """What is said in the language that is shown."""
        code = self.page.locator("#panel").get_attribute("lang")
        return next(words for words in self.data["languages"] if words["code"] == code)

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(self.page.evaluate("Date.now()") / 1000, AMSTERDAM)

    def is_right(self) -> None:
        """What is now and next is what the server works out for this moment, in the language that is shown."""
        shown = panel(self.data, self.words["code"], self.now)
        expect(self.page.locator("#panel")).to_have_attribute("data-mode", shown["mode"])
        expect(self.page.locator("[data-slot=clock]")).to_have_text(shown["clock"])
        keys = {
            "cards": [row["key"] for row in shown["rows"]],
            "side": [row["key"] for section in shown["sections"] for row in section["rows"]],
        }
        for place, expected in keys.items():
            found = self.page.locator(f"[data-slot={place}] .item").evaluate_all(
                "all => all.map(one => one.dataset.key)"
            )
            # What does not fit on one page follows on the next.
            assert found == [key for key in expected if key in found], (place, self.now)
            assert bool(found) == bool(expected), (place, self.now)

    def waits(self, hours: float) -> None:
        """Time passes on its clock, as it does when a machine sleeps and wakes."""
        self.page.clock.fast_forward(int(hours * HOUR))
        self.page.clock.run_for(2000)


def opens(reader: Reader, moment: datetime | None = None) -> Television:
    """Switch the television on, at a moment of its clock, and let it keep what it needs."""
    if moment:
        reader.page.clock.install(time=moment)
    with reader.page.expect_response("**/gegevens.json") as answer:
        reader.go(PATH)
        if moment:
            reader.page.clock.run_for(2000)
    television = Television(reader, json.loads(answer.value.body()))
    reader.page.wait_for_function(
        "async () => !!(await navigator.serviceWorker.ready).active"
        " && (await (await caches.open('screen')).keys()).length > 3"
    )
    return television


def asks(reader: Reader) -> dict[str, Any]:
    """What the screen is told."""
    return reader.context.request.get(reader.portal.address(reader.library, f"{PATH}gegevens.json")).json()


def a_busy_morning(reader: Reader) -> datetime:
    """Half past eight on the first of the coming days with the most sessions."""
    data = asks(reader)
    counts = [sum(row["day"] == day and not row["off"] for row in data["sessions"]) for day in range(1, 7)]
    day = 1 + counts.index(max(counts))
    return datetime.fromtimestamp(data["days"][day] / 1000, AMSTERDAM) + timedelta(hours=8, minutes=30)


def has_font(reader: Reader, metrics: str) -> None:
    """Every letter is drawn in a font with these measures, as if the machine had no other."""
    face = f"@font-face {{ font-family: Only; src: url(/static/only.ttf); {metrics} }} * {{ font-family: Only !important }}"

    def styled(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{face}")

    reader.context.route("**/screen.*css", styled)
    reader.context.route("**/only.ttf", lambda route: route.fulfill(path=FONTS / "NotoSans_400Regular.ttf"))


def forgets_the_silence(reader: Reader) -> None:
    """Without a network requests fail, and the browser says so; that is the journey, not a problem."""
    reader.problems[:] = [row for row in reader.problems if "ERR_INTERNET_DISCONNECTED" not in row]


def test_the_screen_goes_on_by_itself_for_half_a_day(meet: Meet) -> None:
    reader = meet("oeverstad", TELEVISION)
    morning = a_busy_morning(reader)
    television = opens(reader, morning)
    offline = reader.page.locator("[data-slot=offline]")
    television.is_right()
    expect(offline).to_be_hidden()

    reader.context.set_offline(True)
    for _hour in range(6):
        television.waits(1)
        television.is_right()
    expect(offline).to_contain_text(television.words["labels"]["offline"].split("{time}")[0].strip() or ".")
    expect(offline).to_contain_text("08:30" if television.words["clock"]["sign"] == ":" else "08.30")

    reader.page.reload()
    reader.page.clock.run_for(2000)
    television.is_right()
    expect(offline).to_contain_text("08:30" if television.words["clock"]["sign"] == ":" else "08.30")

    # A new day begins without anybody, and still without a network.
    television.waits(12)
    television.is_right()
    assert television.now.date() == morning.date() + timedelta(days=1)

    reader.context.set_offline(False)
    television.waits(0.01)
    expect(offline).to_be_hidden()
    forgets_the_silence(reader)


def test_the_screen_speaks_each_language_in_turn(meet: Meet) -> None:
    reader = meet("oeverstad", TELEVISION)
    television = opens(reader, a_busy_morning(reader))
    shown: dict[str, str] = {}
    for _second in range(300):
        panel_now = reader.page.locator("#panel")
        shown[panel_now.get_attribute("lang") or ""] = panel_now.get_attribute("dir") or ""
        if len(shown) == len(television.data["languages"]):
            break
        reader.page.clock.run_for(3000)
    assert shown == {words["code"]: words["dir"] for words in television.data["languages"]}
    television.is_right()


def a_session_by_itself(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A session of the coming days whose offer has no other one, and at whose start no other one starts."""
    rows = list(zip(data["sessions"], data["languages"][0]["sessions"], strict=True))
    titles = Counter(words["title"] for _facts, words in rows)
    starts = Counter(facts["start"] for facts, _words in rows)
    return next(
        (facts, words)
        for facts, words in rows
        if facts["day"] and facts["status"] == "planned" and titles[words["title"]] == starts[facts["start"]] == 1
    )


def test_a_cancellation_is_on_the_screen_within_fifteen_seconds(meet: Meet) -> None:
    reader = meet("oeverstad", TELEVISION)
    facts, words = a_session_by_itself(asks(reader))
    start = datetime.fromtimestamp(facts["start"] / 1000, AMSTERDAM)
    opens(reader, start - timedelta(minutes=20))
    line = reader.page.locator(f".item[data-key='{facts['key']}']")
    expect(line).to_be_visible()
    expect(line.locator("s")).to_have_count(0)

    editor = meet("oeverstad", Screen(1280, 800, is_phone=False))
    cancels(editor, words["title"], start)

    reader.page.clock.run_for(WITHIN)
    expect(line.locator("s")).to_be_visible(timeout=ANSWER)
    said = {"nl": CANCELLED, "pl": "Odwołane: z powodu choroby", "ar": "ملغى: بسبب المرض"}
    code = reader.lang_of(line)[0]
    expect(line.locator("[data-slot=note]")).to_contain_text(said.get(code, ":"))


def cancels(editor: Reader, offer: str, start: datetime) -> None:
    """An editor cancels the session of an offer that would start then, because of illness."""
    page = editor.page
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/snippets/plein/change/")
    editor.press(page.get_by_role("link", name="Wijziging toevoegen").first)
    editor.press(page.get_by_role("button", name="Kies reeks"))
    dialog = page.get_by_role("dialog")
    series = dialog.get_by_role("link", name=re.compile(rf"^{re.escape(offer)} \S+ {start:%H:%M}"))
    for number in count(2):
        expect(dialog.get_by_text(f"Pagina {number - 1} van")).to_be_visible()
        if series.count():
            break
        editor.press(dialog.get_by_role("link", name="Volgende"))
    editor.press(series.first)
    page.get_by_role("textbox", name="Dag van de bijeenkomst*").fill(start.date().isoformat())
    page.get_by_role("combobox", name="Wat er gebeurt*").select_option(label="gaat niet door")
    page.get_by_role("combobox", name="Reden*").select_option(label="vanwege ziekte")
    with page.expect_navigation():
        editor.press(page.get_by_role("button", name="Opslaan"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Wijzigingen")


def test_a_screen_without_a_script_shows_now_and_turns_by_itself(meet: Meet) -> None:
    reader = meet("vesting", TELEVISION, scripts=False)
    reader.go("/scherm/het-vestingplein/")
    expect(reader.page.locator("[data-slot=clock]")).to_have_text(datetime.now(AMSTERDAM).strftime("%H.%M"))
    expect(reader.page.locator("[data-slot=qr]")).to_be_visible()
    assert reader.lang_of(reader.page.locator("#panel"))[0] == "nl"


@pytest.mark.parametrize(
    "screen",
    [TELEVISION, Screen(3840, 2160, is_phone=False), Screen(1080, 1920, is_phone=False)],
    ids=["1080p", "4K", "pillar"],
)
@pytest.mark.parametrize("metrics", METRICS.values(), ids=METRICS)
def test_nothing_of_the_screen_is_cut_off(meet: Meet, screen: Screen, metrics: str) -> None:
    reader = meet("oeverstad", screen)
    if metrics:
        has_font(reader, metrics)
    television = opens(reader, a_busy_morning(reader))
    assert reader.page.evaluate("[...document.fonts].map(font => font.status)") == (["loaded"] if metrics else [])
    for _moment in range(12):
        television.waits(1)
        assert reader.page.evaluate(CUT_OFF) == [], (television.now, television.words["code"])
    size = reader.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    assert size == [screen.width, screen.height]
