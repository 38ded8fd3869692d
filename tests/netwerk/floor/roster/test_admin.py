"""Workers and turns in the admin: of the own library, and with a warning where somebody is in two places."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from home.tenant.libraries.choices import Role
from netwerk.floor.roster.models import Turn
from netwerk.floor.roster.rota import Present, Shift
from netwerk.floor.roster.selectors import overlapping_turns, shifts
from netwerk.people.workers.models import Worker
from plein.programme.timetable.models import Series
from plein.programme.timetable.services import save_series
from tests.netwerk.floor.roster.conftest import Crew

WORKER, TURN = "wagtailsnippets_netwerk_people_worker", "wagtailsnippets_netwerk_floor_turn"
ALLOWED = [Role.COMMUNICATION, Role.COMMUNITY_LIBRARIAN, Role.IDO_COORDINATOR]


def second_series(crew: Crew, start: time, end: time) -> Series:
    """Another series on the same weekday."""
    world = crew.world
    return save_series(
        offer=world.offer,
        plein=world.plein,
        room=None,
        starts_on=world.series.starts_on,
        start_time=start,
        end_time=end,
    )


def test_worker_with_consent_is_named_when_saved(crew: Crew) -> None:
    worker = crew.worker("Halina", said=None)
    crew.turn(worker)
    data = {"name": "Halina Oevernaam", "public_name": "Halina", "agreed_on": "2026-01-01"}
    editor = crew.as_role(Role.COMMUNICATION)
    assert editor.post(reverse(f"{WORKER}:edit", args=[worker.pk]), data).status_code == 302
    assert [row["name"] for row in crew.series.people] == ["Halina"]
    assert editor.post(reverse(f"{WORKER}:edit", args=[worker.pk]), data | {"withdraw": "on"}).status_code == 302
    assert (crew.series.people, Worker.objects.get().public_name) == ([], "")


@pytest.mark.parametrize("role", ALLOWED, ids=str)
def test_lists_show_the_own_library(crew: Crew, others: Crew, role: str) -> None:
    crew.turn(crew.worker("Halina"))
    others.turn(others.worker("Vestige"))
    client = crew.as_role(role)
    for name in (WORKER, TURN):
        page = client.get(reverse(f"{name}:list")).content.decode()
        assert ("Halina Oevernaam" in page, "Vest" in page) == (True, False)


def test_rows_of_the_neighbour_are_not_there(crew: Crew, others: Crew) -> None:
    turn = others.turn(others.worker("Vestige"))
    client = crew.as_role(Role.COMMUNICATION)
    found = [
        client.get(reverse(f"{name}:{view}", args=[row.pk])).status_code
        for name, row in ((WORKER, turn.worker), (TURN, turn))
        for view in ("edit", "delete", "history", "usage")
    ]
    assert found == [404] * 8


@pytest.mark.parametrize("role", [Role.PARTNER, Role.PLEIN_WORKER, Role.LIBRARY_ADMINISTRATOR], ids=str)
def test_other_roles_have_no_such_menu(crew: Crew, role: str) -> None:
    crew.turn(crew.worker("Halina"))
    answer = crew.as_role(role).get(reverse(f"{WORKER}:list"))
    assert (answer.status_code in {403, 404}, b"Halina" in answer.content) == (True, False)


def post_turn(crew: Crew, worker: Worker, series: Series, **rest: Any) -> Any:
    data = {"worker": worker.pk, "series": series.pk, "first_day": series.starts_on, "interval": 1} | rest
    return crew.as_role(Role.COMMUNICATION).post(reverse(f"{TURN}:add"), data)


@pytest.mark.parametrize(
    ("start", "warned"), [(time(14), True), (time(15), False)], ids=["at once", "one after the other"]
)
def test_two_sessions_at_once_are_warned_of_and_saved(crew: Crew, start: time, warned: bool) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    answer = post_turn(crew, halina, second_series(crew, start, time(16)))
    said = [str(message) for message in get_messages(answer.wsgi_request) if message.level_tag == "warning"]
    assert (answer.status_code, Turn.objects.count()) == (302, 2)
    assert ["Halina Oevernaam" in sentence for sentence in said] == ([True] if warned else [])


def test_turn_of_two_libraries_is_not_found(crew: Crew, others: Crew) -> None:
    assert post_turn(crew, crew.worker("Halina"), others.series).status_code == 404
    assert not Turn.objects.exists()


def test_overlap_is_of_one_person_and_of_sessions_that_take_place(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    second_series(crew, time(14), time(16))
    first, second = (
        Shift(one.row) for one in shifts(crew.world.library, crew.day, crew.day) if not one.row.is_cancelled
    )

    def found(one: Worker, other: Worker) -> list[Worker]:
        rows = [Shift(first.row, present=(Present(one),)), Shift(second.row, present=(Present(other),))]
        return [overlap.worker for overlap in overlapping_turns(rows)]

    assert (found(halina, halina), found(halina, piet)) == ([halina], [])


def test_forms_cost_the_same_with_1_and_30_series(crew: Crew, django_assert_max_num_queries: Any) -> None:
    crew.turn(crew.worker("Halina"))
    client = crew.as_role(Role.COMMUNICATION)
    client.get(reverse(f"{TURN}:add"))
    for number in range(10):
        second_series(crew, time(9, number), time(9, 30 + number))
        crew.turn(crew.worker(f"W{number}", has_account=False), first_day=crew.day + timedelta(weeks=number))
    with django_assert_max_num_queries(40):
        client.get(reverse(f"{TURN}:add"))
    with django_assert_max_num_queries(40):
        client.get(reverse(f"{TURN}:list"))
