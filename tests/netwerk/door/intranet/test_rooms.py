"""The rooms in the navigation: who may enter which, and which one is this."""

import re

import pytest
from django.urls import reverse

from home.tenant.libraries.choices import Role
from tests.factories.inside import Inside

LINK = re.compile(r'<a class="rooms-nav__link" href="([^"]+)"(?: aria-current="(\w+)")?>([^<]+)</a>')
FOR_ALL = [
    ("/intranet/", "Vandaag"),
    ("/intranet/week/", "Week"),
    ("/intranet/rooster/", "Rooster"),
    ("/intranet/nieuws/", "Nieuws"),
    ("/intranet/wie-is-wie/", "Wie is wie"),
    ("/intranet/afspraken/", "Afspraken"),
]
TRAJECTORIES = ("/intranet/trajecten/", "Trajecten")


@pytest.mark.parametrize(
    ("role", "rooms"),
    [(Role.PARTNER, FOR_ALL), (Role.COMMUNICATION, FOR_ALL), (Role.MANAGER, [*FOR_ALL, TRAJECTORIES])],
    ids=str,
)
def test_each_role_sees_its_rooms_in_one_order(inside: Inside, role: str, rooms: list[tuple[str, str]]) -> None:
    page = inside.as_role(role).get("/intranet/").content.decode()
    assert [(url, label) for url, _current, label in LINK.findall(page)] == rooms


@pytest.mark.parametrize(
    ("name", "current"),
    [
        ("intranet:start", ("/intranet/", "page")),
        ("intranet:week", ("/intranet/week/", "page")),
        ("roster:colleagues", ("/intranet/rooster/", "true")),
        ("news:news", ("/intranet/nieuws/", "page")),
        ("colleagues:my_card", ("/intranet/wie-is-wie/", "true")),
        ("trajectories:trajectories", ("/intranet/trajecten/", "page")),
    ],
)
def test_the_room_one_is_in_is_marked(inside: Inside, name: str, current: tuple[str, str]) -> None:
    page = inside.as_role(Role.COMMUNITY_LIBRARIAN).get(reverse(name)).content.decode()
    assert [(url, state) for url, state, _label in LINK.findall(page) if state] == [current]
