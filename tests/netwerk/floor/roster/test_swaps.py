"""Two people exchange a session each; both agree."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from home.mail.models import OutboxMessage
from netwerk.floor.roster.models import Gap, Swap
from netwerk.floor.roster.services import accept_swap, decline_swap, propose_swap, undo
from netwerk.people.workers.models import Worker
from plein.programme.timetable.occurrences import people_on
from tests.factories.letters import letter_of
from tests.netwerk.floor.roster.conftest import Crew


@pytest.fixture
def pair(crew: Crew) -> tuple[Worker, Worker]:
    """Two people who take turns, week by week."""
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina, interval=2, first_day=crew.day)
    crew.turn(piet, interval=2, first_day=crew.day + timedelta(weeks=1))
    return halina, piet


def propose(crew: Crew, giver: Worker, taker: Worker, day: date, other: date) -> Swap:
    return propose_swap(giver=giver, duty=(crew.series, day), taker=taker, other=(crew.series, other))


def names(crew: Crew) -> list[tuple[str, ...]]:
    """Who visitors see in three weeks."""
    return [people_on(crew.series.people, crew.day + timedelta(weeks=week)) for week in range(3)]


def test_swap_counts_when_the_other_agrees(crew: Crew, pair: tuple[Worker, Worker]) -> None:
    halina, piet = pair
    swap = propose(crew, halina, piet, crew.day, crew.day + timedelta(weeks=1))
    assert names(crew) == [("Halina",), ("Piet",), ("Halina",)]
    mail = OutboxMessage.objects.get()
    assert (mail.recipient, "http://oever.test/nl/antwoord/ruilen/" in letter_of(mail).text) == (piet.user.email, True)
    accept_swap(swap=swap)
    assert names(crew) == [("Piet",), ("Halina",), ("Halina",)]


def test_swapping_back_leaves_each_with_her_own(crew: Crew, pair: tuple[Worker, Worker]) -> None:
    halina, piet = pair
    first, second = crew.day, crew.day + timedelta(weeks=1)
    accept_swap(swap=propose(crew, halina, piet, first, second))
    accept_swap(swap=propose(crew, piet, halina, first, second))
    assert names(crew) == [("Halina",), ("Piet",), ("Halina",)]


def test_declined_swap_changes_nothing_and_is_over(crew: Crew, pair: tuple[Worker, Worker]) -> None:
    swap = propose(crew, *pair, crew.day, crew.day + timedelta(weeks=1))
    decline_swap(swap=swap)
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        accept_swap(swap=swap)
    assert refused.value.messages == ["This swap was answered already."]
    assert (names(crew), Gap.objects.exists()) == ([("Halina",), ("Piet",), ("Halina",)], False)


def test_swap_that_is_no_longer_possible_is_refused_whole(crew: Crew, pair: tuple[Worker, Worker]) -> None:
    halina, piet = pair
    swap = propose(crew, halina, piet, crew.day, crew.day + timedelta(weeks=1))
    crew.away(piet, duties=[(crew.series, crew.day + timedelta(weeks=1))])
    with pytest.raises(ValidationError):
        accept_swap(swap=swap)
    assert (Gap.objects.count(), Swap.objects.get().answer) == (1, "waiting")
    assert names(crew) == [("Halina",), (), ("Halina",)]


@pytest.mark.parametrize("weeks", [1, 0], ids=["not hers", "both there"])
def test_only_what_is_ones_own_can_be_given(crew: Crew, pair: tuple[Worker, Worker], weeks: int) -> None:
    halina, piet = pair
    if weeks == 0:
        crew.turn(piet, first_day=crew.day, last_day=crew.day)
    with pytest.raises(ValidationError):
        propose(crew, halina, piet, crew.day + timedelta(weeks=weeks), crew.day + timedelta(weeks=1))
    assert not Swap.objects.exists()


def test_nobody_swaps_with_herself_or_the_neighbour(crew: Crew, others: Crew, pair: tuple[Worker, Worker]) -> None:
    halina, _piet = pair
    vestige = others.worker("Vestige")
    others.turn(vestige)
    for taker, duty in ((halina, (crew.series, crew.day)), (vestige, (others.series, others.day))):
        with pytest.raises(ValidationError):
            propose_swap(giver=halina, duty=(crew.series, crew.day), taker=taker, other=duty)
    assert not Swap.objects.exists()


def test_a_swap_is_not_undone_by_one_side(crew: Crew, pair: tuple[Worker, Worker]) -> None:
    halina, piet = pair
    accept_swap(swap=propose(crew, halina, piet, crew.day, crew.day + timedelta(weeks=1)))
    with pytest.raises(ValidationError):
        undo(gap=Gap.objects.get(worker=halina))
    assert names(crew)[0] == ("Piet",)
