"""Accounts and signing in."""

import pytest
from allauth.account.models import EmailAddress

from home.libraries.choices import Role
from home.users.services import create_user
from tests.factories.world import make_user

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


def test_wagtails_own_door_leads_to_ours(visitor):
    assert visitor.get("/admin/")["Location"].startswith("/accounts/login/")


def test_making_an_account_twice_keeps_the_password(db):
    create_user(email="a@b.example", first_name="A", last_name="B", password="geheim-123")
    user = create_user(email="A@B.example", first_name="An", last_name="B")
    assert (user.first_name, user.check_password("geheim-123")) == ("An", True)
