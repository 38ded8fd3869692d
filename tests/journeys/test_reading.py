"""Reading made easier: aloud, calmly, with the difficult words explained, in easy Dutch."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader, Screen

# A device with a Dutch and an Arabic voice, which says nothing and writes down what it was asked to say.
VOICES = """
  class Utterance extends EventTarget {
    constructor(text) { super(); this.text = text; }
  }
  const said = [];
  let current = null;
  const voices = [
    { lang: "nl-NL", name: "far away", localService: false },
    { lang: "nl_NL", name: "here", localService: true },
    { lang: "ar-SA", name: "here", localService: true },
  ];
  const synth = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance) {
      said.push([utterance.voice.lang, utterance.voice.name, utterance.text]);
      current = utterance;
    },
    cancel() {
      const cut = current;
      current = null;
      if (cut) cut.dispatchEvent(new Event("error"));
    },
    finish() {
      const done = current;
      current = null;
      if (done) done.dispatchEvent(new Event("end"));
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  window.said = said;
"""
NO_HIGHLIGHTS = "Object.defineProperty(CSS, 'highlights', { value: undefined });"
SHOWN = "() => [...CSS.highlights.get('spoken') ?? []].map(String).join('').replace(/\\s+/g, ' ')"
TOOLS = ".reading-tools__aloud"


def with_voices(meet: Meet, screen: Screen = PHONE, *scripts: str) -> Reader:
    reader = meet("oeverstad", screen)
    for script in (VOICES, *scripts):
        reader.page.add_init_script(f"{{{script}}}")
    return reader


def wait_for_sentence(reader: Reader, number: int) -> list[str]:
    """The sentence of this number: language, voice, text."""
    reader.page.wait_for_function("number => window.said.length >= number", arg=number)
    return reader.page.evaluate("number => window.said[number - 1]", number)


def finish(reader: Reader) -> None:
    """The voice has said the sentence."""
    reader.page.evaluate("() => speechSynthesis.finish()")


def test_a_page_is_read_sentence_by_sentence_and_shows_where(meet: Meet, screen: Screen) -> None:
    reader = with_voices(meet, screen)
    reader.go("/nl/over-het-plein/")
    button = reader.page.locator(f"{TOOLS} button").first
    expect(button).to_have_text("Lees voor")
    button.focus()
    reader.page.keyboard.press("Enter")
    assert wait_for_sentence(reader, 1) == ["nl_NL", "here", "Over het plein"]
    assert reader.page.evaluate(SHOWN) == "Over het plein"
    expect(button).to_have_text("Pauze")
    finish(reader)
    second = wait_for_sentence(reader, 2)[2]
    assert second.startswith("Op De Kade")
    assert reader.page.evaluate(SHOWN).strip() == second
    reader.page.keyboard.press("Enter")
    expect(button).to_have_text("Lees verder")
    assert reader.page.evaluate(SHOWN) == ""
    reader.page.keyboard.press("Enter")
    assert wait_for_sentence(reader, 3)[2] == second, "going on begins with the sentence that was broken off"
    reader.page.get_by_role("button", name="Stop met voorlezen").click()
    expect(button).to_have_text("Lees voor")
    expect(button).to_be_focused()
    assert reader.page.evaluate("window.said.length") == 3


def test_reading_ends_with_the_page_and_says_nothing_that_is_no_text(meet: Meet) -> None:
    reader = with_voices(meet)
    reader.go("/nl/over-het-plein/")
    button = reader.page.locator(f"{TOOLS} button").first
    button.click()
    for number in range(1, 60):
        reader.page.wait_for_function(
            "number => window.said.length >= number || document.querySelector('[data-state=idle]')", arg=number
        )
        if button.inner_text() == "Lees voor":
            break
        finish(reader)
    said = " ".join(text for _lang, _name, text in reader.page.evaluate("window.said"))
    assert "Wat u vertelt, blijft op het plein." in said
    assert not re.search("Lees voor|Rustig lezen|WhatsApp|Menu", said)
    assert reader.page.evaluate(SHOWN) == ""


def test_without_highlights_the_sentence_is_wrapped_and_unwrapped(meet: Meet) -> None:
    reader = with_voices(meet, PHONE, NO_HIGHLIGHTS)
    reader.go("/nl/over-het-plein/")
    before = reader.page.locator(".stream").inner_html()
    reader.page.locator(f"{TOOLS} button").first.click()
    for number in range(1, 6):
        text = wait_for_sentence(reader, number)[2]
        expect(reader.page.locator(".spoken-now")).to_have_text(text)
        expect(reader.page.locator(".spoken-now")).to_be_in_viewport()
        finish(reader)
    wait_for_sentence(reader, 6)
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator(".spoken-now")).to_have_count(0)
    assert reader.page.locator(".stream").inner_html() == before


def test_each_language_has_its_own_voice_and_one_without_is_left_out(meet: Meet) -> None:
    reader = with_voices(meet)
    reader.go("/nl/")
    reader.page.locator("main h1").evaluate(
        """title => {
          title.innerHTML = 'Welkom. <span lang="pl">Dzień dobry.</span> <span lang="ar" dir="rtl">أهلا.</span>';
        }"""
    )
    reader.page.locator(f"{TOOLS} button").first.click()
    assert wait_for_sentence(reader, 1) == ["nl_NL", "here", "Welkom."]
    finish(reader)
    assert wait_for_sentence(reader, 2) == ["ar-SA", "here", "أهلا."]


@pytest.mark.parametrize("voices", [False, True], ids=["no-voices", "no-polish-voice"])
def test_where_there_is_no_voice_there_is_no_button(meet: Meet, voices: bool) -> None:
    reader = with_voices(meet) if voices else meet("oeverstad", PHONE)
    reader.go("/pl/")
    reader.page.wait_for_timeout(1_800)
    expect(reader.page.locator(TOOLS)).to_be_hidden()


def test_without_scripts_calm_reading_is_an_address(meet: Meet, screen: Screen) -> None:
    reader = meet("oeverstad", screen, scripts=False)
    reader.go("/nl/themas/geld/")
    expect(reader.page.locator(TOOLS)).to_be_hidden()
    lively = reader.page.locator("main p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    reader.page.get_by_role("link", name="Rustig lezen").click()
    expect(reader.page.locator("body.is-calm")).to_be_visible()
    text = reader.page.locator(".rich-text").first
    assert text.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") > lively
    expect(reader.page.locator("main .scene:visible, main .mark:visible")).to_have_count(0)
    assert reader.page.locator("link[rel=canonical]").get_attribute("href").endswith("/nl/themas/geld/")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= screen.width
    reader.page.get_by_role("link", name="Terug naar de gewone pagina").click()
    expect(reader.page.locator("body.is-calm")).to_have_count(0)


def test_calm_reading_goes_on_until_somebody_ends_it(meet: Meet) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.go("/nl/")
    reader.page.get_by_role("link", name="Rustig lezen").click()
    reader.go("/nl/over-het-plein/")
    expect(reader.page.locator("body.is-calm")).to_be_visible()
    reader.page.get_by_role("link", name="Terug naar de gewone pagina").click()
    expect(reader.page.locator("body:not(.is-calm)")).to_be_visible()
    reader.go("/nl/")
    expect(reader.page.locator("body:not(.is-calm)")).to_be_visible()
    assert reader.context.cookies() == []


def test_a_difficult_word_opens_where_it_stands(meet: Meet, screen: Screen) -> None:
    reader = meet("oeverstad", screen)
    reader.go("/nl/aanbod/informatiepunt-digitale-overheid/")
    word = reader.page.get_by_role("button", name="DigiD", exact=True)
    expect(word).to_have_attribute("aria-expanded", "false")
    word.focus()
    reader.page.keyboard.press("Enter")
    expect(word).to_have_attribute("aria-expanded", "true")
    box = reader.page.locator(".hard-word__says")
    expect(box).to_contain_text("wachtwoord")
    reader.page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(word).to_be_focused()
    expect(reader.page.locator(".hard-words")).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".hard-words")).to_be_visible()


def test_without_scripts_a_difficult_word_leads_to_the_foot_and_back(meet: Meet) -> None:
    reader = meet("oeverstad", PHONE, scripts=False)
    reader.go("/uk/aanbod/informatiepunt-digitale-overheid/")
    reader.page.locator("a.hard-word", has_text="DigiD").click()
    meaning = reader.page.locator("#woord-digid")
    expect(meaning).to_be_in_viewport()
    expect(meaning.locator("[lang=uk]").first).to_contain_text("пароль")
    meaning.get_by_role("link").click()
    expect(reader.page.locator("a.hard-word", has_text="DigiD")).to_be_in_viewport()


def test_easy_dutch_is_found_from_the_page_and_leads_back(meet: Meet, screen: Screen) -> None:
    reader = meet("oeverstad", screen)
    reader.go("/nl/themas/geld/")
    reader.page.get_by_role("link", name="Lees dit in makkelijk Nederlands").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "nl-simple")
    expect(reader.page.locator("main")).to_contain_text("Moet u nog betalen?")
    expect(reader.page.locator(".suggestion")).to_have_count(0)
    reader.page.get_by_role("link", name="Lees dit in gewoon Nederlands").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "nl")
    reader.go("/nl/themas/werk/")
    expect(reader.page.get_by_role("link", name="Lees dit in makkelijk Nederlands")).to_have_count(0)
