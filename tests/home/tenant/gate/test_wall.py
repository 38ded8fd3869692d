"""Every address there is, asked by everybody of one library for what is another library's."""

from typing import Any

import pytest

from home.tenant.gate import addresses
from home.tenant.libraries.choices import ADMIN_ROLES, Role
from tests.factories.addresses import BULK, all_addresses
from tests.factories.belongings import STAFF_ROLES, Belongings
from tests.factories.inside import signed_in
from tests.factories.watch import Watch

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files of pictures open when the request that made renditions of them is undone.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def foreign_query(theirs: Belongings) -> dict[str, Any]:
    """Ids of the neighbour in every name that a list of the admin reads from its address."""
    ids = theirs.ids
    return {
        "id": ids["page"],
        "childOf": ids["page"][0],
        "child_of": ids["page"][2],
        "collection_id": ids["collection"][0],
        "parent_page_id": ids["page"][2],
        "descendant_of": ids["page"][2],
        "owner": ids["user"],
        "site": ids["site"],
        "edited_by": ids["user"],
        "user": ids["user"],
        "plein": theirs.world.plein.pk,
        "room": theirs.world.room.pk,
        "library": ids["library"][0],
        "for_explorer": 1,
        "tag": "label",
        "translation_of": ids["page"][0],
    }


def foreign_form(theirs: Belongings) -> dict[str, Any]:
    """Ids of the neighbour, and more power, in every name that a form of the admin reads."""
    ids, world = theirs.ids, theirs.world
    return {
        "title": "x",
        "slug": "x",
        "search_description": "x",
        "name": "x",
        "new_title": "x",
        "new_slug": "x",
        "new_parent_page": ids["page"][2],
        "chooser": ids["page"][2],
        "collection": ids["collection"][0],
        "image-chooser-upload-collection": ids["collection"][0],
        "library": ids["library"][0],
        "plein": world.plein.pk,
        "room": world.room.pk,
        "offer": world.offer.pk,
        "series": world.series.pk,
        "event": world.event.pk,
        "events": [world.event.pk],
        "theme": world.theme.pk,
        "partner": world.partner.pk,
        "key_people": [theirs.inside.person.pk],
        "trajectory": theirs.inside.trajectory.pk,
        "focus_group": theirs.inside.group.pk,
        "picture": theirs.image.pk,
        "image": theirs.image.pk,
        "user": ids["user"][0],
        "users": ids["user"],
        "owner": ids["user"][0],
        "groups": ids["group"],
        "roles": ["network_administrator"],
        "role": "network_administrator",
        "is_superuser": "on",
        "is_staff": "on",
        "languages": ["pl"],
        "codes": ["pl"],
        "value": "x",
        "action": "publish",
        "subject": "x",
        "text": "x {link}",
        "action-publish": "1",
        "include_descendants": "on",
        "email": "x@test.example",
        "first_name": "x",
        "last_name": "x",
        "original_date": "2027-01-04",
        "kind": "cancelled",
        "reason": "illness",
        "weekday": 1,
        "opens": "10:00",
        "closes": "11:00",
        "first_day": "2027-01-04",
        "last_day": "2027-01-05",
        "starts_on": "2027-01-04",
        "body-count": 0,
        "programme-count": 0,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "contacts-TOTAL_FORMS": 0,
        "contacts-INITIAL_FORMS": 0,
        "thanks-TOTAL_FORMS": 0,
        "thanks-INITIAL_FORMS": 0,
        "start_time": "10:00",
        "end_time": "11:00",
        "interval": 1,
        "position": 0,
        "date": "2027-01-04",
    }


@pytest.mark.parametrize("role", ADMIN_ROLES, ids=str)
def test_staff_find_nothing_of_another_library(role: str, ours: Belongings, theirs: Belongings) -> None:
    watch = Watch(signed_in(ours.world, ours.users[role]), theirs)
    form = foreign_form(theirs)
    for address in all_addresses():
        watch.ask(address.fill(theirs.ids, number=1))
        watch.ask(address.fill(theirs.ids), data=form)
    assert watch.faults == []
    assert watch.answers[404] > watch.answers[200]


@pytest.mark.parametrize("role", [Role.COMMUNITY_LIBRARIAN, Role.LIBRARY_ADMINISTRATOR], ids=str)
def test_staff_cannot_reach_out_from_their_own_pages(role: str, ours: Belongings, theirs: Belongings) -> None:
    """Own things in the path, and another library's in the query, the form and the rest of the path."""
    watch = Watch(signed_in(ours.world, ours.users[role]), theirs)
    query, form = foreign_query(theirs), foreign_form(theirs)
    for address in all_addresses():
        own = address.fill(ours.ids)
        if watch.ask(own).status_code in {403, 404}:
            continue
        watch.ask(own, query=query)
        watch.ask(own, data=form)
        if len(address.kinds) > 1:
            mixed = address.fill(ours.ids, theirs.ids)
            watch.ask(mixed)
            watch.ask(mixed, data=form)
    assert watch.faults == []


@pytest.mark.parametrize("role", [role for role in STAFF_ROLES if role not in ADMIN_ROLES], ids=str)
def test_others_find_nothing_of_another_library(role: str, ours: Belongings, theirs: Belongings) -> None:
    watch = Watch(signed_in(ours.world, ours.users[role]), theirs)
    for address in all_addresses():
        answer = watch.ask(address.fill(theirs.ids, number=1))
        if address.route.startswith("admin/"):
            assert answer.status_code in {302, 403} or address.name in addresses.FOR_ALL, address.route
            continue
        watch.ask(address.fill(theirs.ids), data=foreign_form(theirs))
        watch.ask(address.fill(ours.ids), query=foreign_query(theirs))
    assert watch.faults == []


@pytest.mark.parametrize("role", ADMIN_ROLES, ids=str)
def test_staff_do_nothing_in_bulk_at_another_library(role: str, ours: Belongings, theirs: Belongings) -> None:
    watch = Watch(signed_in(ours.world, ours.users[role]), theirs)
    form = foreign_form(theirs)
    for app_label, model_name, action, kind in BULK:
        path = f"/admin/bulk/{app_label}/{model_name}/{action}/"
        for ids in (theirs.ids[kind], [*ours.ids[kind], *theirs.ids[kind]], ["all"]):
            for query in ({"id": ids}, {"id": ids, "childOf": theirs.ids["page"][2]}):
                watch.ask(path, query=query)
                watch.ask(path, query=query, data=form)
    assert watch.faults == []


def test_strangers_find_nothing_of_another_library(ours: Belongings, theirs: Belongings) -> None:
    watch = Watch(ours.world.client(), theirs)
    for address in all_addresses():
        watch.ask(address.fill(theirs.ids, number=1))
        watch.ask(address.fill(theirs.ids), data=foreign_form(theirs))
    assert watch.faults == []


def test_each_address_of_the_admin_was_judged() -> None:
    """What the table of the gate names is there: a row for an address that moved would guard nothing."""
    names = {address.name for address in all_addresses()}
    assert {*addresses.FOR_STAFF, *addresses.FOR_ALL, *addresses.FOR_NOBODY} - names == set()
