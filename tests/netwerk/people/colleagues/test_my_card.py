"""A colleague says herself what others see of her."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from home.tenant.libraries.choices import Role
from netwerk.people.colleagues.models import ColleagueCard
from tests.factories.inside import Inside

URL = "/intranet/wie-is-wie/mijn-gegevens/"


@pytest.fixture
def partner(inside: Inside) -> Client:
    return inside.as_role(Role.PARTNER)


def test_card_is_shown_to_colleagues(partner: Client, inside: Inside) -> None:
    data = {"extension": "123", "present": ["1", "3"], "languages": ["nl", "pl"], "ask_me_about": "Formulieren"}
    response = partner.post(URL, data)
    assert (response.status_code, response.url) == (302, reverse("colleagues:who_is_who"))
    card = ColleagueCard.objects.get()
    assert (card.library, card.present, card.languages) == (inside.world.library, ["1", "3"], ["nl", "pl"])
    page = partner.get(response.url).content.decode()
    assert "Formulieren" in page
    assert "Polski" in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"extension": "1" * 31}, "extension"), ({"languages": ["xx"]}, "languages"), ({"present": ["9"]}, "present")],
    ids=["too-long", "no-language", "no-day"],
)
def test_wrong_input_gets_a_sentence_and_is_kept(partner: Client, wrong: dict[str, Any], field: str) -> None:
    response = partner.post(URL, {"ask_me_about": "Getypt en niet kwijt", **wrong})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    page = response.content.decode()
    assert "Getypt en niet kwijt" in page
    assert 'class="form-error"' in page
    assert not ColleagueCard.objects.exists()


def test_nobody_writes_the_card_of_another(partner: Client, inside: Inside) -> None:
    other = inside.as_role(Role.VOLUNTEER)
    other.post(URL, {"ask_me_about": "Van mij"})
    partner.post(URL, {"ask_me_about": "Van hem"})
    assert sorted(ColleagueCard.objects.values_list("ask_me_about", flat=True)) == ["Van hem", "Van mij"]
