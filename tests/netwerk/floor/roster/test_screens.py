"""The roster on the intranet: who sees what, who may do what for whom, and that it costs the same with more rows."""

from datetime import time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from home.tenant.libraries.choices import Role
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.models import Absence, Gap
from netwerk.floor.roster.services import report_absence, save_turn
from netwerk.people.workers.models import Worker
from plein.offer.partners.pages import PartnerPage
from plein.programme.timetable.models import Series
from plein.programme.timetable.services import save_series
from tests.factories.inside import blocks_of
from tests.factories.world import add_series
from tests.netwerk.floor.roster.conftest import Crew, fill, ref, url

PLANNERS = [Role.PLEIN_WORKER, Role.COMMUNITY_LIBRARIAN, Role.COMMUNICATION, Role.IDO_COORDINATOR]
NOT_THERE = {"absence": [404, 405], "undo_absence": [405, 404], "undo_gap": [405, 404]}
OTHERS = [Role.MANAGER, Role.LIBRARY_ADMINISTRATOR, Role.VOLUNTEER]


def week_of(crew: Crew) -> str:
    return f"{url('roster')}?van={crew.day}"


def addresses(crew: Crew) -> dict[str, str]:
    """Every address that names something, for the first worker of a library and her gap."""
    worker, gap = (
        Worker.objects.filter(library=crew.world.library).first(),
        Gap.objects.filter(series=crew.series).get(),
    )
    return {
        "report": url("report", worker.uuid),
        "absence": url("absence", gap.absence.uuid),
        "undo_absence": url("undo_absence", gap.absence.uuid),
        "gap": url("gap", gap.uuid),
        "undo_gap": url("undo_gap", gap.uuid),
        "question": url("question", gap.requests.get().uuid),
        "swap": url("swap", worker.uuid),
    }


# The wall


@pytest.mark.parametrize("role", [*PLANNERS, Role.PARTNER], ids=str)
def test_nothing_of_the_neighbour_is_there(crew: Crew, others: Crew, role: str) -> None:
    fill(others)
    before = list(Gap.objects.values())
    client = crew.as_role(role, partner=crew.world.partner)
    for name, address in addresses(others).items():
        answers = [
            client.get(address).status_code,
            client.post(address, {"answer": "yes", "wish": "cancel"}).status_code,
        ]
        # What is only read or only written says so before it looks.
        assert (name, answers) == (name, NOT_THERE.get(name, [404, 404]))
    assert list(Gap.objects.values()) == before
    for place in ("roster", "mine", "colleagues"):
        assert "Vest" not in client.get(url(place)).content.decode()


def test_the_week_of_the_neighbour_is_not_read(crew: Crew, others: Crew) -> None:
    fill(crew)
    fill(others)
    page = crew.as_role(Role.PLEIN_WORKER).get(week_of(crew)).content.decode()
    assert ("Halina Oevernaam" in page, "Vest" in page) == (True, False)


@pytest.mark.parametrize("place", ["roster", "mine", "colleagues"])
def test_a_stranger_signs_in_and_a_member_elsewhere_finds_nothing(crew: Crew, others: Crew, place: str) -> None:
    assert crew.world.client().get(url(place)).status_code == 302
    guest = others.worker("Vestige", role=Role.PLEIN_WORKER)
    client = crew.world.client()
    client.force_login(guest.user)
    assert client.get(url(place)).status_code == 404


def test_an_id_that_nobody_has_is_not_found(crew: Crew) -> None:
    client = crew.as_role(Role.PLEIN_WORKER)
    names = ["report", "absence", "gap", "question", "swap", "swap_answer"]
    assert {client.get(url(name, uuid4())).status_code for name in names} == {404}


# A partner and the own organisation


def test_partner_acts_for_the_own_organisation_only(crew: Crew) -> None:
    other = PartnerPage(title="Ander", slug="ander")
    crew.world.partners.add_child(instance=other)
    own, foreign = crew.worker("Eigen", partner=crew.world.partner), crew.worker("Vreemd", partner=other)
    crew.turn(own)
    crew.turn(foreign)
    gap = crew.away(foreign, wish=Wish.DESK)
    client = crew.as_role(Role.PARTNER, partner=crew.world.partner)
    assert [row.name for row in client.get(url("colleagues")).context["workers"]] == [own.name]
    assert [client.get(url("report", one.uuid)).status_code for one in (own, foreign)] == [200, 404]
    assert [client.get(url(name, row.uuid)).status_code for name, row in (("gap", gap), ("absence", gap.absence))] == [
        404,
        404,
    ]
    page = client.get(week_of(crew)).content.decode()
    assert ("Eigen Oevernaam" in page, "Vreemd Oevernaam" in page) == (True, False)


def test_partner_without_an_organisation_acts_for_nobody(crew: Crew) -> None:
    crew.turn(crew.worker("Halina", partner=None))
    client = crew.as_role(Role.PARTNER)
    assert client.get(url("colleagues")).status_code == 404
    assert client.get(url("report", Worker.objects.get().uuid)).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_session_that_is_not_hers_is_not_found(crew: Crew, others: Crew, method: str) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    fill(others)
    client, address = crew.as_worker(halina), url("report", halina.uuid)
    if method == "get":
        answer = client.get(address, {"dienst": ref(others)})
    else:
        answer = client.post(address, {"duties": [ref(others)], "reason": "illness", "wish": "cancel"})
    assert (answer.status_code, Absence.objects.filter(worker=halina).count()) == (404, 0)


@pytest.mark.parametrize("role", PLANNERS, ids=str)
def test_planner_reports_a_colleague_away(crew: Crew, role: str) -> None:
    halina = crew.worker("Halina", has_account=False)
    crew.turn(halina)
    client = crew.as_role(role)
    answer = client.post(
        url("report", halina.uuid), {"duties": [ref(crew)], "reason": "illness", "wish": "cancel", "asked": "everybody"}
    )
    absence = Absence.objects.get()
    assert (answer.status_code, answer.url) == (302, url("absence", absence.uuid))
    assert absence.reported_by.email.startswith(role)
    assert "Odwołane" in crew.public("pl")


@pytest.mark.parametrize("role", OTHERS, ids=str)
def test_others_report_nobody(crew: Crew, role: str) -> None:
    gap = fill(crew)
    client = crew.as_role(role)
    assert [client.get(address).status_code for address in addresses(crew).values()] == [
        404,
        404,
        405,
        404,
        405,
        404,
        404,
    ]
    assert client.post(url("undo_gap", gap.uuid)).status_code == 404
    assert client.get(url("colleagues")).status_code == 404


def test_volunteer_sees_today_and_names_only(crew: Crew) -> None:
    halina = crew.worker("Halina")
    today = timezone.localdate()
    add_today(crew, halina)
    fill_tomorrow = crew.day
    page = crew.as_role(Role.VOLUNTEER).get(f"{url('roster')}?van={fill_tomorrow}")
    text = page.content.decode()
    assert [day["iso"] for day in page.context["days"]] == [today.isoformat()]
    assert "Halina Oevernaam" in text
    assert "/afmelden/" not in text


def add_today(crew: Crew, worker: Worker) -> None:
    """A series that is on today, held by somebody."""
    world, today = crew.world, timezone.localdate()
    series = save_series(
        offer=world.offer, plein=world.plein, room=None, starts_on=today, start_time=time(9, 5), end_time=time(9, 50)
    )
    save_turn(worker=worker, series=series, first_day=today)


def test_why_somebody_is_away_is_not_on_the_roster(crew: Crew) -> None:
    fill(crew)
    page = crew.as_role(Role.COMMUNITY_LIBRARIAN).get(week_of(crew)).content.decode()
    assert "Halina Oevernaam" in page
    assert not any(word in page for word in ("ziek", ">ill"))


# Reporting away


def test_confirmation_says_what_visitors_see_and_can_be_undone(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    client = crew.as_worker(halina)
    data = {"duties": [ref(crew)], "reason": "illness", "wish": "cancel", "asked": "everybody"}
    page = client.post(url("report", halina.uuid), data, follow=True)
    assert [item["visitors"] for item in page.context["items"]] == ["Gaat niet door: vanwege ziekte"]
    client.post(url("undo_absence", Absence.objects.get().uuid))
    assert ("Halina" in crew.public(), "Gaat niet door" in crew.public()) == (True, False)


def test_days_stand_for_all_sessions_in_them(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    last = crew.day + timedelta(weeks=9)
    data = {"first_day": crew.day, "last_day": last, "reason": "holiday", "wish": "desk", "asked": "everybody"}
    answer = crew.as_worker(halina).post(url("report", halina.uuid), data)
    assert (answer.status_code, Gap.objects.count()) == (302, 10)
    assert Absence.objects.get().last_day == last


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "duties"),
        ({"first_day": "2099-01-02", "last_day": "2099-01-01"}, "last_day"),
        ({"last_day": "2099-01-01"}, "first_day"),
        ({"first_day": "2020-01-01"}, "first_day"),
        ({"first_day": "gisteren"}, "first_day"),
        ({"first_day": "{free}"}, "__all__"),
        ({"first_day": "9999-12-31"}, "first_day"),
        ({"first_day": "{free}", "last_day": "9999-12-31"}, "last_day"),
        ({"duties": "{ref}", "reason": "verzonnen"}, "reason"),
        ({"duties": "{ref}", "wish": ""}, "wish"),
        ({"duties": "{ref}", "asked": "00000000-0000-0000-0000-000000000000"}, "asked"),
    ],
    ids=[
        "nothing",
        "end first",
        "no begin",
        "over",
        "no date",
        "no session",
        "end of time",
        "for ever",
        "reason",
        "wish",
        "nobody",
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_is_lost(crew: Crew, given: dict[str, str], field: str) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    free = str(crew.day + timedelta(days=1))
    given = {name: value.replace("{free}", free) for name, value in given.items()}
    data = {"reason": "other", "wish": "desk", "asked": "everybody"} | given
    if "duties" in data:
        data["duties"] = ref(crew)
    answer = crew.as_worker(halina).post(url("report", halina.uuid), data)
    form = answer.context["form"]
    assert (answer.status_code, list(form.errors), Absence.objects.count()) == (422, [field], 0)
    assert {name: form[name].value() for name in given if name != "duties"} == {
        name: value for name, value in given.items() if name != "duties"
    }


def test_session_that_is_over_in_the_meantime_gets_a_sentence(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    data = {"duties": [ref(crew, -2)], "reason": "other", "wish": "desk", "asked": "everybody"}
    answer = crew.as_worker(halina).post(url("report", halina.uuid), data)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["duties"])


# What stands on the screens


def test_what_is_short_stands_first(crew: Crew) -> None:
    add_series(crew.world, 3)
    fill(crew)
    context = crew.as_role(Role.PLEIN_WORKER).get(week_of(crew)).context
    assert [line.session.title for line in context["short"]] == ["Oever spreekuur"]


def test_start_has_my_sessions_and_who_is_here(crew: Crew) -> None:
    halina = crew.worker("Halina")
    add_today(crew, halina)
    # Not yet on a day on which the library's own series has its session today.
    crew.turn(halina, first_day=crew.day)
    blocks = blocks_of(crew.as_worker(halina).get("/intranet/"))
    today, mine = (blocks[f"netwerk/floor/roster/{name}.html"] for name in ("today", "mine_today"))
    assert [person.name for line in today["lines"] for person in line.names] == ["Halina Oevernaam"]
    assert "Oever spreekuur" in {line.session.title for line in mine["lines"]}


def queries_of(client: Client, address: str, django_assert_num_queries: Any, count: int) -> Any:
    with django_assert_num_queries(count):
        return client.get(address)


def test_week_costs_the_same_with_1_and_30_sessions(crew: Crew, django_assert_num_queries: Any) -> None:
    gap = fill(crew)
    client = crew.as_role(Role.PLEIN_WORKER)
    assert len(queries_of(client, week_of(crew), django_assert_num_queries, 11).context["short"]) == 1
    add_series(crew.world, 29)
    for series in Series.objects.filter(offer__slug__startswith="meer"):
        save_turn(worker=gap.worker, series=series, first_day=series.starts_on)
    page = queries_of(client, week_of(crew), django_assert_num_queries, 11)
    assert sum(len(day["lines"]) for day in page.context["days"]) == 30


def test_mine_costs_the_same_with_1_and_20_gaps(crew: Crew, django_assert_num_queries: Any) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    gap = crew.away(halina)
    client = crew.as_worker(halina)
    queries_of(client, url("mine"), django_assert_num_queries, 20)
    queries_of(client, url("absence", gap.absence.uuid), django_assert_num_queries, 15)
    duties = [(crew.series, crew.day + timedelta(weeks=week)) for week in range(1, 21)]
    absence = report_absence(worker=halina, duties=duties, reason="holiday")
    assert len(queries_of(client, url("mine"), django_assert_num_queries, 20).context["away"]) == 21
    page = queries_of(client, url("absence", absence.uuid), django_assert_num_queries, 15)
    assert len(page.context["items"]) == 20
