"""Each form that a stranger can post has a limit, and every address that takes her post is known."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client, TestCase

from home.limits import adapters, forms
from home.limits.registry import Limit
from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from tests.factories.addresses import Address, all_addresses
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db

LOGIN, RESET = "/accounts/login/", "/accounts/password/reset/"
WAIT = "Dit is te vaak geprobeerd. Wacht 1 minuut"
# What a stranger can post, with the limit that is behind it.
LIMITED = {
    "accounts/login/",
    "accounts/password/reset/",
    "accounts/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
    "nl/antwoord/invallen/<str:token>/",
    "nl/antwoord/ruilen/<str:token>/",
    "nl/vertalen/<str:token>/",
    "nl/vertalen/<str:token>/zin/<int:sentence>/",
}
# What a post does nothing at.
NOTHING_TO_GUESS = {
    "accounts/^confirm-email/(?P<key>[-:\\w]+)/$",  # no such mail is sent
    "accounts/email/",  # leads elsewhere
    "accounts/logout/",
    "accounts/signup/",  # closed
    "documents/authenticate_with_password/<int:restriction_id>/",  # shared passwords are off
}
# Pages and files that only read, whatever the method.
READ_ONLY = {
    "",
    "nl/druk/",
    "nl/druk/folder.pdf",
    "nl/druk/poster.pdf",
    "nl/kalender/",
    "nl/kalender/<uuid:uid>.ics",
    "nl/kalender/aanbod/<int:page_id>.ics",
    "nl/kalender/partner/<int:page_id>.ics",
    "nl/kalender/plein/<int:page_id>.ics",
    "nl/kalender/thema/<int:page_id>.ics",
    "nl/moment/<uuid:uid>/<str:moment>/",
    "nl/moment/<uuid:uid>/<str:moment>/qr.svg",
    "nl/vinden/",
    "nl/w/",
    "nl/w/<slug:slug>/",
    "nl/zoeken/",
    "robots.txt",
    "sitemap.xml",
}


@pytest.fixture
def person(world: World) -> User:
    return make_user(Role.MANAGER, world.library)


def guess(client: Client, email: str, password: str = "fout", **more: Any) -> str:
    return client.post(LOGIN, {"login": email, "password": password}, **more).content.decode()


def lower(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, free: int) -> None:
    limit: Limit = getattr(module, name)
    monkeypatch.setattr(module, name, replace(limit, free=free))


def test_guessing_a_password_has_to_wait_in_a_sentence_with_what_was_typed(person: User, visitor: Client) -> None:
    texts = [guess(visitor, person.email) for _number in range(6)]
    assert [WAIT in text for text in texts] == [False] * 5 + [True]
    assert f'value="{person.email}"' in texts[-1]


def test_who_waits_is_not_let_in_by_the_right_password_nor_by_an_empty_cache(person: User, visitor: Client) -> None:
    for _number in range(5):
        guess(visitor, person.email)
    cache.clear()
    assert WAIT in guess(visitor, person.email, "geheim-123")
    assert "_auth_user_id" not in visitor.session


def test_owner_signs_in_while_a_stranger_elsewhere_guesses(person: User, visitor: Client) -> None:
    for _number in range(9):
        guess(visitor, person.email, REMOTE_ADDR="198.51.100.1")
    guess(visitor, person.email, "geheim-123")
    assert visitor.session["_auth_user_id"] == str(person.pk)


def test_signing_in_forgets_the_mistakes_before_it(person: User, world: World) -> None:
    for _number in range(2):
        client = world.client()
        texts = [guess(client, person.email) for _number in range(4)]
        guess(client, person.email, "geheim-123")
        assert (any(WAIT in text for text in texts), "_auth_user_id" in client.session) == (False, True)


def test_guessing_many_passwords_from_one_network_has_to_wait(
    world: World, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(monkeypatch, adapters, "FROM_NETWORK", 3)
    texts = [guess(visitor, f"iemand-{number}@test.example") for number in range(4)]
    assert [WAIT in text for text in texts] == [False, False, False, True]


def test_own_password_does_not_clear_the_guesses_at_those_of_others(
    person: User, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(monkeypatch, adapters, "FROM_NETWORK", 3)
    guess(world.client(), "een@test.example")
    guess(world.client(), person.email, "geheim-123")
    texts = [guess(world.client(), f"iemand-{number}@test.example") for number in range(3)]
    assert [WAIT in text for text in texts] == [False, False, True]


@pytest.mark.parametrize("email", ["manager-oever@test.example", "vreemde@test.example"])
def test_links_for_a_new_password_are_few_whether_the_account_exists_or_not(
    email: str, person: User, visitor: Client
) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        answers = [visitor.post(RESET, {"email": email}) for _number in range(4)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert (WAIT in answers[-1].content.decode(), f'value="{email}"' in answers[-1].content.decode()) == (True, True)
    assert len(mail.outbox) == (3 if email == person.email else 0)


def test_choosing_passwords_with_links_has_to_wait(
    person: User, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(monkeypatch, forms, "NEW_PASSWORD", 1)
    with TestCase.captureOnCommitCallbacks(execute=True):
        visitor.post(RESET, {"email": person.email})
    path = re.search(r"/accounts/password/reset/key/\S+/", mail.outbox[0].body)[0]
    form = visitor.get(path)["Location"]
    texts = [visitor.post(form, {"password1": "a", "password2": "b"}).content.decode() for _number in range(2)]
    assert [WAIT in text for text in texts] == [False, True]


def test_links_to_many_addresses_from_one_network_have_to_wait(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lower(monkeypatch, forms, "RESETS", 2)
    answers = [visitor.post(RESET, {"email": f"iemand-{number}@test.example"}) for number in range(3)]
    assert [WAIT in answer.content.decode() for answer in answers] == [False, False, True]


def test_new_password_ends_the_waiting(person: User, visitor: Client, world: World) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        visitor.post(RESET, {"email": person.email})
    for _number in range(6):
        guess(visitor, person.email)
    path = re.search(r"/accounts/password/reset/key/\S+/", mail.outbox[0].body)[0]
    form = visitor.get(path)["Location"]
    answer = visitor.post(form, {"password1": "Kers-en-boom-7", "password2": "Kers-en-boom-7"})
    guess(other := world.client(), person.email, "Kers-en-boom-7")
    assert (answer.status_code, other.session["_auth_user_id"]) == (302, str(person.pk))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("/accounts/reauthenticate/", {"password": "fout"}),
        ("/accounts/password/change/", {"oldpassword": "fout", "password1": "Kers-7-boom", "password2": "Kers-7-boom"}),
    ],
)
def test_password_of_who_is_signed_in_is_guessed_no_oftener(
    path: str, wrong: dict[str, str], person: User, visitor: Client
) -> None:
    visitor.force_login(person)
    texts = [visitor.post(path, wrong).content.decode() for _number in range(6)]
    assert [WAIT in text for text in texts] == [False] * 5 + [True]


def test_figures_of_the_app_are_guessed_no_oftener(person: User, visitor: Client) -> None:
    visitor.force_login(person)
    visitor.post("/accounts/reauthenticate/", {"password": "geheim-123"})
    visitor.get("/accounts/2fa/totp/activate/")
    texts = [visitor.post("/accounts/2fa/totp/activate/", {"code": "000000"}).content.decode() for _number in range(6)]
    assert [WAIT in text for text in texts] == [False] * 5 + [True]


def test_every_form_that_a_stranger_can_post_is_known(visitor: Client) -> None:
    """An address that is new here needs a limit, or a reason why it does without."""
    taken = {address.route for address in all_addresses() if is_posted(visitor, address)}
    assert taken == LIMITED | NOTHING_TO_GUESS | READ_ONLY


def is_posted(visitor: Client, address: Address) -> bool:
    """Whether an address does anything with a stranger's post but refuse it or send her to the door."""
    if address.route.startswith(("admin/", "intranet/")):
        return False
    answer = visitor.post(address.path(dict.fromkeys(address.kinds, 1)))
    to_door = answer.status_code == 302 and answer["Location"].startswith(LOGIN)
    return not to_door and answer.status_code != 405
