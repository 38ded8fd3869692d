"""The demo of the internal area can be loaded again."""

from typing import Any

import pytest

import netwerk.door.intranet.demo
import netwerk.floor.agreements.demo
import netwerk.floor.news.demo
import netwerk.people.colleagues.demo
import netwerk.people.key_people.demo
import netwerk.reach.focus_groups.demo
import netwerk.reach.trajectories.demo
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from netwerk.floor.agreements.models import Agreement
from netwerk.floor.news.pages import NewsPage
from netwerk.people.colleagues.models import ColleagueCard
from netwerk.people.key_people.models import Consent, Contact, KeyPerson
from netwerk.reach.focus_groups.models import FocusGroup, Outcome
from netwerk.reach.trajectories.models import Result, Step, Trajectory
from plein.programme.events.models import Welcomer
from tests.factories.world import make_world

MODELS = [
    Agreement,
    ColleagueCard,
    Consent,
    Contact,
    FocusGroup,
    KeyPerson,
    NewsPage,
    Outcome,
    Result,
    Step,
    Trajectory,
    User,
    Welcomer,
]


@pytest.fixture
def libraries(db: None) -> dict[str, Library]:
    return {slug: make_world(slug, languages=()).library for slug in ("oeverstad", "vesting")}


def load(libraries: dict[str, Library]) -> None:
    netwerk.door.intranet.demo.build(libraries=libraries)
    netwerk.people.colleagues.demo.build(libraries=libraries, passwords=lambda email: f"geheim-{email}")
    netwerk.people.key_people.demo.build(libraries=libraries)
    netwerk.reach.trajectories.demo.build(libraries=libraries)
    netwerk.reach.focus_groups.demo.build(libraries=libraries)
    netwerk.floor.news.demo.build(libraries=libraries)
    netwerk.floor.agreements.demo.build(libraries=libraries)


def test_loading_twice_leaves_the_same_rows(libraries: dict[str, Library]) -> None:
    load(libraries)
    before = {model.__name__: model.objects.count() for model in MODELS}
    load(libraries)
    assert {model.__name__: model.objects.count() for model in MODELS} == before
    assert (before["Trajectory"], before["KeyPerson"], before["Agreement"]) == (3, 6, 4)


def test_the_three_cases_stand_as_they_are_on_record(libraries: dict[str, Library]) -> None:
    load(libraries)
    found = {row.title: row for row in Trajectory.objects.all()}
    assert {row.library.slug for row in found.values()} == {"oeverstad", "vesting"}
    assert found["Taalcafé voor nieuwkomers"].parties == ["Bibliotheek Oeverstad", "Leerhuis"]
    assert found["Bulgaarse middag"].results.get(label="Bezoekers").value is None
    assert found["Poolse avond"].results.get(label="Bezoekers").value == 35
    assert found["Poolse avond"].focus_groups.count() == 3


def test_people_of_the_demo_can_sign_in(libraries: dict[str, Library], client: Any) -> None:
    load(libraries)
    assert all(user.check_password(f"geheim-{user.email}") for user in User.objects.all())
