"""A task whose worker was killed is taken again after its lease, and one that ends every worker is given up."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.lost_tasks import LEASE, put_back

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def make(status: str = TaskResultStatus.RUNNING, age: timedelta = LEASE, workers: int = 1) -> DBTaskResult:
    return DBTaskResult.objects.create(
        id=uuid4(),
        status=status,
        started_at=NOW - age - timedelta(seconds=1),
        args_kwargs={"args": [1], "kwargs": {}},
        task_path="home.mail.services.send_queued",
        worker_ids=[f"w{number}" for number in range(workers)],
        backend_name="default",
        run_after=NOW,
    )


def test_a_task_without_its_worker_is_put_back() -> None:
    lost = make()
    young = make(age=LEASE - timedelta(minutes=1))
    done = make(TaskResultStatus.SUCCESSFUL)
    assert (put_back(now=NOW), put_back(now=NOW)) == (1, 0)
    states = dict(DBTaskResult.objects.values_list("id", "status"))
    assert states == {
        lost.pk: TaskResultStatus.READY,
        young.pk: TaskResultStatus.RUNNING,
        done.pk: TaskResultStatus.SUCCESSFUL,
    }
    assert list(DBTaskResult.objects.ready().values_list("id", flat=True)) == [lost.pk]


def test_a_task_that_ended_three_workers_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    poison = make(workers=3)
    assert put_back(now=NOW) == 0
    poison.refresh_from_db()
    assert poison.status == TaskResultStatus.FAILED
    assert [record.getMessage() for record in caplog.records] == [
        f"The task home.mail.services.send_queued ({poison.pk}) is given up: it ended 3 workers."
    ]
