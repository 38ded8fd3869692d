"""Accounts and signing in."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.utils import translation

from home.tenant.libraries.choices import Role
from home.tenant.users.services import create_user
from home.tenant.users.sign_in_words import REWORDED
from tests.factories.addresses import all_addresses
from tests.factories.world import make_user

CASUAL = re.compile(r"\b(?:je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)

pytestmark = pytest.mark.django_db


def test_nobody_signs_up(visitor):
    answer = visitor.post(
        "/accounts/signup/", {"email": "x@x.example", "password1": "geheim-123", "password2": "geheim-123"}
    )
    assert not EmailAddress.objects.exists()
    assert "_auth_user_id" not in visitor.session
    assert answer.status_code == 200


@pytest.mark.parametrize("typed", ["manager-oever@test.example", "Manager-Oever@TEST.example"])
def test_signing_in_with_the_email_address_in_any_capitals(world, visitor, typed):
    user = make_user(Role.MANAGER, world.library)
    visitor.post("/accounts/login/", {"login": typed, "password": "geheim-123"})
    assert visitor.session["_auth_user_id"] == str(user.pk)


def test_a_wrong_password_signs_nobody_in(world, visitor):
    make_user(Role.MANAGER, world.library)
    visitor.post("/accounts/login/", {"login": "manager-oever@test.example", "password": "anders"})
    assert "_auth_user_id" not in visitor.session


def test_a_forgotten_password_is_mailed_to_who_has_an_account_and_to_nobody_else(
    world, visitor, mailoutbox, django_capture_on_commit_callbacks
):
    make_user(Role.MANAGER, world.library)
    seen = []
    for address in ("vreemde@test.example", "manager-oever@test.example"):
        with django_capture_on_commit_callbacks(execute=True):
            answer = visitor.post("/accounts/password/reset/", {"email": address}, follow=True)
        seen.append((answer.status_code, answer.request["PATH_INFO"]))
    assert [mail.to for mail in mailoutbox] == [["manager-oever@test.example"]]
    assert seen[0] == seen[1]


def test_wagtails_own_door_leads_to_ours(visitor):
    assert visitor.get("/admin/")["Location"].startswith("/accounts/login/")


def test_making_an_account_twice_keeps_the_password(db):
    create_user(email="a@b.example", first_name="A", last_name="B", password="geheim-123")
    user = create_user(email="A@B.example", first_name="An", last_name="B")
    assert (user.first_name, user.check_password("geheim-123")) == ("An", True)


@pytest.mark.parametrize("sentence", REWORDED)
def test_the_sign_in_package_says_u(sentence):
    with translation.override("nl"):
        dutch = translation.gettext(sentence)
    assert (dutch != sentence, CASUAL.findall(dutch)) == (True, [])


def test_no_page_about_an_account_says_je(world, visitor):
    user = make_user(Role.MANAGER, world.library)
    visitor.post("/accounts/login/", {"login": user.email, "password": "geheim-123"})
    visitor.post("/accounts/reauthenticate/", {"password": "geheim-123"})
    pages = {
        address.route: visitor.get(address.path({}))
        for address in all_addresses()
        if address.name.startswith(("account_", "mfa_")) and not address.kinds and "key" not in address.route
    }
    assert [pages[f"accounts/{name}/"].status_code for name in ("reauthenticate", "2fa/totp/activate")] == [200, 200]
    assert {route: found for route, page in pages.items() if (found := CASUAL.findall(page.content.decode()))} == {}
