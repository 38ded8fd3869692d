"""The admin's menu of people and outreach, which each floor fills."""

import re

import pytest

from home.tenant.libraries.choices import Role
from tests.factories.inside import Inside

LINK = re.compile(r'"url": "/admin/snippets/netwerk_\w+?/(\w+)/"')
# Agreements have a place of their own, below the menu.
WORK = ["keyperson", "focusgroup", "trajectory", "worker", "turn", "agreement"]


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.COMMUNITY_LIBRARIAN, WORK),
        (Role.COMMUNICATION, WORK[3:]),
        (Role.LIBRARY_ADMINISTRATOR, WORK[5:]),
    ],
    ids=str,
)
def test_menu_stands_in_the_order_of_the_work(inside: Inside, role: str, names: list[str]) -> None:
    page = inside.as_role(role).get("/admin/", follow=True).content.decode()
    assert LINK.findall(page) == names
    assert ('"name": "outreach"' in page) is (names != WORK[5:])
