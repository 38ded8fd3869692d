"""The data of workers has an end."""

from datetime import timedelta

from django.utils import timezone

from home.persons.services import run_retention
from netwerk.floor.roster.choices import Wish
from netwerk.floor.roster.demo import build
from netwerk.floor.roster.models import Absence, Gap, StandInRequest, Turn
from netwerk.floor.roster.services import accept
from netwerk.people.workers.models import Worker
from netwerk.people.workers.services import save_worker
from portal.schedule import JOBS
from tests.factories.world import make_world
from tests.netwerk.floor.roster.conftest import Crew

KEPT = Worker.personal_data.retention


def make_old(worker: Worker, *, left: bool = False) -> None:
    moment = timezone.now() - KEPT - timedelta(days=2)
    Worker.objects.filter(pk=worker.pk).update(created_at=moment, left_on=moment.date() if left else None)


def test_who_left_long_ago_becomes_a_number(crew: Crew) -> None:
    gone, here = crew.worker("Weg"), crew.worker("Hier")
    crew.turn(gone)
    crew.turn(here)
    make_old(gone, left=True)
    run_retention()
    gone.refresh_from_db()
    assert (gone.name, gone.public_name, gone.agreed_on, gone.user, gone.partner) == ("", "", None, None, None)
    assert str(gone) == f"MW-{gone.pk:04d}"
    assert [row["name"] for row in crew.series.people] == ["Hier"]
    assert list(Turn.objects.values_list("worker", flat=True)) == [here.pk]


def test_who_holds_a_turn_or_stands_in_is_kept(crew: Crew) -> None:
    holds, stands_in, idle = crew.worker("Houdt"), crew.worker("Springt"), crew.worker("Niets")
    crew.turn(holds)
    accept(request=crew.away(holds, wish=Wish.ASK, asked=[stands_in]).requests.get())
    for worker in (holds, stands_in, idle):
        make_old(worker)
    run_retention()
    assert set(Worker.objects.known()) == {holds, stands_in}


def test_old_absences_are_forgotten_with_their_reason(crew: Crew) -> None:
    halina = crew.worker("Halina")
    crew.turn(halina)
    crew.away(halina)
    Absence.objects.update(last_day=timezone.localdate() - Absence.personal_data.retention - timedelta(days=1))
    young = crew.away(halina, duties=[(crew.series, crew.day + timedelta(weeks=1))])
    run_retention()
    assert list(Gap.objects.all()) == [young]


def test_the_round_can_be_repeated_and_is_planned_daily(crew: Crew) -> None:
    make_old(crew.worker("Weg"), left=True)
    run_retention()
    before = list(Worker.objects.values())
    run_retention()
    assert list(Worker.objects.values()) == before
    assert [job.every for job in JOBS if job.path == "home.persons.tasks.run_retention"] == [timedelta(days=1)]


def test_who_left_is_on_no_list(crew: Crew) -> None:
    halina = crew.worker("Halina")
    save_worker(library=halina.library, uuid=halina.uuid, name=halina.name, left_on=timezone.localdate())
    assert Worker.objects.get().is_active is False
    assert not Worker.objects.working(timezone.localdate()).exists()


def test_demo_loads_twice_and_mails_nobody(db: None, mailoutbox: list[object]) -> None:
    world = make_world("oeverstad", languages=())
    libraries = {"oeverstad": world.library}
    build(libraries=libraries)
    models = (Worker, Turn, Absence, Gap, StandInRequest)
    before = [model.objects.count() for model in models]
    build(libraries=libraries)
    assert [model.objects.count() for model in models] == before
    assert (before[0], mailoutbox) == (13, [])
