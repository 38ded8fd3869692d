"""The scheduler runs what is due, and one failing job does not keep the others from running."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string

from home.periodic.registry import MINUTE, Job
from home.periodic.selectors import due
from portal.management.commands import scheduler
from portal.schedule import JOBS

ran: list[str] = []


def work() -> None:
    ran.append("work")


def fail() -> None:
    message = "no"
    raise ValueError(message)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    ran.clear()


def run_once(monkeypatch: pytest.MonkeyPatch, *jobs: Job) -> None:
    monkeypatch.setattr(scheduler, "JOBS", jobs)
    call_command("scheduler", once=True)


@pytest.mark.django_db
def test_a_job_runs_and_then_waits_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job("work", f"{__name__}.work", every=timedelta(days=1))
    run_once(monkeypatch, job)
    run_once(monkeypatch, job)
    assert ran == ["work"]
    assert due([job], timezone.now() + timedelta(days=1)) == [job]


@pytest.mark.django_db
def test_a_failing_job_is_logged_stays_due_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failing = Job("fail", f"{__name__}.fail")
    run_once(monkeypatch, failing, Job("work", f"{__name__}.work"))
    assert ran == ["work"]
    assert due([failing], timezone.now()) == [failing]
    assert [record.getMessage() for record in caplog.records] == [
        "The job 'fail' failed; it is tried again in a minute."
    ]


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)
def test_each_registered_job_names_something_that_can_be_called(job: Job) -> None:
    assert callable(import_string(job.path))
    assert job.every >= MINUTE


def test_job_names_differ() -> None:
    names = [job.name for job in JOBS]
    assert sorted(set(names)) == sorted(names)
