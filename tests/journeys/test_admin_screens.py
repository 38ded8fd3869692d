"""The screens that the portal adds to the admin, checked by axe-core against WCAG 2.2 A and AA.

Only what stands in the main part is looked at, without the two faults of Wagtail's own forms that it holds: the field
for rich text has no name, and the button that folds the overview of a form away is small.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, PHONE, Reader
from tests.journeys.test_accessibility import OPTIONS
from tests.journeys.test_accessibility import faults as public_faults
from tests.journeys.test_staff import publishes

OURS = {"include": [["#main"]], "exclude": [[".public-DraftEditor-content"], ["#w-minimap-toggle"]]}
HARD = (
    "De gemeentelijke kredietbank verstrekt onder bepaalde voorwaarden saneringskredieten ten behoeve van ingezetenen "
    "die ten gevolge van problematische schuldensituaties niet langer in staat worden geacht zelfstandig hun financiële "
    "verplichtingen overeenkomstig de daartoe gemaakte afspraken na te komen."
)

AXE = Axe()


def faults(reader: Reader) -> list[tuple[str, object]]:
    """What axe finds in the screen, and whether the screen has a name."""
    answer = AXE.run(reader.page, context=OURS, options=OPTIONS)
    found: list[tuple[str, object]] = [
        (rule["id"], [(node["target"], node["failureSummary"]) for node in rule["nodes"]])
        for rule in answer.response["violations"]
    ]
    if reader.page.title().lstrip().startswith("- "):
        found.append(("has no title", reader.page.title()))
    return found


@pytest.mark.parametrize(
    ("role", "paths"),
    [
        (
            "communication",
            [
                "/admin/coverage/",
                "/admin/coverage/lists/",
                "/admin/translators/",
                "/admin/translators/start/",
                "/admin/snippets/home/explainedword/",
                "/admin/snippets/home/explainedword/add/",
                "/admin/snippets/home/glossaryterm/",
                "/admin/snippets/home/glossaryterm/add/",
                "/admin/snippets/plein/series/",
                "/admin/snippets/plein/series/add/",
            ],
        ),
        (
            "library_administrator",
            ["/admin/staff/", "/admin/staff/add/", "/admin/staff/languages/", "/admin/staff/library/"],
        ),
    ],
)
def test_a_screen_that_the_portal_adds_has_no_fault(meet: Meet, role: str, paths: list[str]) -> None:
    reader = meet("oeverstad", DESKTOP)
    reader.log_in(reader.portal.account(role, "oeverstad"), paths[0])
    found = {}
    for path in paths:
        reader.go(path)
        found[path] = faults(reader)
    assert {path: its for path, its in found.items() if its} == {}


def test_the_question_before_publishing_and_what_becomes_outdated_by_it_have_no_fault(meet: Meet) -> None:
    editor, resident = meet("oeverstad", DESKTOP), meet("oeverstad", DESKTOP, locale="pl")
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/")
    opens(editor, "Toegankelijkheid")
    assert faults(editor) == []

    opens(editor, "Privacy")
    editor.expected.add((400, editor.path))
    editor.page.get_by_role("textbox", name="In één zin").fill(HARD * 6)
    publishes(editor)
    expect(editor.page.get_by_role("heading", level=1)).to_contain_text("Deze pagina publiceren?")
    assert faults(editor) == []

    editor.press(editor.page.get_by_role("button", name="Toch publiceren"))
    expect(editor.page.locator(".messages")).to_contain_text("Privacy")
    editor.go("/admin/coverage/?state=outdated")
    editor.press(editor.page.get_by_role("row").filter(has_text="Privacy").get_by_role("link", name="Pools"))
    expect(editor.page.get_by_role("heading", level=1)).to_contain_text("Wat er veranderde")
    assert faults(editor) == []

    resident.go("/pl/privacy/")
    expect(resident.page.locator(".bar--outdated")).to_be_visible()
    assert public_faults(resident) == []


def opens(editor: Reader, title: str) -> None:
    """From the board to the form of a page in the main language."""
    editor.go(f"/admin/coverage/?search={title}")
    editor.press(editor.page.get_by_role("main").get_by_role("link", name=title, exact=True))
    expect(editor.page.get_by_role("textbox", name="In één zin")).to_be_visible()


def test_the_page_of_a_volunteer_and_its_review_have_no_fault(meet: Meet) -> None:
    editor, volunteer = meet("oeverstad", DESKTOP), meet("oeverstad", PHONE, locale="ar")
    editor.log_in(editor.portal.account("communication", "oeverstad"), "/admin/translators/start/")
    page = editor.page
    page.get_by_role("combobox", name="Taal").select_option(label="Arabisch")
    page.get_by_role("textbox", name="Voornaam").fill("Samira")
    page.get_by_role("checkbox", name="Poolse avond").check()
    editor.press(page.get_by_role("button", name="Maak de link"))
    link = page.get_by_role("textbox", name="Link").input_value()
    assert faults(editor) == []

    volunteer.page.goto(link)
    assert public_faults(volunteer) == []
    volunteer.press(volunteer.page.get_by_role("main").get_by_role("button"))
    expect(volunteer.page.locator("[data-sentence]").first).to_be_visible()
    assert public_faults(volunteer) == []

    editor.go("/admin/translators/")
    editor.press(page.get_by_role("row").filter(has_text="Samira").get_by_role("link").first)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert faults(editor) == []

    editor.go("/admin/translators/")
    row = page.get_by_role("row").filter(has_text="Samira")
    row.locator("summary").click()
    assert faults(editor) == []
    editor.press(row.get_by_role("button", name="Ja, trek in"))
    expect(row.get_by_role("button")).to_have_count(0)
    volunteer.expected.add((410, volunteer.path))
    volunteer.page.reload()
    expect(volunteer.page.locator(".job__closed")).to_be_visible()
    assert public_faults(volunteer) == []
