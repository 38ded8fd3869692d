"""The admin's menu of people and outreach, which each floor fills."""

import pytest
from wagtail.admin.menu import admin_menu

from home.tenant.libraries.choices import Role
from tests.factories.inside import Inside
from tests.factories.world import make_user

WORK = ["keyperson", "focusgroup", "trajectory", "worker", "turn"]


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.COMMUNITY_LIBRARIAN, WORK),
        (Role.COMMUNICATION, WORK[3:]),
        (Role.LIBRARY_ADMINISTRATOR, []),
    ],
    ids=str,
)
def test_menu_stands_in_the_order_of_the_work(inside: Inside, rf: object, role: str, names: list[str]) -> None:
    request = rf.get("/admin/", HTTP_HOST=inside.world.host)
    request.user = make_user(role, inside.world.library)
    found = [item for item in admin_menu.menu_items_for_request(request) if item.name == "outreach"]
    shown = [item for menu in found for item in menu.menu.menu_items_for_request(request)]
    assert [item.url.split("/")[-2] for item in sorted(shown, key=lambda item: item.order)] == names
