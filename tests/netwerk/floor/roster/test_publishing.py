"""What visitors see of the roster: names agreed to, on the days on which somebody comes, and nothing else."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import Gap, Turn
from netwerk.floor.roster.rota import crew as crew_of
from netwerk.floor.roster.rota import public_people
from netwerk.floor.roster.services import accept, decide, publish_people, save_turn
from netwerk.people.workers.services import save_worker, withdraw
from plein.programme.timetable.models import Series
from plein.programme.timetable.occurrences import people_on
from tests.netwerk.floor.roster.conftest import Crew

Names = Callable[[], list[str]]
LANGUAGES = ["nl", "pl"]


def test_turn_puts_the_name_on_the_page_in_every_language(crew: Crew) -> None:
    assert "Halina" not in crew.public("nl")
    crew.turn(crew.worker("Halina"))
    assert [("Halina" in crew.public(code), "naam" in crew.public(code)) for code in LANGUAGES] == [(True, False)] * 2


def test_nobody_without_consent_is_public(crew: Crew) -> None:
    crew.turn(crew.worker("Stil", said=None))
    assert (crew.series.people, "Stil" in crew.public()) == ([], False)


def test_withdrawal_leaves_no_name_anywhere(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    accept(request=gap.requests.get())
    withdraw(worker=piet)
    assert [row["name"] for row in crew.series.people] == ["Halina"]
    withdraw(worker=halina)
    assert crew.series.people == []
    assert not any(name in crew.public(code) for name in ("Halina", "Piet") for code in LANGUAGES)
    halina.refresh_from_db()
    assert (halina.public_name, halina.agreed_on) == ("", None)


def test_four_people_rotate_over_one_desk(crew: Crew) -> None:
    start = crew.series.starts_on
    for number, name in enumerate(["Een", "Twee", "Drie", "Vier"]):
        crew.turn(crew.worker(name), first_day=start + timedelta(weeks=number), interval=4)
    people = crew.series.people
    found = [people_on(people, start + timedelta(weeks=week)) for week in range(6)]
    assert found == [("Een",), ("Twee",), ("Drie",), ("Vier",), ("Een",), ("Twee",)]


def test_public_names_are_those_of_the_roster_on_every_day(crew: Crew) -> None:
    """What the public row says by its own reckoning is what turns, absences and stand-ins say by ours."""
    start = crew.series.starts_on
    workers = [crew.worker(name, has_account=False) for name in ("Een", "Twee", "Drie")]
    workers.append(crew.worker("Stil", has_account=False, said=None))
    for number, worker in enumerate(workers):
        last = start + timedelta(weeks=9) if number == 1 else None
        crew.turn(worker, first_day=start + timedelta(weeks=number), interval=number % 3 + 1, last_day=last)
    gap = crew.away(
        next(one for one in workers if one.name.startswith("Een")),
        wish=Wish.ASK,
        asked=[crew.worker("Inval", has_account=False)],
    )
    accept(request=gap.requests.get())
    turns = list(Turn.objects.select_related("worker"))
    people = crew.series.people
    for week in range(20):
        day = start + timedelta(weeks=week)
        gaps = list(Gap.objects.filter(day=day).select_related("worker", "stand_in"))
        ours = {one.worker.shown_name for one in crew_of(turns, gaps, day)} - {""}
        assert (day, set(people_on(people, day))) == (day, ours)
    assert people == public_people(turns, [gap.__class__.objects.get()], since=start)


def test_whoever_left_is_named_until_then(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    save_worker(library=halina.library, uuid=halina.uuid, name=halina.name, left_on=crew.day)
    assert people_on(crew.series.people, crew.day) == ()
    assert people_on(crew.series.people, crew.day - timedelta(weeks=1)) == ("Halina",)


def test_deleting_a_turn_or_a_worker_takes_the_name_away(crew: Crew, names: Names) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(piet).delete()
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    accept(request=gap.requests.get())
    assert names() == ["Piet"]
    piet.delete()
    gap.refresh_from_db()
    assert (names(), gap.state, gap.stand_in) == ([], "open", None)
    halina.delete()
    assert crew.series.people == []


def test_saving_the_same_again_tells_no_calendar(crew: Crew) -> None:
    crew.turn(crew.worker("Halina"))
    before = crew.series.revision
    publish_people(series=crew.series)
    assert crew.series.revision == before


def test_turn_on_a_series_of_the_neighbour_is_refused(crew: Crew, others: Crew) -> None:
    with pytest.raises(ValidationError) as refused:
        save_turn(worker=crew.worker("Halina"), series=others.series, first_day=date(2026, 1, 5))
    assert list(refused.value.message_dict) == ["series"]
    assert Series.objects.get(pk=others.series.pk).people == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"interval": 0}, "interval"), ({"last_day": date(2020, 1, 1)}, "last_day")],
    ids=["no weeks", "ends before it begins"],
)
def test_turn_that_cannot_be_is_refused(crew: Crew, facts: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        crew.turn(crew.worker("Halina"), **facts)
    assert list(refused.value.message_dict) == [field]
    assert crew.series.people == []


def test_absence_long_ago_is_left_out_of_the_public_row(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    gap = crew.away(halina)
    old = timezone.localdate() - timedelta(weeks=60)
    Gap.objects.filter(pk=gap.pk).update(day=old - timedelta(days=(old - crew.day).days % 7))
    publish_people(series=crew.series)
    assert [row["not_on"] for row in crew.series.people] == [[]]


def test_somebody_else_is_still_there(crew: Crew, names: Names) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina)
    crew.turn(piet)
    gap = crew.away(halina, wish=Wish.CANCEL)
    assert (names(), gap.state) == (["Piet"], "goes_on")
    assert "Gaat niet door" not in crew.public()
    assert decide(gap=gap, wish=Wish.CANCEL).state == "goes_on"
