"""Who works here, and who is in today."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from home.tenant.libraries.choices import Role
from netwerk.people.colleagues.selectors import colleagues_of
from netwerk.people.colleagues.services import save_card
from tests.factories.inside import Inside, blocks_of
from tests.factories.world import make_user


def test_who_is_in_today(inside: Inside) -> None:
    world, today = inside.world, timezone.localdate()
    here, away = make_user(Role.PARTNER, world.library, name="Hier"), make_user(Role.PARTNER, world.library, name="Weg")
    save_card(library=world.library, user=here, present=[str(today.weekday())], partner=world.partner)
    save_card(library=world.library, user=away, present=[str((today.weekday() + 1) % 7)])
    found = {person.name: person for person in colleagues_of(world.library, today=today)}
    assert (found["Hier Test"].is_in_today, found["Weg Test"].is_in_today) == (True, False)
    assert found["Hier Test"].partner == "Oever raadslieden"


def test_who_is_who_knows_nobody_of_the_neighbour(inside: Inside, beside: Inside) -> None:
    make_user(Role.PARTNER, beside.world.library, name="Vestpersoon")
    names = {person.name for person in colleagues_of(inside.world.library, today=timezone.localdate())}
    page = inside.as_role(Role.PARTNER).get(reverse("colleagues:who_is_who")).content.decode()
    assert names == set()
    assert "partner-oever Test" in page
    assert "Vestpersoon" not in page


def test_first_page_names_who_is_in_and_counts_all(inside: Inside, beside: Inside) -> None:
    world, today = inside.world, timezone.localdate()
    here = make_user(Role.PARTNER, world.library, name="Hier")
    save_card(library=world.library, user=here, present=[str(today.weekday())])
    there = make_user(Role.PARTNER, beside.world.library, name="Vestpersoon")
    save_card(library=beside.world.library, user=there, present=[str(today.weekday())])
    block = blocks_of(inside.as_role(Role.VOLUNTEER).get("/intranet/"))["netwerk/people/colleagues/first_page.html"]
    assert ([person.name for person in block["present"]], block["count"]) == (["Hier Test"], 2)


def test_list_takes_the_same_queries_for_1_and_30(inside: Inside, django_assert_num_queries: Any) -> None:
    partner = inside.as_role(Role.PARTNER)
    url = reverse("colleagues:who_is_who")
    with django_assert_num_queries(6):
        partner.get(url)
    for number in range(30):
        user = make_user(Role.VOLUNTEER, inside.world.library, name=f"vrijwilliger-{number}")
        save_card(library=inside.world.library, user=user, present=["0", "6"], languages=["nl"])
    with django_assert_num_queries(6):
        assert partner.get(url).status_code == 200
