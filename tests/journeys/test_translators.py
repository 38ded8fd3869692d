"""A volunteer translates an event from a phone, loses the connection halfway, and an editor puts it on the site."""

import re
from datetime import timedelta

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader
from tests.journeys.test_staff import SUMMARY, makes_the_event, opens_the_page, publishes

TITLE = "Nieuwjaar aan de kade"
BULGARIAN = "Нова година на кея"
NEW_SUMMARY = SUMMARY.replace("een kort verhaal", "twee korte verhalen")


def test_volunteer_translates_on_a_phone_and_loses_nothing_when_the_connection_goes(meet: Meet) -> None:
    editor, volunteer = meet("oeverstad", DESKTOP), meet("oeverstad", PHONE, locale="bg-BG")
    resident = meet("oeverstad", PHONE, locale="bg-BG")
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/")
    slug = makes_the_event(editor, TITLE, editor.portal.day + timedelta(days=40))
    link = asks_for(editor)

    volunteer.page.goto(link)
    main = volunteer.page.get_by_role("main")
    volunteer.press(main.get_by_role("button", name="Започнете да превеждате"))
    expect(main.get_by_role("heading", level=1)).to_have_text("Здравейте, Мила")
    assert volunteer.lang_of(main.locator("[data-source]").first) == ("nl", "ltr")
    assert volunteer.page.evaluate("document.documentElement.scrollWidth") <= PHONE.width
    rows = main.locator("[data-sentence]")
    total = rows.count()

    writes(rows.nth(0), BULGARIAN)
    expect(rows.nth(0).locator("[data-state]")).to_have_text("Запазено")

    volunteer.context.set_offline(True)
    writes(rows.nth(1), "Второ изречение")
    expect(rows.nth(1).locator("[data-state]")).to_contain_text("Още не е изпратено")
    kept = "Object.values(localStorage).some((value) => value.includes('Второ изречение'))"
    assert volunteer.page.evaluate(kept)
    volunteer.context.set_offline(False)
    # That the requests failed is what this is about.
    volunteer.problems[:] = [one for one in volunteer.problems if "ERR_INTERNET_DISCONNECTED" not in one]
    expect(rows.nth(1).locator("[data-state]")).to_have_text("Запазено")
    assert not volunteer.page.evaluate(kept)

    for number in range(2, total):
        writes(rows.nth(number), f"Изречение {number + 1}")
        expect(rows.nth(number).locator("[data-state]")).to_have_text("Запазено")
    volunteer.page.reload()
    expect(rows.nth(1).locator("[data-text]")).to_have_value("Второ изречение")
    expect(volunteer.page.locator("[data-progress]")).to_contain_text(f"{total} от {total}")
    volunteer.press(main.get_by_role("button", name="Готово, изпрати"))
    expect(main).to_contain_text("Преводът ви е изпратен")
    expect(main.locator("textarea")).to_have_count(0)
    resident.go(f"/bg/activiteiten/{slug}/")
    expect(resident.page.locator("h1")).to_have_text(TITLE)

    editor.go("/admin/translators/")
    row = editor.page.get_by_role("row").filter(has_text="Мила")
    expect(row).to_contain_text("ingestuurd")
    editor.press(row.get_by_role("link").first)
    editor.press(editor.page.get_by_role("button", name="Zet op de site"))
    expect(editor.page.locator(".messages")).to_contain_text("De vertaling staat op de site")
    resident.go(f"/bg/activiteiten/{slug}/")
    expect(resident.page.locator("h1")).to_have_text(BULGARIAN)
    expect(resident.page.locator(".bar--fallback")).to_have_count(0)

    volunteer.expected.add((410, volunteer.path))
    volunteer.page.reload()
    expect(main).to_contain_text("Този превод е завършен")

    changes_the_source(editor)
    reads_that_it_is_older(resident, slug)
    finds_it_on_the_board(editor)


def asks_for(editor: Reader) -> str:
    """Ask a volunteer for the Bulgarian of a page; return the link that is shown."""
    page = editor.page
    editor.go("/admin/translators/start/")
    page.get_by_role("combobox", name="Taal").select_option(label="Bulgaars")
    page.get_by_role("textbox", name="Voornaam").fill("Мила")
    page.get_by_role("checkbox", name=TITLE).check()
    editor.press(page.get_by_role("button", name="Maak de link"))
    return page.get_by_role("textbox", name="Link").input_value()


def writes(row: Locator, words: str) -> None:
    """Type a sentence and go on."""
    row.locator("[data-text]").fill(words)
    row.locator("[data-text]").blur()


def changes_the_source(editor: Reader) -> None:
    """Change a Dutch sentence in the admin and publish it as any change."""
    opens_the_page(editor, TITLE)
    # What the form said by itself of the last change was a question, and is not ticked here.
    expect(editor.page.get_by_role("checkbox", name="kleine wijziging")).not_to_be_checked()
    editor.page.get_by_role("textbox", name="In één zin").fill(NEW_SUMMARY)
    publishes(editor)
    expect(editor.page.locator(".messages")).to_contain_text(TITLE)


def reads_that_it_is_older(resident: Reader, slug: str) -> None:
    """See on the page that the words are older than the Dutch, and open the Dutch."""
    resident.go(f"/bg/activiteiten/{slug}/")
    bar = resident.page.locator(".bar--outdated")
    expect(bar).to_contain_text("Оригиналният текст е променен")
    assert resident.lang_of(bar.locator("p").first) == ("bg", "ltr")
    expect(resident.page.locator("h1")).to_have_text(BULGARIAN)
    expect(resident.page.locator("main")).not_to_contain_text(NEW_SUMMARY)
    resident.press(bar.get_by_role("link", name="Прочетете най-новия текст"))
    expect(resident.page.locator("html")).to_have_attribute("lang", "nl")
    assert resident.path == f"/nl/activiteiten/{slug}/"
    expect(resident.page.locator("main")).to_contain_text(NEW_SUMMARY)
    expect(bar).to_have_count(0)


def finds_it_on_the_board(editor: Reader) -> None:
    """From the menu to the board of translations, and on to what changed, how much and since when."""
    page = editor.page
    editor.go("/admin/")
    editor.press(page.get_by_role("link", name="Vertalingen", exact=True))
    main = page.get_by_role("main")
    main.get_by_role("textbox", name="Titel").fill(TITLE)
    editor.press(main.get_by_role("button", name="Toon"))
    row = main.get_by_role("row").filter(has_text=TITLE)
    expect(row).to_have_count(1)
    cell = row.locator("td[data-label=Bulgaars]")
    expect(cell.locator(".coverage-state")).to_have_text("verouderd")
    expect(row.locator("td[data-label=Pools] .coverage-state")).to_have_text("ontbreekt")
    editor.press(cell.get_by_role("link"))
    today = editor.portal.day
    expect(main).to_contain_text(re.compile(rf"De tekst in de hoofdtaal veranderde op {today.day} \w+ {today.year}"))
    expect(main).to_contain_text("3 woorden veranderd, in 1 zin.")
    changed = main.locator(".coverage-change tr.is-changed")
    expect(changed).to_have_count(1)
    expect(changed.locator("td").nth(0)).to_have_text(SUMMARY)
    expect(changed.locator("td").nth(1)).to_have_text(NEW_SUMMARY)
    expect(changed.locator("del")).to_have_text(["een", "kort", "verhaal"])
    expect(changed.locator("ins")).to_have_text(["twee", "korte", "verhalen"])
