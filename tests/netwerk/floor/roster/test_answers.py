"""Answers on the intranet: yes or no to a question, to a swap, and to standing on the website."""

from datetime import timedelta

from home.tenant.libraries.choices import Role
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import Gap
from netwerk.floor.roster.services import propose_swap
from tests.netwerk.floor.roster.conftest import Crew, fill, ref, url


def test_one_tap_accepts_and_the_second_gets_a_sentence(crew: Crew) -> None:
    halina, piet, ans = (crew.worker(name) for name in ("Halina", "Piet", "Ans"))
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet, ans])
    first, second = gap.requests.order_by("pk")
    assert "Halina Oevernaam" in crew.as_worker(piet).get(url("mine")).content.decode()
    assert crew.as_worker(piet).post(url("question", first.uuid), {"answer": "yes"}).status_code == 302
    late = crew.as_worker(ans).post(url("question", second.uuid), {"answer": "yes"})
    assert (late.status_code, "Piet Oevernaam" in late.context["sentence"]) == (409, True)
    assert "Piet" in crew.public("pl")


def test_nobody_says_yes_for_a_colleague_with_an_account(crew: Crew) -> None:
    gap = fill(crew)
    client = crew.as_role(Role.PLEIN_WORKER)
    assert client.post(url("question", gap.requests.get().uuid), {"answer": "yes"}).status_code == 404
    gap.refresh_from_db()
    assert gap.state == "asked"


def test_the_desk_notes_what_a_colleague_without_an_account_says(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet", has_account=False)
    crew.turn(halina)
    gap = crew.away(halina, wish=Wish.ASK, asked=[piet])
    client = crew.as_role(Role.PLEIN_WORKER)
    assert url("question", gap.requests.get().uuid) in client.get(url("gap", gap.uuid)).content.decode()
    client.post(url("question", gap.requests.get().uuid), {"answer": "yes"})
    gap.refresh_from_db()
    assert gap.stand_in == piet


def test_swap_is_proposed_and_agreed_on_screen(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina, interval=2, first_day=crew.day)
    crew.turn(piet, interval=2, first_day=crew.day + timedelta(weeks=1))
    mine = crew.as_worker(halina)
    answer = mine.post(url("swap", halina.uuid), {"mine": ref(crew), "other": ref(crew, 1)})
    assert answer.status_code == 302
    (labels,) = crew.as_worker(piet).get(url("mine")).context["swaps_to_me"]
    assert crew.as_worker(crew.worker("Ans")).get(url("swap_answer", labels["swap"].uuid)).status_code == 404
    crew.as_worker(piet).post(url("swap_answer", labels["swap"].uuid), {"answer": "yes"})
    assert "Piet" in crew.public()


def test_who_proposed_a_swap_cannot_agree_to_it_alone(crew: Crew) -> None:
    halina, piet = crew.worker("Halina"), crew.worker("Piet")
    crew.turn(halina, interval=2, first_day=crew.day)
    crew.turn(piet, interval=2, first_day=crew.day + timedelta(weeks=1))
    other = (crew.series, crew.day + timedelta(weeks=1))
    swap = propose_swap(giver=halina, duty=(crew.series, crew.day), taker=piet, other=other)
    crew.as_worker(halina).post(url("swap_answer", swap.uuid), {"answer": "yes"})
    swap.refresh_from_db()
    assert (swap.answer, Gap.objects.exists()) == ("declined", False)


def test_half_an_answer_changes_nothing(crew: Crew) -> None:
    question = fill(crew).requests.get()
    answer = crew.as_worker(question.asked).post(url("question", question.uuid))
    question.refresh_from_db()
    assert (answer.status_code, question.answer) == (200, "waiting")


def test_everybody_agrees_to_her_own_name_and_takes_it_back(crew: Crew) -> None:
    halina = crew.worker("Halina", said=None)
    crew.turn(halina)
    client = crew.as_worker(halina)
    assert client.post(url("my_name"), {"public_name": " "}).status_code == 409
    client.post(url("my_name"), {"public_name": "Halina"})
    assert "Halina" in crew.public("pl")
    client.post(url("my_name"), {"withdraw": "1"})
    assert ("Halina" in crew.public("pl"), crew.series.people) == (False, [])
    assert crew.as_role(Role.PLEIN_WORKER).post(url("my_name"), {"withdraw": "1"}).status_code == 404
