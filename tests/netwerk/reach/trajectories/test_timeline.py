"""A trajectory month by month, with the months in which nothing is on record and since when it is stuck."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk.people.key_people.models import KeyPerson
from netwerk.reach.trajectories.choices import Status
from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.selectors import stuck_since, timeline, trajectories_of, trajectory_of
from netwerk.reach.trajectories.services import add_result, add_step, save_trajectory
from tests.factories.inside import Inside, make_person, make_stuck
from tests.factories.world import World


def make(world: World, title: str = "Traject", **facts: object) -> Trajectory:
    facts = {"audience": "nieuwkomers"} | facts
    return save_trajectory(library=world.library, uuid=uuid4(), title=title, **facts)


def months(trajectory: Trajectory) -> list[tuple[str, bool, int]]:
    return [(row.label, row.is_gap, len(row.steps)) for row in timeline(trajectory, "nl")]


def test_months_without_a_step_are_gaps(world: World) -> None:
    trajectory = make(world)
    for month in (2, 4, 4, 7):
        add_step(trajectory=trajectory, month=date(2023, month, 1), action="iets")
    assert months(trajectory) == [
        ("februari 2023", False, 1),
        ("maart 2023", True, 0),
        ("april 2023", False, 2),
        ("mei 2023 – juni 2023", True, 0),
        ("juli 2023", False, 1),
    ]


def test_a_step_of_several_months_leaves_no_gap(world: World) -> None:
    trajectory = make(world)
    add_step(trajectory=trajectory, month=date(2022, 9, 1), until=date(2022, 12, 1), action="inventaris")
    add_step(trajectory=trajectory, month=date(2023, 1, 15), action="bellen")
    assert months(trajectory) == [("september 2022 – december 2022", False, 1), ("januari 2023", False, 1)]


def test_a_gap_over_new_year(world: World) -> None:
    trajectory = make(world)
    add_step(trajectory=trajectory, month=date(2022, 11, 1), action="a")
    add_step(trajectory=trajectory, month=date(2023, 2, 1), action="b")
    assert months(trajectory)[1] == ("december 2022 – januari 2023", True, 0)


def test_a_stuck_one_is_open_until_today_and_a_done_one_is_not(world: World) -> None:
    stuck, done = make_stuck(world, "Vast"), make(world, "Klaar", status=Status.DONE)
    for trajectory in (stuck, done):
        add_step(trajectory=trajectory, month=date(2023, 9, 1), action="plan")
    assert [row.is_open for row in timeline(stuck, "nl")] == [False, True]
    assert [row.is_open for row in timeline(done, "nl")] == [False]


def test_stuck_since_counts_months(world: World) -> None:
    today = timezone.localdate()
    since = (today.replace(day=1) - timedelta(days=40)).replace(day=1)
    found = stuck_since(make_stuck(world, "Vast", stuck_since=since), "nl")
    assert found is not None
    assert (found.iso, found.duration_label[:1]) == (f"{since:%Y-%m}", "2")


def test_who_is_not_stuck_has_no_since(world: World) -> None:
    assert stuck_since(make(world), "nl") is None


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"stuck_since": None}, "stuck_since"), ({"stuck_between": ""}, "stuck_between")],
    ids=["since-when", "between-whom"],
)
def test_stuck_has_to_say_since_when_and_between_whom(world: World, facts: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        make_stuck(world, "Vast", **facts)
    assert list(refused.value.message_dict) == [field]
    assert not Trajectory.objects.exists()


def test_until_before_month_is_refused(world: World) -> None:
    with pytest.raises(ValidationError):
        add_step(trajectory=make(world), month=date(2023, 5, 1), until=date(2023, 4, 1), action="x")


def test_nobody_counted_is_not_zero(world: World) -> None:
    trajectory = make(world)
    assert add_result(trajectory=trajectory, label="Bezoekers").value is None
    assert add_result(trajectory=trajectory, label="Kaarten", value=0).value == 0


@pytest.mark.parametrize(
    ("days", "outcome", "late"), [(-1, "", True), (-1, "gedaan", False), (0, "", False)], ids=["late", "done", "today"]
)
def test_late_is_due_without_outcome(world: World, days: int, outcome: str, late: bool) -> None:
    due = timezone.localdate() + timedelta(days=days)
    step = add_step(trajectory=make(world), month=due, action="bellen", due_on=due, outcome=outcome)
    assert step.is_late is late


def test_stuck_ones_stand_on_top(world: World) -> None:
    make(world, "A klaar", status=Status.DONE)
    make(world, "B loopt")
    make_stuck(world, "C vast")
    assert [row.title for row in trajectories_of(world.library)] == ["C vast", "B loopt", "A klaar"]


def test_only_own_trajectories(inside: Inside, beside: Inside) -> None:
    library = inside.world.library
    assert [row.title for row in trajectories_of(library)] == ["Oevertraject"]
    assert trajectory_of(library, beside.trajectory.uuid) is None


def test_key_person_of_the_neighbour_is_refused(world: World, neighbour: World) -> None:
    make_person(neighbour, "Buur")
    with pytest.raises(ValidationError):
        make(world, key_people=KeyPerson.objects.all())
    assert not Trajectory.objects.exists()
