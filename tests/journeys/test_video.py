"""A video with captions and its whole text: put on a page by an editor, played and read by residents."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.factories.film import film
from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader
from tests.journeys.test_staff import publishes

TITLE = "Zo werkt de leestafel"
SHOWN = "Een rondleiding langs de tafel"
TRANSCRIPT = "U ziet de tafel bij het raam. Iedereen mag aanschuiven."
CAPTIONS = {"Nederlands": "Welkom aan de leestafel.", "Polski": "Witamy przy stole."}
# The policy of public pages leaves no waiting from outside: each of these ends when the player says that it is there.
PLAY = """(video) => new Promise((done, failed) => {
  video.muted = true;
  video.addEventListener("error", () => failed(video.error.message));
  video.addEventListener("timeupdate", () => video.currentTime > 0.5 && done());
  video.play().catch(failed);
})"""
JUMP = """(video) => new Promise((done) => {
  video.pause();
  video.addEventListener("seeked", () => done());
  video.currentTime = 4;
})"""
# What a player knows, and what it hears from the portal.
STATE = """(video) => ({
  duration: video.duration, fault: video.error && video.error.message,
  shown: [...video.textTracks].filter((track) => track.mode === "showing").map((track) => track.language),
})"""
CUES = """(video) => [...video.textTracks].filter((track) => track.mode === "showing")
  .flatMap((track) => [...(track.activeCues || [])].map((cue) => cue.text))"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """What an editor has on her desk: a film, its captions in two languages, and two files that will not do."""
    contents = {
        "leestafel.webm": film(),
        "fout.vtt": b"1\n00:00,000 --> 00:06,000\nWelkom.\n",
        "verslag.odt": b"PK tekst",
    }
    for number, words in enumerate(CAPTIONS.values()):
        contents[f"woorden{number}.vtt"] = f"WEBVTT\n\n00:00.000 --> 00:06.000\n{words}\n".encode()
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return {name: tmp_path / name for name in contents}


def test_a_video_is_put_on_a_page_played_jumped_through_and_read(meet: Meet, files: dict[str, Path]) -> None:
    editor = meet("vesting", DESKTOP)
    editor.log_in(editor.portal.account("communication", "vesting"), "/admin/")
    block = begins_a_page_with_a_video(editor)

    # Not everything is there yet, and what is there will not do: each thing is said where it stands.
    block.get_by_role("textbox", name="wat de video laat zien*").fill(SHOWN)
    uploads(editor, chooser(block, 0), files["verslag.odt"])
    uploads(editor, chooser(block, 0), files["fout.vtt"])
    publishes(editor)
    for words in ("mp4- of webm-bestand", "WEBVTT", "Schrijf op wat er wordt gezegd"):
        expect(block).to_contain_text(words)
    expect(block.get_by_role("textbox", name="wat de video laat zien*")).to_have_value(SHOWN)
    expect(block).to_contain_text("fout")

    replaces(editor, block, "verslag", files["leestafel.webm"])
    replaces(editor, block, "fout", files["woorden0.vtt"])
    adds_captions(editor, block, "Polski", files["woorden1.vtt"])
    block.locator("[contenteditable=true]").press_sequentially(TRANSCRIPT)
    # The admin takes over what was typed after a pause.
    expect(block.locator("input[name$=transcript]")).to_have_value(re.compile(TRANSCRIPT))
    publishes(editor)
    expect(editor.page.locator(".messages")).to_contain_text(TITLE)

    resident = meet("vesting", PHONE)
    slug = slug_of(TITLE)
    resident.go(f"/nl/{slug}/")
    plays(resident, "nl-NL", CAPTIONS["Nederlands"])
    jumps(resident)
    reads_with_the_keyboard(resident)

    # The words of the page are Dutch; the captions need not be.
    resident.go(f"/pl/{slug}/")
    plays(resident, "pl-PL", CAPTIONS["Polski"])
    resident.go(f"/bg/{slug}/")
    plays(resident, "nl-NL", CAPTIONS["Nederlands"])
    line = resident.page.locator(".video__captions")
    assert resident.lang_of(line.locator("span")) == ("bg", "ltr")
    assert resident.lang_of(line.locator("bdi").first) == ("nl", "ltr")
    assert resident.page.evaluate("document.documentElement.scrollWidth") == PHONE.width


def slug_of(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower())


def begins_a_page_with_a_video(editor: Reader) -> Locator:
    """Make a page below the first page, with a video in its text; return the block."""
    editor.go("/admin/pages/")
    home = (
        editor.page.get_by_role("row")
        .filter(has=editor.page.get_by_text("Dutch", exact=True))
        .filter(has=editor.page.get_by_role("link", name="Het Vestingplein", exact=True))
    )
    address = home.get_by_role("link", name="Het Vestingplein", exact=True).get_attribute("href") or ""
    editor.go(f"/admin/pages/{address.split('/')[3]}/add_subpage/")
    editor.press(editor.page.get_by_role("link", name="Inhoudspagina", exact=True))
    editor.page.wait_for_url("**/add/**")
    # The admin keeps drafts by itself, and is told each time what is not filled in yet.
    editor.expected.add((400, editor.path))
    editor.page.get_by_role("textbox", name="Titel*").press_sequentially(TITLE)
    editor.page.get_by_role("textbox", name="In één zin").fill("Kijk alvast mee aan de leestafel.")
    # The title leads to an address, without which the draft would be refused.
    expect(editor.page.locator("[name=slug]")).to_have_value(slug_of(TITLE))
    editor.press(editor.page.locator("footer").last.get_by_role("button", name="Bewaar concept"))
    editor.page.wait_for_url("**/edit/")
    editor.expected.add((400, editor.path))
    editor.press(editor.page.get_by_role("button", name="Blok invoegen"))
    editor.press(editor.page.get_by_role("option", name="Video").first)
    block = editor.page.locator("#panel-child-inhoud-body-content [data-contentpath]").first
    expect(block.get_by_role("textbox", name="wat de video laat zien*")).to_be_visible()
    return block


def chooser(block: Locator, number: int) -> Locator:
    """A button of the block that asks for a document."""
    return block.get_by_role("button", name="Kies een document").nth(number)


def uploads(editor: Reader, button: Locator, file: Path) -> None:
    """Choose a document by uploading it."""
    editor.press(button)
    dialog = editor.page.get_by_role("dialog")
    editor.press(dialog.get_by_role("tab", name="Uploaden"))
    dialog.locator("input[type=file]").set_input_files(file)
    # The admin fills in a title, and the form is not whole before.
    expect(dialog.get_by_role("textbox", name="Titel*")).to_have_value(file.stem)
    editor.press(dialog.get_by_role("button", name="Uploaden"))
    expect(dialog).to_have_count(0)


def replaces(editor: Reader, block: Locator, old: str, file: Path) -> None:
    """Choose another document in the place of one."""
    place = block.locator(".chooser").filter(has_text=old)
    editor.press(place.get_by_role("button", name="Acties"))
    uploads(editor, place.get_by_role("button", name="Kies een ander document"), file)


def adds_captions(editor: Reader, block: Locator, language: str, file: Path) -> None:
    """One more language of captions."""
    editor.press(block.get_by_role("button", name="Toevoegen").last)
    block.get_by_role("combobox", name="taal*").last.select_option(label=language)
    uploads(editor, chooser(block, -1), file)


def plays(resident: Reader, language: str, words: str) -> None:
    """Start the film: its clock runs, and its captions are there in this language."""
    video = resident.page.locator("video")
    video.evaluate(PLAY)
    assert video.evaluate("(video) => video.currentTime") > 0.5
    assert video.evaluate(STATE) == {"duration": 6, "fault": None, "shown": [language]}
    assert video.evaluate(CUES) == [words]


def jumps(resident: Reader) -> None:
    """Go to another second; a player gets the part it asks for, and no more than that is believed of the file."""
    video = resident.page.locator("video")
    video.evaluate(JUMP)
    assert video.evaluate("(video) => video.currentTime") == 4
    told = video.evaluate(
        """async (video) => {
          const answer = await fetch(video.currentSrc, { headers: { Range: "bytes=100-199" } });
          const names = ["content-range", "content-type", "x-content-type-options"];
          return [answer.status, (await answer.arrayBuffer()).byteLength, ...names.map((name) => answer.headers.get(name))];
        }"""
    )
    assert told == [206, 100, f"bytes 100-199/{len(film())}", "video/webm", "nosniff"]


def reads_with_the_keyboard(resident: Reader) -> None:
    """Open the whole text without touching anything."""
    summary = resident.page.locator(".video__text summary")
    text = resident.page.get_by_text(TRANSCRIPT)
    expect(text).to_be_hidden()
    resident.page.locator("video").focus()
    for _press in range(12):
        resident.page.keyboard.press("Tab")
        if summary.evaluate("(summary) => summary === document.activeElement"):
            break
    resident.page.keyboard.press("Enter")
    expect(text).to_be_visible()
