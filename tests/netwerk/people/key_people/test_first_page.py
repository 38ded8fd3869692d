"""Figures about key people on the first page of the intranet, for who works with them."""

from home.persons.services import run_retention
from home.tenant.libraries.choices import Role
from tests.factories.inside import Inside, blocks_of, make_person

BLOCK = "netwerk/people/key_people/first_page.html"


def test_a_librarian_sees_counts_of_her_own_library(inside: Inside, beside: Inside) -> None:
    make_person(inside.world, "Zonder Toestemming")
    run_retention()
    people = blocks_of(inside.as_role(Role.COMMUNITY_LIBRARIAN).get("/intranet/"))[BLOCK]["people"]
    assert (people.in_touch, people.public, people.silent) == (2, 1, 0)
    assert people.last_removal is not None


def test_a_manager_sees_none(inside: Inside) -> None:
    assert BLOCK not in blocks_of(inside.as_role(Role.MANAGER).get("/intranet/"))
