"""The editor's screens: what stands in them, what is refused, what is sent; and nothing of the neighbour's."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext

from home.mail import kinds
from home.mail.models import MailText, OutboxMessage
from home.mail.selectors import compose
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import grant, switch_on_language
from home.tenant.users.models import User
from home.words.board.selectors import editable_lists
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user
from tests.home.mail.conftest import KEY, keep

pytestmark = pytest.mark.django_db

LIST = "/admin/mail-texts/"
EDIT = f"/admin/mail-texts/{KEY}/pl/"
STANDARD = f"{EDIT}standard/"
TYPED = {"subject": "Temat {name}", "text": "Cześć {name}! {link}"}
LISTS_QUERIES, LIST_QUERIES = 7, 13


def own() -> list[tuple[str, str, str]]:
    return list(MailText.objects.values_list("library__slug", "language", "subject"))


def cell(text: str, key: str, code: str) -> str:
    """What the list says of a mail in a language."""
    found = re.search(rf"<td[^>]*>((?:(?!</td>).)*mail-texts/{key}/{code}/.*?)</td>", text, re.DOTALL)
    return found[1] if found else ""


def test_list_tells_own_standard_and_missing(editor: Client, world: World) -> None:
    switch_on_language(library=world.library, code="fa")
    keep(world)
    text = editor.get(LIST).content.decode()
    found = [re.search(r"icon-(edit|check|plus)", cell(text, KEY, code))[1] for code in ("nl", "pl", "fa")]
    assert found == ["check", "edit", "plus"]
    assert (bool(cell(text, "roster-swap", "nl")), bool(cell(text, "roster-swap", "pl"))) == (True, False)


def test_standard_text_stands_in_the_form_with_its_preview(editor: Client) -> None:
    answer = editor.get(EDIT)
    form, text = answer.context["form"], answer.content.decode()
    assert (form["subject"].value(), "{name}" in form["text"].value()) == ("Tekst do przetłumaczenia: {library}", True)
    assert ("Tekst do przetłumaczenia: Bibliotheek Oever" in text, "Dzień dobry, Oksana," in text) == (True, True)
    assert ('lang="pl"' in text, "{plein}" in text, "Plein Oever" in text) == (True, True, True)


def test_language_without_a_text_starts_from_what_goes_out_now(editor: Client, world: World) -> None:
    switch_on_language(library=world.library, code="fa")
    keep(world, "nl")
    answer = editor.get(f"/admin/mail-texts/{KEY}/fa/")
    assert (answer.context["form"]["subject"].value(), answer.context["preview"].subject) == (
        "Oeverbrief",
        "Oeverbrief",
    )
    assert 'dir="rtl"' in str(answer.context["form"]["text"])


def test_own_text_is_saved_and_shown(editor: Client) -> None:
    answer = editor.post(EDIT, TYPED | {"action": "save"}, follow=True)
    assert (own(), answer.context["form"]["text"].value()) == ([("oever", "pl", "Temat {name}")], TYPED["text"])
    assert answer.context["is_own"] is True


def test_standard_text_saved_as_it_stands_is_not_kept(editor: Client) -> None:
    form = editor.get(EDIT).context["form"]
    editor.post(EDIT, {"subject": form["subject"].value(), "text": form["text"].value(), "action": "save"})
    assert own() == []


@pytest.mark.parametrize("action", ["save", "preview", "test"])
def test_wrong_text_is_refused_beside_its_field_and_kept_on_the_screen(
    action: str, editor: Client, world: World
) -> None:
    keep(world)
    answer = editor.post(EDIT, {"subject": "Temat", "text": "Cześć {imię}!", "action": action})
    form = answer.context["form"]
    assert (answer.status_code, form["text"].value(), list(form.errors), len(form.errors["text"])) == (
        200,
        "Cześć {imię}!",
        ["text"],
        2,
    )
    assert (own(), OutboxMessage.objects.exists()) == ([("oever", "pl", "Oeverbrief")], False)


def test_empty_text_is_refused(editor: Client) -> None:
    answer = editor.post(EDIT, {"subject": "", "text": " ", "action": "save"})
    assert (sorted(answer.context["form"].errors), own()) == (["subject", "text"], [])


def test_preview_shows_what_was_typed_and_saves_nothing(editor: Client) -> None:
    answer = editor.post(EDIT, TYPED | {"action": "preview"})
    assert (answer.context["preview"].subject, answer.context["preview"].text) == (
        "Temat Oksana",
        "Cześć Oksana! https://www.example.org/nl/vertalen/abc/",
    )
    assert (own(), answer.context["form"]["text"].value()) == ([], TYPED["text"])


def test_preview_shows_mark_up_as_text(editor: Client) -> None:
    text = editor.post(EDIT, TYPED | {"subject": "<script>x</script>", "action": "preview"}).content.decode()
    assert ("<script>x</script>" in text, "&lt;script&gt;x&lt;/script&gt;" in text) == (False, True)


def test_test_mail_goes_to_oneself_with_what_was_typed(
    editor: Client, user: User, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(EDIT, TYPED | {"action": "test", "recipient": "iemand@x.example"})
    assert [(one.to, one.subject, one.body.split("!")[0]) for one in mail.outbox] == [
        ([user.email], "Temat Oksana", "Cześć Oksana")
    ]
    assert (own(), answer.context["form"]["text"].value()) == ([], TYPED["text"])


def test_back_to_the_standard_asks_first(editor: Client, world: World) -> None:
    keep(world)
    asked = editor.get(STANDARD).content.decode()
    assert ("Oeverbrief" in asked, "Tekst do przetłumaczenia" in asked, own()) == (
        True,
        True,
        [("oever", "pl", "Oeverbrief")],
    )
    assert (editor.post(STANDARD).status_code, own()) == (302, [])
    assert editor.get(STANDARD).status_code == 302


@pytest.mark.parametrize(
    "path", ["/admin/mail-texts/niets/pl/", f"/admin/mail-texts/{KEY}/xx/", f"/admin/mail-texts/{KEY}/bg/"]
)
def test_unknown_mail_or_language_is_not_there(path: str, editor: Client) -> None:
    assert [editor.get(path).status_code, editor.post(path, TYPED | {"action": "save"}).status_code] == [404, 404]


def test_mail_for_colleagues_has_no_text_in_another_language(editor: Client) -> None:
    answers = [editor.get(f"/admin/mail-texts/roster-swap/{code}/").status_code for code in ("nl", "pl")]
    assert answers == [200, 404]


def test_texts_of_the_neighbour_are_neither_shown_nor_changed(editor: Client, world: World, neighbour: World) -> None:
    keep(neighbour)
    keep(neighbour, "nl")
    foreign = f"?library={neighbour.library.pk}"
    gets = [editor.get(f"{path}{foreign}").status_code for path in (LIST, EDIT, STANDARD)]
    posts = [
        editor.post(f"{EDIT}{foreign}", TYPED | {"action": one}).status_code for one in ("save", "preview", "test")
    ]
    assert (gets, [*posts, editor.post(f"{STANDARD}{foreign}").status_code]) == ([404] * 3, [404] * 4)
    text = "".join(editor.get(path).content.decode() for path in (LIST, EDIT))
    assert ("Vest" in text, "icon-edit" in cell(text, KEY, "pl")) == (False, False)
    # Her own address with the neighbour named in the form: it is her own library that is changed.
    editor.post(EDIT, TYPED | {"action": "save", "library": neighbour.library.pk})
    editor.post(STANDARD, {"library": neighbour.library.pk})
    assert sorted(own()) == [("vest", "nl", "Vestbrief"), ("vest", "pl", "Vestbrief")]
    assert not OutboxMessage.objects.exists()


def test_who_works_at_two_libraries_changes_the_one_she_asked_for(
    editor: Client, user: User, world: World, neighbour: World
) -> None:
    grant(user=user, role=Role.LIBRARY_ADMINISTRATOR, library=neighbour.library)
    client = signed_in(world, User.objects.get(pk=user.pk))
    client.post(f"{EDIT}?library={neighbour.library.pk}", TYPED | {"action": "save"})
    assert own() == [("vest", "pl", "Temat {name}")]


@pytest.mark.parametrize(
    ("role", "status"),
    [(role, 200) for role in (Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR)]
    + [(role, 404) for role in (Role.COMMUNITY_LIBRARIAN, Role.IDO_COORDINATOR)]
    + [(role, 403) for role in (Role.PLEIN_WORKER, Role.MANAGER, Role.PARTNER, Role.VOLUNTEER)],
)
def test_only_communication_staff_and_administrators_write(role: str, status: int, world: World) -> None:
    client = signed_in(world, make_user(role, world.library))
    answers = {client.get(path).status_code for path in (LIST, EDIT)}
    client.post(EDIT, TYPED | {"action": "save"})
    assert (answers, bool(own())) == ({status}, status == 200)


def test_menu_leads_there_for_who_may(editor: Client, world: World) -> None:
    other = signed_in(world, make_user(Role.IDO_COORDINATOR, world.library))
    assert [LIST in one.get("/admin/").content.decode() for one in (editor, other)] == [True, False]


def test_board_tells_each_mail_by_language(editor: Client, world: World, neighbour: World) -> None:
    switch_on_language(library=world.library, code="fa")
    switch_on_language(library=world.library, code="bg")
    keep(neighbour, "fa")
    keep(world, "bg")
    user = make_user(Role.LIBRARY_ADMINISTRATOR, world.library)
    library = Library.objects.get(pk=world.library.pk)
    rows = {row.title: row for row in editable_lists(library, user) if row.kind == gettext("Mail texts")}
    entries = rows[str(kinds.get(KEY).label)].entries
    assert {code: one.is_there for code, one in entries.items()} == {"nl": True, "pl": True, "bg": True, "fa": False}
    assert entries["bg"].text != entries["pl"].text
    assert entries["fa"].url == f"/admin/mail-texts/{KEY}/fa/?library={library.pk}"
    assert list(rows[str(kinds.get("roster-swap").label)].entries) == ["nl"]
    assert len(rows) == len(kinds.all_mails())


def test_board_offers_no_address_to_who_may_not_write(world: World) -> None:
    client = signed_in(world, make_user(Role.COMMUNITY_LIBRARIAN, world.library))
    text = client.get("/admin/coverage/lists/").content.decode()
    assert (str(kinds.get(KEY).label) in text, "/mail-texts/" in text) == (True, False)


def test_every_address_of_the_board_opens(editor: Client, user: User, world: World) -> None:
    urls = [one.url for row in editable_lists(world.library, user) for one in row.entries.values() if "mail" in one.url]
    assert (len(urls) > 10, {editor.get(url).status_code for url in urls}) == (True, {200})


def add_mails(count: int, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many more languages, and more mails, each with texts of one's own."""
    for number in range(count):
        more = replace(kinds.get(KEY), key=f"meer-{number}", label=f"Meer {number}")
        monkeypatch.setitem(kinds._mails, more.key, more)
    for code in ("bg", "tr", "fa")[:count]:
        switch_on_language(library=world.library, code=code)
        for key in (KEY, "meer-0", "meer-1"):
            keep(world, code, key=key)


@pytest.mark.parametrize("count", [0, 3], ids=["few", "many"])
def test_board_takes_the_same_queries_for_any_number_of_mails_and_languages(
    count: int, world: World, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_mails(count, world, monkeypatch)
    library = Library.objects.get(pk=world.library.pk)
    user = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as queries:
        rows = editable_lists(library, user)
    mails = [row for row in rows if row.kind == gettext("Mail texts")]
    assert (len(mails), len(queries)) == (10 + count, LISTS_QUERIES)


@pytest.mark.parametrize("count", [0, 3], ids=["few", "many"])
def test_list_takes_the_same_queries_for_any_number_of_mails_and_languages(
    count: int, world: World, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_mails(count, world, monkeypatch)
    editor.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        answer = editor.get(LIST)
    assert (len(answer.context["rows"]), len(queries)) == (10 + count, LIST_QUERIES)


ADDRESS = "manager-oever@test.example"
RESET = "account-password-reset"
RESET_TEXT = (
    r"Hallo van oever\.test!\n\nU krijgt deze mail omdat iemand een nieuw wachtwoord vroeg voor uw account\.\n"
    r"Was u dat niet\? Dan hoeft u niets te doen\. Was u het wel\? Kies dan een nieuw wachtwoord met deze link\.\n\n"
    r"(http://oever\.test/accounts/password/reset/key/\S+/)\n\n"
    r"Bedankt voor het gebruiken van oever\.test!\noever\.test"
)


@pytest.fixture
def ask_for_a_password(world: World, django_capture_on_commit_callbacks: Any) -> Callable[[], Any]:
    """Lets somebody forget the password; gives the mail that she gets."""

    def ask() -> Any:
        make_user(Role.MANAGER, world.library)
        with django_capture_on_commit_callbacks(execute=True):
            world.client().post(reverse("account_reset_password"), {"email": ADDRESS})
        return mail.outbox[-1]

    return ask


def test_mail_about_an_account_is_that_of_the_package(
    world: World, neighbour: World, ask_for_a_password: Callable[[], Any]
) -> None:
    keep(neighbour, "nl", key=RESET, subject="Vestbrief", text="Vest {link}")
    sent = ask_for_a_password()
    found = re.fullmatch(RESET_TEXT, sent.body)
    assert (sent.subject, bool(found)) == ("Nieuw wachtwoord", True)
    assert world.client().get(found[1].removeprefix("http://oever.test"), follow=True).status_code == 200
    # What the editor is shown as the standard text is what went out.
    values = {"link": found[1], "site_name": "oever.test", "site_domain": "oever.test"}
    letter = compose(library=world.library, language="nl", key=RESET, values=lambda _code: values)
    assert (letter.subject, letter.text) == (sent.subject, sent.body)


def test_mail_about_an_account_has_own_words_at_the_librarys_address(
    world: World, ask_for_a_password: Callable[[], Any]
) -> None:
    keep(world, "nl", key=RESET, subject="Uw account", text="Dag,\n\n{link}\n\n{site_domain}")
    sent = ask_for_a_password()
    assert (sent.subject, sent.to) == ("Uw account", [ADDRESS])
    assert re.fullmatch(r"Dag,\n\nhttp://oever\.test/accounts/\S+\n\noever\.test", sent.body)
    # A link that opens an account is kept nowhere.
    kept = repr(list(OutboxMessage.objects.values()))
    assert ("password-reset" in kept, "/accounts/" in kept) == (True, False)
