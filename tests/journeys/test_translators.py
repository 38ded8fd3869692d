"""A volunteer translates an event from a phone, loses the connection halfway, and an editor puts it on the site."""

from datetime import timedelta

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader
from tests.journeys.test_staff import makes_the_event

TITLE = "Nieuwjaar aan de kade"
BULGARIAN = "Нова година на кея"


def test_volunteer_translates_on_a_phone_and_loses_nothing_when_the_connection_goes(meet: Meet) -> None:
    editor, volunteer = meet("oeverstad", DESKTOP), meet("oeverstad", PHONE, locale="bg-BG")
    resident = meet("oeverstad", PHONE, locale="bg-BG")
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/")
    slug = makes_the_event(editor, TITLE, editor.portal.day + timedelta(days=40))
    link = asks_for(editor)

    volunteer.page.goto(link)
    main = volunteer.page.get_by_role("main")
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
