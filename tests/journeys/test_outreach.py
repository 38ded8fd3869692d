"""A community librarian: who welcomes at an event is named only for as long as that person agrees."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import Reader, Screen

EVENT = "Praten bij de koffie"
PEOPLE = "/admin/snippets/netwerk_people/keyperson/"
GROUPS = "/admin/snippets/netwerk_reach/focusgroup/"


def test_a_key_person_is_named_after_consent_and_no_longer_after_withdrawal(meet: Meet, screen: Screen) -> None:
    librarian = meet("oeverstad", screen)
    resident = meet("oeverstad", screen, locale="pl-PL")
    first_name = "Halina" if screen.is_phone else "Bożena"
    name = f"{first_name} T."
    librarian.log_in(librarian.portal.account("community_librarian", "oeverstad"), PEOPLE)

    librarian.press(librarian.page.get_by_role("link", name="Sleutelpersoon toevoegen").first)
    form = librarian.page
    form.get_by_role("textbox", name="Naam*").fill(name)
    form.get_by_role("textbox", name="Gemeenschap*").fill("Ouders op het schoolplein")
    form.get_by_role("textbox", name="Telefoon").fill("06-00000099")
    form.get_by_role("checkbox", name="Pools (Polski)").check()
    form.get_by_role("checkbox", name=EVENT).check()
    saves(librarian, name)
    makes_a_focus_group(librarian, name, f"Gesprek met {first_name}")
    assert welcomers(resident, first_name) == ([], False)

    opens(librarian, name)
    assert form.get_by_role("checkbox", name=EVENT).is_checked()
    form.get_by_role("checkbox", name="voornaam").check()
    form.get_by_role("checkbox", name="talen", exact=True).check()
    form.get_by_role("textbox", name="Voornaam zoals die te zien mag zijn").fill(first_name)
    saves(librarian, name)
    assert welcomers(resident, first_name) == ([(first_name, ["Polski"])], False)

    opens(librarian, name)
    form.get_by_role("checkbox", name="Trek de toestemming in").check()
    saves(librarian, name)
    assert welcomers(resident, first_name) == ([], False)


def saves(librarian: Reader, name: str) -> None:
    """Save the form; the list that follows has the row."""
    with librarian.page.expect_navigation():
        librarian.press(librarian.page.locator("footer").get_by_role("button", name="Opslaan"))
    expect(row(librarian.page, name)).to_be_visible()


def row(page: Page, name: str) -> object:
    """The link of a row in a list of the admin."""
    return page.get_by_role("table").get_by_role("link", name=name, exact=True)


def opens(librarian: Reader, name: str) -> None:
    """From the list of key people to one of them."""
    librarian.go(PEOPLE)
    librarian.press(row(librarian.page, name))
    expect(librarian.page.get_by_role("textbox", name="Naam*")).to_have_value(name)


def makes_a_focus_group(librarian: Reader, person: str, title: str) -> None:
    """Make a focus group with this person, and link it to the event that it leads to."""
    librarian.go(f"{GROUPS}add/")
    form = librarian.page
    form.get_by_role("textbox", name="Titel*").fill(title)
    form.get_by_role("textbox", name="Dag*").fill((librarian.portal.day - timedelta(days=3)).isoformat())
    form.get_by_role("textbox", name="Onderwerpen*").fill("Wat mist u hier?\nWaar wilt u bij helpen?")
    form.get_by_role("checkbox", name=person).check()
    librarian.press(form.get_by_role("button", name="Kies een pagina (Activiteit)"))
    dialog = form.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Zoekterm").fill(EVENT)
    librarian.press(dialog.get_by_role("link", name=EVENT, exact=True))
    expect(dialog).to_be_hidden()
    saves(librarian, title)


def welcomers(resident: Reader, first_name: str) -> tuple[list[tuple[str, list[str]]], bool]:
    """This person among those who welcome on the public page, and whether anything internal of her is on it."""
    resident.go("/pl/activiteiten/praten-bij-de-koffie/")
    found = []
    for person in resident.page.locator(".person").all():
        name = person.locator(".person__name").inner_text()
        if name == first_name:
            found.append((name, person.locator("[lang]").all_inner_texts()))
    html = resident.page.content()
    return found, any(text in html for text in ("06-00000099", " T.", "schoolplein"))
