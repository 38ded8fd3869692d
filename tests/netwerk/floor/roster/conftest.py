"""People and their turns, at the library of the test and at the neighbour's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.consent.said import Said
from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import Gap
from netwerk.floor.roster.services import report_absence, save_turn
from netwerk.people.colleagues.services import save_card
from netwerk.people.workers.choices import ConsentField
from netwerk.people.workers.models import Worker
from netwerk.people.workers.services import save_worker
from plein.programme.timetable.models import Series
from plein.programme.timetable.selectors import occurrences
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user

AGREED = date(2026, 1, 1)


@dataclass
class Crew:
    """The people of one library. Internal names end in the library's word; public names are other words."""

    world: World
    users: dict[str, User] = field(default_factory=dict)

    @property
    def series(self) -> Series:
        return Series.objects.get(pk=self.world.series.pk)

    @property
    def day(self) -> date:
        """The next session that is still to come, at least a day away."""
        tomorrow = timezone.localdate() + timedelta(days=1)
        return next(self.series.rule.days(tomorrow, tomorrow + timedelta(days=13)))

    def worker(self, name: str, *, role: str = Role.PARTNER, has_account: bool = True, **facts: Any) -> Worker:
        """Somebody with an account and with consent, unless said otherwise."""
        facts = {"said": Said(covers=[ConsentField.FIRST_NAME], public_name=name, on=AGREED)} | facts
        if has_account:
            facts["user"] = make_user(role, self.world.library, name=f"{name}-{self.world.library.slug}")
        word = self.world.library.slug.capitalize()
        return save_worker(library=self.world.library, uuid=uuid4(), name=f"{name} {word}naam", **facts)

    def turn(self, worker: Worker, **rest: Any) -> Any:
        """A turn on the series of the library since it began."""
        first_day = rest.pop("first_day", self.world.series.starts_on)
        return save_turn(worker=worker, series=self.world.series, first_day=first_day, **rest)

    def away(self, worker: Worker, **rest: Any) -> Gap:
        """The gap that somebody leaves at the next session."""
        rest = {"reason": "illness", "duties": [(self.series, self.day)]} | rest
        return report_absence(worker=worker, **rest).gaps.get()

    def as_worker(self, worker: Worker) -> Client:
        return signed_in(self.world, worker.user)

    def as_role(self, role: str, *, partner: Any = None, name: str = "") -> Client:
        user = make_user(role, self.world.library, name=name)
        if partner is not None:
            save_card(library=self.world.library, user=user, partner=partner)
        return signed_in(self.world, user)

    def public(self, code: str = "nl", day: date | None = None) -> str:
        """The week page as a stranger reads it, with the session of the crew on it."""
        return self.world.client().get(f"/{code}/week/?van={day or self.day}").content.decode()


@pytest.fixture
def crew(world: World) -> Crew:
    """Nobody yet, at the library of the test."""
    return Crew(world)


@pytest.fixture
def others(neighbour: World) -> Crew:
    """Somebody with a turn who is away, at the neighbour's: what could leak."""
    return Crew(neighbour)


@pytest.fixture
def names(crew: Crew) -> Callable[[], list[str]]:
    """The public names of the next session, by the programme's own selector."""

    def read() -> list[str]:
        (row,) = occurrences(crew.world.library, crew.day, crew.day, pk=crew.series.pk)
        return list(row.people)

    return read


def ref(crew: Crew, weeks: int = 0) -> str:
    """How a form names the session of the crew, so many weeks later."""
    return f"{crew.series.uuid}:{crew.day + timedelta(weeks=weeks)}"


def url(name: str, *args: Any) -> str:
    """An address of the roster."""
    return reverse(f"roster:{name}", args=args)


def fill(crew: Crew) -> Gap:
    """Somebody is away, and a colleague was asked."""
    away, asked = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(away)
    crew.turn(asked, first_day=crew.day + timedelta(weeks=1), interval=2)
    return crew.away(away, wish=Wish.ASK, asked=[asked])
