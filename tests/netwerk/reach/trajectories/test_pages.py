"""Trajectories on the intranet: on the first page, in the list and as a timeline."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from home.tenant.libraries.choices import Role
from netwerk.reach.trajectories.services import add_result, add_step
from tests.factories.inside import Inside, blocks_of, make_stuck
from tests.factories.world import make_user

BLOCK = "netwerk/reach/trajectories/first_page.html"


def test_first_page_of_a_librarian_has_stuck_trajectories(inside: Inside, beside: Inside) -> None:
    (line,) = blocks_of(inside.as_role(Role.COMMUNITY_LIBRARIAN).get("/intranet/"))[BLOCK]["trajectories"]
    assert (line.title, line.is_stuck, line.since_label, line.parties) == (
        "Oevertraject",
        True,
        "september 2023",
        ["Bibliotheek", "Leerhuis"],
    )


def test_trajectory_shows_gaps_stuck_and_unknown(inside: Inside) -> None:
    url = reverse("trajectories:trajectory", args=[inside.trajectory.uuid])
    response = inside.as_role(Role.MANAGER).get(url)
    assert [month.is_open for month in response.context["months"]] == [False, True]
    assert response.context["stuck"].label == "september 2023"
    page = response.content.decode()
    assert "outcomes__unknown" in page
    assert "Oeverwens" in page


COSTS = [
    (Role.COMMUNITY_LIBRARIAN, "start", 21),
    (Role.PARTNER, "news", 7),
    (Role.MANAGER, "trajectories", 5),
    (Role.PARTNER, "who_is_who", 6),
    (Role.PARTNER, "week", 10),
]


def test_trajectory_shows_its_own_focus_groups(inside: Inside) -> None:
    bare = make_stuck(inside.world, "Zonder groep")
    manager = inside.as_role(Role.MANAGER)
    own, other = (
        manager.get(reverse("trajectories:trajectory", args=[row.uuid])).context["panels"]
        for row in (inside.trajectory, bare)
    )
    assert [[group.title for group in panel.context["groups"]] for panel in own] == [["Oevergroep"]]
    assert other == []


def test_list_takes_the_same_queries_for_1_and_30(inside: Inside, django_assert_num_queries: Any) -> None:
    manager = inside.as_role(Role.MANAGER)
    url = reverse("trajectories:trajectories")
    with django_assert_num_queries(5):
        manager.get(url)
    for number in range(30):
        make_stuck(inside.world, f"Vast {number}")
    with django_assert_num_queries(5):
        assert manager.get(url).status_code == 200


def test_timeline_costs_the_same_with_1_and_30_steps(inside: Inside, django_assert_num_queries: Any) -> None:
    manager = inside.as_role(Role.MANAGER)
    url = reverse("trajectories:trajectory", args=[inside.trajectory.uuid])
    add_step(
        trajectory=inside.trajectory,
        month=timezone.localdate(),
        action="Nog een",
        owner=make_user(Role.VOLUNTEER, inside.world.library),
    )
    with django_assert_num_queries(11):
        manager.get(url)
    for number in range(30):
        day = timezone.localdate() - timedelta(days=40 * number)
        user = make_user(Role.VOLUNTEER, inside.world.library, name=f"doet-{number}")
        add_step(trajectory=inside.trajectory, month=day, action=f"Stap {number}", owner=user)
        add_result(trajectory=inside.trajectory, label=f"Cijfer {number}")
    with django_assert_num_queries(11):
        manager.get(url)
