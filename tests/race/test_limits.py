"""Attempts at the same moment cannot slip past a limit together, and a job is begun by one scheduler."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from home.limits.models import Attempts
from home.limits.registry import Limit, Part
from home.limits.services import NO_WAIT, attempt
from home.periodic.models import PeriodicRun
from home.periodic.registry import Job
from home.periodic.services import claim

pytestmark = pytest.mark.django_db(transaction=True)

THREADS, FREE = 16, 5
LIMIT = Limit("race", (Part.NETWORK,), free=FREE, window=timedelta(hours=1))


def at_once(work: Callable[[], Any]) -> list[Any]:
    """Do the same in many threads, each with a connection of its own, all from the same moment."""
    start = Barrier(THREADS)

    def run(_number: int) -> Any:
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


@pytest.mark.parametrize("before", [0, 1, FREE - 1], ids=["no row yet", "one before", "one left"])
def test_no_more_attempts_go_ahead_than_are_free(before: int) -> None:
    request = RequestFactory().post("/", REMOTE_ADDR="203.0.113.9")
    for _number in range(before):
        attempt(limit=LIMIT, request=request)
    waits = at_once(lambda: attempt(limit=LIMIT, request=request))
    assert (waits.count(NO_WAIT), Attempts.objects.get().count) == (FREE - before, FREE)


def test_job_is_claimed_by_one_scheduler() -> None:
    job, now = Job("race", "portal.schedule.publish_scheduled"), timezone.now()
    taken = at_once(lambda: claim(job=job, now=now))
    assert (taken.count(True), PeriodicRun.objects.filter(name="race").count()) == (1, 1)
