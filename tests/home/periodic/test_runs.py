"""A job runs when it is due, by one scheduler at a time, and its row says how that went."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from home.periodic.choices import Outcome
from home.periodic.models import PeriodicRun
from home.periodic.registry import DAY, Job, all_jobs, register
from home.periodic.selectors import due, last_done, next_due
from home.periodic.services import claim, run
from portal.schedule import JOBS

pytestmark = pytest.mark.django_db

HERE = __name__
ran: list[str] = []


def work() -> int:
    ran.append("work")
    return 3


def fail() -> None:
    message = "oksana@test.example is no number"
    raise ValueError(message)


def stop() -> None:
    raise SystemExit(0)


def nothing() -> int:
    return 0


def claimed_by_another() -> None:
    """As when this run took longer than its lease, and another scheduler began one since."""
    PeriodicRun.objects.update(began_at=timezone.now() + timedelta(hours=1), outcome=Outcome.BUSY)


DAILY = Job("daily", f"{HERE}.work", every=DAY)
FAILING = Job("failing", f"{HERE}.fail", every=DAY)


@pytest.fixture(autouse=True)
def _fresh() -> None:
    ran.clear()


def facts(name: str) -> tuple[str, str, int, bool, bool]:
    row = PeriodicRun.objects.get(name=name)
    return row.outcome, row.says, row.failures, row.ended_at is not None, row.claimed_until is None


def test_run_is_written_down_and_outlives_the_cache() -> None:
    began = timezone.now()
    assert run(job=DAILY) is True
    cache.clear()
    assert facts("daily") == (Outcome.DONE, "3", 0, True, True)
    assert began <= last_done("daily") <= timezone.now()
    assert [run(job=DAILY), ran] == [False, ["work"]]


def test_run_that_had_nothing_to_do_says_nothing() -> None:
    run(job=Job("idle", f"{HERE}.nothing", every=DAY))
    assert facts("idle") == (Outcome.DONE, "", 0, True, True)


def test_job_is_due_again_when_its_time_has_passed() -> None:
    run(job=DAILY)
    row = PeriodicRun.objects.get()
    moments = [row.done_at + DAY - timedelta(minutes=1), row.done_at + DAY]
    assert [bool(due([DAILY], moment)) for moment in moments] == [False, True]
    assert next_due(DAILY, row) == row.done_at + DAY


def test_failing_job_stays_due_and_says_where_it_failed_without_the_words_of_the_error() -> None:
    for _number in range(2):
        with pytest.raises(ValueError, match="oksana"):
            run(job=FAILING)
    outcome, says, failures, is_ended, is_free = facts("failing")
    assert (outcome, failures, is_ended, is_free) == (Outcome.FAILED, 2, True, True)
    assert says.startswith("ValueError (tests/home/periodic/test_runs.py:")
    assert "oksana" not in says
    assert due([FAILING], timezone.now()) == [FAILING]


def test_failures_are_forgotten_when_it_goes_well() -> None:
    with pytest.raises(ValueError, match="number"):
        run(job=FAILING)
    run(job=Job("failing", f"{HERE}.work", every=DAY))
    assert facts("failing") == (Outcome.DONE, "3", 0, True, True)


def test_job_that_somebody_has_is_not_taken_until_its_lease_is_over() -> None:
    now = timezone.now()
    later = now + DAILY.lease
    claims = [claim(job=DAILY, now=moment) for moment in (now, now, later - timedelta(seconds=1), later)]
    assert claims == [True, False, False, True]
    assert due([DAILY], later) == []


def test_scheduler_that_is_stopped_gives_its_job_back() -> None:
    job = Job("stopped", f"{HERE}.stop", every=DAY)
    with pytest.raises(SystemExit):
        run(job=job)
    assert facts("stopped") == ("", "", 0, True, True)
    assert due([job], timezone.now()) == [job]


def test_run_that_lost_its_lease_does_not_write_over_the_next() -> None:
    run(job=Job("slow", f"{HERE}.claimed_by_another"))
    assert facts("slow")[0] == Outcome.BUSY


def test_looking_what_is_due_takes_one_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        assert due(JOBS, timezone.now()) == JOBS


def test_jobs_of_every_area_are_registered_with_words_for_the_screen() -> None:
    assert all_jobs() == JOBS
    assert [job.name for job in JOBS if not job.label] == []


def test_two_jobs_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two jobs with the name publish_scheduled"):
        register(Job("publish_scheduled", f"{HERE}.work"))
