"""Workers: of one library, and named in public by consent only."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from home.tenant.libraries.choices import Role
from netwerk.people.workers.models import Worker
from netwerk.people.workers.selectors import worker_of, workers_of
from netwerk.people.workers.services import agree, save_worker, withdraw
from tests.factories.inside import Inside
from tests.factories.world import World, make_user

ADD = "wagtailsnippets_netwerk_people_worker:add"


@pytest.fixture
def editor(inside: Inside) -> Client:
    return inside.as_role(Role.COMMUNICATION)


def make_worker(world: World, name: str = "Halina", **facts: Any) -> Worker:
    return save_worker(library=world.library, uuid=uuid4(), name=name, **facts)


def test_name_without_consent_is_not_even_kept(world: World) -> None:
    assert make_worker(world, public_name="Halina").public_name == ""


def test_consent_is_given_and_taken_back(world: World) -> None:
    worker = agree(worker=make_worker(world), public_name="Halina")
    assert worker.shown_name == "Halina"
    withdraw(worker=worker)
    assert (worker.shown_name, Worker.objects.get().shown_name) == ("", "")


def test_consent_without_a_name_is_refused(world: World) -> None:
    with pytest.raises(ValidationError) as refused:
        agree(worker=make_worker(world), public_name=" ")
    assert list(refused.value.message_dict) == ["public_name"]


def test_workers_are_those_of_one_library(world: World, neighbour: World) -> None:
    user = make_user(Role.PARTNER, world.library)
    worker = make_worker(world, user=user)
    make_worker(neighbour, "Vestige")
    assert list(workers_of(world.library)) == [worker]
    assert (worker_of(world.library, user), worker_of(neighbour.library, user)) == (worker, None)


def test_public_name_without_consent_is_refused_in_the_admin(editor: Client) -> None:
    answer = editor.post(reverse(ADD), {"name": "H", "public_name": "Halina"})
    assert (answer.status_code, list(answer.context["form"].errors), Worker.objects.count()) == (200, ["agreed_on"], 0)


def test_account_of_the_neighbour_is_not_found(editor: Client, neighbour: World) -> None:
    foreign = make_user(Role.PARTNER, neighbour.library)
    answer = editor.post(reverse(ADD), {"name": "H", "user": foreign.pk})
    assert (answer.status_code, Worker.objects.count()) == (404, 0)
