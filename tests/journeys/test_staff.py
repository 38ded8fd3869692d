"""Communication staff in the admin: a page, its translation, and what is changed once and seen in every language."""

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import Reader, Screen

TITLE = "Leesochtend in de duinen"
SUMMARY = "Wij lezen samen een kort verhaal en praten erover."
POLISH_TITLE = "Poranek czytania na wydmach"
POLISH_SUMMARY = "Czytamy razem krótkie opowiadanie i rozmawiamy o nim."


def test_an_event_is_made_published_translated_and_changed_in_one_place(meet: Meet, screen: Screen) -> None:
    editor = meet("oeverstad", screen)
    resident = meet("oeverstad", screen, locale="pl-PL")
    name = f"{TITLE} {screen.width}"
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/")

    slug = makes_the_event(editor, name, editor.portal.day + timedelta(days=21))
    resident.go(f"/nl/activiteiten/{slug}/")
    expect(resident.page.locator("h1")).to_have_text(name)
    expect(resident.page.locator("main")).to_contain_text("11.00 tot 12.30 uur")

    # Nobody translated it yet: Dutch, and a notice in Polish that says so.
    resident.go(f"/pl/activiteiten/{slug}/")
    notice = resident.page.locator(".bar--fallback")
    expect(notice).to_contain_text("Ta strona nie jest jeszcze przetłumaczona")
    assert resident.lang_of(notice.locator("p").first) == ("pl", "ltr")
    assert resident.lang_of(resident.page.locator("h1")) == ("nl", "ltr")
    expect(resident.page.locator("h1")).to_have_text(name)

    begins_the_polish_translation(editor)
    translates(editor, name, f"{POLISH_TITLE} {screen.width}")
    publishes(editor)
    expect(editor.page.locator(".messages")).to_contain_text("1 zin is nog niet vertaald")
    resident.go(f"/pl/activiteiten/{slug}/")
    expect(notice).to_be_visible()

    translates(editor, SUMMARY, POLISH_SUMMARY)
    publishes(editor)
    expect(editor.page.locator(".messages .success, .messages [class*=success]").first).to_be_visible()
    resident.go(f"/pl/activiteiten/{slug}/")
    expect(resident.page.locator("h1")).to_have_text(f"{POLISH_TITLE} {screen.width}")
    expect(resident.page.locator("main")).to_contain_text(POLISH_SUMMARY)
    expect(resident.page.locator("main")).to_contain_text("11:00–12:30")
    assert resident.lang_of(resident.page.locator("h1")) == ("pl", "ltr")
    expect(notice).to_have_count(0)

    opens_the_page(editor, name)
    editor.page.get_by_role("textbox", name="Van*").fill("10:15")
    publishes(editor)
    for language, time in [("nl", "10.15 tot 12.30 uur"), ("pl", "10:15–12:30"), ("bg", "10:15–12:30")]:
        resident.go(f"/{language}/activiteiten/{slug}/")
        expect(resident.page.locator("main")).to_contain_text(time)
        expect(resident.page.locator(".bar--outdated")).to_have_count(0)


def opens_the_page(editor: Reader, title: str) -> None:
    """Find a page by its title from the first screen of the admin."""
    editor.go("/admin/")
    search = editor.page.get_by_role("main").get_by_role("textbox")
    search.fill(title)
    search.press("Enter")
    editor.press(editor.page.get_by_role("main").get_by_role("link", name=title, exact=True).first)
    expect(editor.page.get_by_role("heading", level=1)).to_contain_text(title)


def makes_the_event(editor: Reader, title: str, day: date) -> str:
    """Make an event under the overview and publish it; return the last part of its address."""
    opens_the_page(editor, "Activiteiten")
    if "/edit/" in editor.page.url:
        editor.page.goto(editor.page.url.replace("edit/", ""))
    editor.press(editor.page.get_by_role("link", name="Voeg onderliggende pagina toe").first)
    page = editor.page
    page.wait_for_url("**/add/**")
    # The admin saves of itself while one types, and is told each time what is not filled in yet.
    editor.expected.add((400, editor.path))
    page.get_by_role("textbox", name="Titel*").fill(title)
    page.get_by_role("textbox", name="In één zin").fill(SUMMARY)
    page.get_by_role("textbox", name="Dag*").fill(day.isoformat())
    page.get_by_role("textbox", name="Van*").fill("11:00")
    page.get_by_role("textbox", name="Tot*").fill("12:30")
    page.get_by_role("textbox", name="Andere plek").fill("Strandpaviljoen De Golf")
    # A click elsewhere closes the clock that covers the form; the box itself is ticked by the keyboard, since the
    # panels of the admin may still be unfolding.
    page.get_by_role("textbox", name="Titel*").click()
    box = page.get_by_role("checkbox", name="Pools")
    box.press("Space")
    expect(box).to_be_checked()
    publishes(editor)
    expect(page.locator(".messages")).to_contain_text(title)
    return re.sub(r"\W+", "-", title.lower())


def publishes(editor: Reader) -> None:
    """Unfold the actions at the foot of the form, publish, and wait for the answer."""
    foot = editor.page.locator("footer").last
    button = foot.get_by_role("button", name="Publiceren").or_(foot.get_by_role("button", name="Publiceer"))
    if not button.first.is_visible():
        editor.press(foot.get_by_role("button", name="Meer acties"))
    with editor.page.expect_navigation():
        editor.press(button.first)


def begins_the_polish_translation(editor: Reader) -> None:
    """From the page to the screen of its translations, and on to the sentences."""
    opens_the_page(editor, f"{TITLE} {editor.screen.width}")
    editor.press(editor.page.get_by_role("navigation", name="Actions").get_by_role("button", name="Acties"))
    editor.press(editor.page.get_by_role("link", name="Vertaal", exact=False).first)
    editor.page.get_by_role("checkbox", name="Pools").check()
    editor.press(editor.page.get_by_role("button", name="Haal de zinnen op"))
    expect(sentence(editor, SUMMARY)).to_be_visible()


def sentence(editor: Reader, source: str) -> Locator:
    """The row of the editor of translations that holds a sentence, the innermost of the lists around it."""
    return editor.page.get_by_role("listitem").filter(has=editor.page.get_by_text(source, exact=True)).last


def translates(editor: Reader, source: str, words: str) -> None:
    """Write the translation of one sentence and save it."""
    row = sentence(editor, source)
    editor.press(row.get_by_role("button", name="Vertaal"))
    row.get_by_role("textbox").fill(words)
    editor.press(row.get_by_role("button", name="Opslaan"))
    expect(row.get_by_role("button", name="Bewerk")).to_be_visible()


def test_a_cancelled_session_is_cancelled_in_every_language(meet: Meet, screen: Screen) -> None:
    editor = meet("oeverstad", screen)
    resident = meet("oeverstad", screen)
    weeks = 2 if screen.is_phone else 3
    day = editor.portal.day + timedelta(weeks=weeks)
    monday = day - timedelta(days=day.weekday())
    statuses = resident.page.locator(f"#dag-{monday} article .status")
    resident.go(f"/nl/week/?van={monday}")
    link = resident.page.locator(f"#dag-{monday} article").get_by_role("link", name="Sociaal raadsman").first
    moment = (link.get_attribute("href") or "").removeprefix("/nl/")
    changed = statuses.count()

    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/snippets/plein/change/")
    editor.press(editor.page.get_by_role("link", name="Wijziging toevoegen").first)
    editor.press(editor.page.get_by_role("button", name="Kies reeks"))
    editor.press(editor.page.get_by_role("dialog").get_by_role("link", name="Sociaal raadsman").first)
    editor.page.get_by_role("textbox", name="Dag van de bijeenkomst*").fill(monday.isoformat())
    editor.page.get_by_role("combobox", name="Wat er gebeurt*").select_option(label="gaat niet door")
    editor.page.get_by_role("combobox", name="Reden*").select_option(label="vanwege ziekte")
    with editor.page.expect_navigation():
        editor.press(editor.page.get_by_role("button", name="Opslaan"))
    expect(editor.page.get_by_role("heading", level=1)).to_have_text("Wijzigingen")

    said = {"nl": "Gaat niet door: vanwege ziekte", "pl": "Odwołane: z powodu choroby", "ar": "ملغى: بسبب المرض"}
    for language, words in said.items():
        resident.go(f"/{language}/week/?van={monday}")
        session = resident.page.locator(f"#dag-{monday} article:has(a[href='/{language}/{moment}'])")
        expect(session.locator(".status")).to_have_text(words)
        assert resident.lang_of(session.locator(".status"))[0] == language
        expect(session.locator("s").first).to_be_visible()
        expect(statuses).to_have_count(changed + 1)
