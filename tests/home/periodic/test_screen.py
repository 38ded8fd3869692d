"""The screen of what the portal does by itself: for the network, with failures first."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from home.periodic.choices import Outcome
from home.periodic.models import PeriodicRun
from home.periodic.registry import all_jobs
from home.tenant.libraries.choices import Role
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db

SCREEN = "/admin/periodic/"
TITLE = "Wat het portaal vanzelf doet"


@pytest.fixture
def network(world: World) -> Client:
    return signed_in(world, make_user(Role.NETWORK_ADMINISTRATOR, None))


def all_went_well() -> None:
    now = timezone.now()
    for job in all_jobs():
        PeriodicRun.objects.update_or_create(
            name=job.name,
            defaults={"outcome": Outcome.DONE, "began_at": now, "ended_at": now, "done_at": now, "failures": 0},
        )


def test_each_job_stands_there_with_its_last_and_next_run(network: Client) -> None:
    all_went_well()
    answer = network.get(SCREEN)
    rows = answer.context["rows"]
    assert [row.label for row in rows] == [str(job.label) for job in all_jobs()]
    assert {(row.state, row.state_label) for row in rows} == {("done", "goed gegaan")}
    assert rows[0].next_at - rows[0].began_at == timedelta(minutes=1)
    assert "De laatste keer ging alles goed." in answer.content.decode()


def test_failure_stands_first_with_how_often_and_where(network: Client) -> None:
    all_went_well()
    PeriodicRun.objects.filter(name="fetch_calendars").update(
        outcome=Outcome.FAILED, failures=3, says="ValueError (plein/programme/calendars/tasks.py:7)"
    )
    answer = network.get(SCREEN)
    first, text = answer.context["rows"][0], answer.content.decode()
    assert (first.state, first.failures, first.says) == (
        "failed",
        "3 keer achter elkaar",
        "ValueError (plein/programme/calendars/tasks.py:7)",
    )
    assert ("1 taak mislukt." in text, "ging alles goed" in text) == (True, False)


def test_scheduler_that_stopped_is_said(network: Client) -> None:
    all_went_well()
    PeriodicRun.objects.update(began_at=timezone.now() - timedelta(minutes=6))
    assert re.search(r'role="alert">.*?de planner draait niet', network.get(SCREEN).content.decode(), re.DOTALL)


@pytest.mark.parametrize("role", [Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR, Role.COMMUNITY_LIBRARIAN])
def test_nobody_of_a_library_sees_it(role: Role, world: World) -> None:
    client = signed_in(world, make_user(role, world.library))
    assert (client.get(SCREEN).status_code, TITLE in client.get("/admin/").content.decode()) == (404, False)


def test_it_stands_in_the_menu_of_the_network(network: Client) -> None:
    assert TITLE in network.get("/admin/").content.decode()


def test_screen_takes_as_many_queries_for_none_as_for_all(network: Client, django_assert_num_queries) -> None:
    network.get(SCREEN)
    for prepare in (PeriodicRun.objects.all().delete, all_went_well):
        prepare()
        with django_assert_num_queries(9):
            network.get(SCREEN)
