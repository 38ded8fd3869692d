"""Signing in, in the look of the library."""

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from home.tenant.libraries.choices import Role
from tests.factories.inside import Inside
from tests.factories.world import make_user


def test_password_leads_to_the_intranet(inside: Inside) -> None:
    user = make_user(Role.PARTNER, inside.world.library)
    client = inside.world.client()
    response = client.post("/accounts/login/", {"login": user.email.upper(), "password": "geheim-123"})
    assert (response.status_code, response.url) == (302, "/intranet/")
    assert client.get("/intranet/").status_code == 200


def test_next_leads_to_what_was_asked(inside: Inside) -> None:
    user = make_user(Role.PARTNER, inside.world.library)
    url = reverse("agreements:agreement_file", args=[inside.agreement.uuid])
    client = inside.world.client()
    response = client.post(f"/accounts/login/?next={url}", {"login": user.email, "password": "geheim-123"})
    assert response.url == url


def test_wrong_password_keeps_the_address_and_says_so(inside: Inside) -> None:
    user = make_user(Role.PARTNER, inside.world.library)
    response = inside.world.client().post("/accounts/login/", {"login": user.email, "password": "fout"})
    page = response.content.decode()
    assert response.status_code == 200
    assert user.email in page
    assert 'class="form-error"' in page


def test_signing_out_closes_the_intranet(inside: Inside) -> None:
    client = inside.as_role(Role.PARTNER)
    client.post(reverse("account_logout"))
    assert client.get("/intranet/").status_code == 302


def test_the_admin_sends_to_the_same_sign_in(inside: Inside) -> None:
    response = inside.world.client().get("/admin/")
    assert (response.status_code, response.url) == (302, "/accounts/login/?next=/admin/")


def test_forgotten_password_sends_a_link_and_tells_a_stranger_nothing(
    inside: Inside, django_capture_on_commit_callbacks: Any
) -> None:
    user = make_user(Role.PARTNER, inside.world.library)
    client = inside.world.client()
    url = reverse("account_reset_password")
    with django_capture_on_commit_callbacks(execute=True):
        known, unknown = (client.post(url, {"email": email}) for email in (user.email, "niemand@test.example"))
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert "/accounts/password/reset/key/" in next(row.body for row in mail.outbox if row.to == [user.email])


@pytest.mark.parametrize(
    "name",
    ["account_login", "account_signup", "account_reset_password", "account_reset_password_done", "account_inactive"],
)
def test_pages_for_strangers_wear_the_house_style(inside: Inside, name: str) -> None:
    page = inside.world.client().get(reverse(name)).content.decode()
    assert "Plein Oever" in page
    assert "theme-river.css" in page
    assert "<style" not in page


@pytest.mark.parametrize("name", ["account_change_password", "account_email", "mfa_index", "account_logout"])
def test_pages_of_the_account_wear_the_house_style(inside: Inside, name: str) -> None:
    page = inside.as_role(Role.PARTNER).get(reverse(name), follow=True).content.decode()
    assert "Plein Oever" in page
    assert 'class="entrance__card"' in page
