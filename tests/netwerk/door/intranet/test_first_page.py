"""The first page is today: what each feature brings to it, in one order, and at a cost that does not grow."""

from datetime import time
from typing import Any

from django.utils import timezone

from home.tenant.libraries.choices import Role
from netwerk.people.colleagues.services import save_card
from netwerk.people.workers.services import save_worker
from plein.programme.timetable.services import save_series
from tests.factories.inside import Inside, blocks_of, make_agreement, make_news, make_person, make_stuck, signed_in
from tests.factories.world import add_series, make_user

MAIN = [
    "netwerk/door/intranet/to_do.html",
    "netwerk/floor/roster/mine_today.html",
    "netwerk/door/intranet/today.html",
    "netwerk/reach/trajectories/first_page.html",
    "netwerk/door/intranet/coming_days.html",
]
ASIDE = [
    "netwerk/floor/roster/today.html",
    "netwerk/people/colleagues/first_page.html",
    "netwerk/floor/news/first_page.html",
    "netwerk/people/key_people/first_page.html",
    "netwerk/floor/agreements/first_page.html",
    "netwerk/door/intranet/talking_picture.html",
]
# What a partner who holds no session does not see.
NOT_FOR_A_PARTNER = {MAIN[1], MAIN[3], ASIDE[3]}


def test_blocks_stand_in_the_order_of_the_day(inside: Inside) -> None:
    librarian = make_user(Role.COMMUNITY_LIBRARIAN, inside.world.library)
    save_worker(library=inside.world.library, uuid="0e5a2f0e-0000-4000-8000-000000000002", name="Oever", user=librarian)
    context = signed_in(inside.world, librarian).get("/intranet/").context
    assert [block.template for block in context["blocks"]] == MAIN
    assert [block.template for block in context["blocks_aside"]] == ASIDE


def test_a_partner_sees_only_what_is_for_her(inside: Inside) -> None:
    found = blocks_of(inside.as_role(Role.PARTNER).get("/intranet/"))
    assert list(found) == [name for name in (*MAIN, *ASIDE) if name not in NOT_FOR_A_PARTNER]


def test_first_page_shows_today(inside: Inside) -> None:
    today = timezone.localdate()
    save_series(
        offer=inside.world.offer,
        plein=inside.world.plein,
        room=inside.world.room,
        starts_on=today,
        start_time=time(0, 1),
        end_time=time(23, 59),
    )
    found = blocks_of(inside.as_role(Role.PARTNER).get("/intranet/"))
    assert "Oever spreekuur" in [card.title for card in found["netwerk/door/intranet/today.html"]["now"]]
    assert [line.title for line in found["netwerk/floor/news/first_page.html"]["news"]] == ["Oevernieuws"]
    assert [row.title for row in found["netwerk/floor/agreements/first_page.html"]["agreements"]] == ["Oeverdocument"]


def test_first_page_takes_the_same_queries_with_1_and_30_rows(inside: Inside, django_assert_num_queries: Any) -> None:
    client = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    with django_assert_num_queries(26):
        client.get("/intranet/")
    for number in range(30):
        make_news(inside.world, f"meer-{number}", f"Meer {number}")
        make_stuck(inside.world, f"Vast {number}")
        make_person(inside.world, f"Rij {number}")
        make_agreement(inside.world, f"Meer {number}")
        user = make_user(Role.VOLUNTEER, inside.world.library, name=f"vrijwilliger-{number}")
        save_card(
            library=inside.world.library, user=user, present=["0", "1", "2", "3", "4", "5", "6"], languages=["nl"]
        )
    add_series(inside.world, 30)
    with django_assert_num_queries(26):
        assert client.get("/intranet/").status_code == 200
