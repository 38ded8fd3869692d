"""What stands on the pages of the intranet, and that it does not cost more with more rows."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from home.persons.services import run_retention
from home.tenant.libraries.choices import Role
from netwerk.door.intranet.selectors import colleagues_of
from netwerk.door.intranet.services import save_card
from netwerk.reach.trajectories.services import add_result, add_step
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.services import change_session, save_series
from tests.factories.inside import Inside, make_agreement, make_news, make_person, make_stuck
from tests.factories.world import add_series, make_user


def test_start_shows_today(inside: Inside) -> None:
    today = timezone.localdate()
    save_series(
        offer=inside.world.offer,
        plein=inside.world.plein,
        room=inside.world.room,
        starts_on=today,
        start_time=time(0, 1),
        end_time=time(23, 59),
    )
    response = inside.as_role(Role.PARTNER).get("/intranet/")
    assert "Oever spreekuur" in [card.title for card in response.context["now"]]
    assert [line.title for line in response.context["news"]] == ["Oevernieuws"]
    assert [row.title for row in response.context["agreements"]] == ["Oeverdocument"]
    assert "trajectories" not in response.context
    assert "people" not in response.context


def test_start_of_a_librarian_has_stuck_trajectories_and_counts(inside: Inside, beside: Inside) -> None:
    make_person(inside.world, "Zonder Toestemming")
    run_retention()
    context = inside.as_role(Role.COMMUNITY_LIBRARIAN).get("/intranet/").context
    (line,) = context["trajectories"]
    assert (line.title, line.is_stuck, line.since_label, line.parties) == (
        "Oevertraject",
        True,
        "september 2023",
        ["Bibliotheek", "Leerhuis"],
    )
    people = context["people"]
    assert (people.in_touch, people.public, people.silent) == (2, 1, 0)
    assert people.last_removal is not None


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
    page = inside.as_role(Role.PARTNER).get(reverse("intranet:who_is_who")).content.decode()
    assert names == set()
    assert "partner-oever Test" in page
    assert "Vestpersoon" not in page


@pytest.mark.parametrize(
    ("asked", "weeks"), [("", 0), ("rommel", 0), ("9999-12-31", 26), ("{next}", 1)], ids=["none", "junk", "far", "next"]
)
def test_week_stays_within_half_a_year(inside: Inside, asked: str, weeks: int) -> None:
    today = timezone.localdate()
    asked = asked.replace("{next}", (today + timedelta(days=7)).isoformat())
    days = inside.as_role(Role.PARTNER).get(reverse("intranet:week"), {"van": asked}).context["days"]
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    assert days[0].date_iso == monday.isoformat()


def test_week_shows_a_cancelled_session(inside: Inside) -> None:
    series = inside.world.series
    today = timezone.localdate()
    day = today - timedelta(days=today.weekday()) + timedelta(days=1)
    change_session(series=series, original_date=day, kind=ChangeKind.CANCELLED, reason="illness")
    page = inside.as_role(Role.PARTNER).get(reverse("intranet:week")).content.decode()
    assert "agenda__row--cancelled" in page


def test_trajectory_shows_gaps_stuck_and_unknown(inside: Inside) -> None:
    url = reverse("intranet:trajectory", args=[inside.trajectory.uuid])
    response = inside.as_role(Role.MANAGER).get(url)
    assert [month.is_open for month in response.context["months"]] == [False, True]
    assert response.context["stuck"].label == "september 2023"
    page = response.content.decode()
    assert "outcomes__unknown" in page
    assert "Oeverwens" in page


COSTS = [
    (Role.COMMUNITY_LIBRARIAN, "start", 26),
    (Role.PARTNER, "news", 7),
    (Role.MANAGER, "trajectories", 5),
    (Role.PARTNER, "who_is_who", 6),
    (Role.PARTNER, "week", 10),
]


@pytest.mark.parametrize(("role", "place", "queries"), COSTS, ids=[row[1] for row in COSTS])
def test_queries_are_the_same_with_1_and_30_rows(
    inside: Inside, django_assert_num_queries: Any, role: str, place: str, queries: int
) -> None:
    client = inside.as_role(role)
    url = f"{reverse(f'intranet:{place}')}?van={inside.world.event.date}"
    with django_assert_num_queries(queries):
        client.get(url)
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
    with django_assert_num_queries(queries):
        assert client.get(url).status_code == 200


def test_timeline_costs_the_same_with_1_and_30_steps(inside: Inside, django_assert_num_queries: Any) -> None:
    manager = inside.as_role(Role.MANAGER)
    url = reverse("intranet:trajectory", args=[inside.trajectory.uuid])
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
