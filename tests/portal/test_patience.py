"""A database that is away for a while stops neither the scheduler nor the worker."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal import patience
from portal.management.commands import scheduler
from portal.patience import outlasting
from portal.schedule import Job


def test_work_is_begun_anew_after_longer_and_longer_pauses() -> None:
    pauses: list[float] = []

    def work() -> None:
        if len(pauses) < 6:
            message = "the connection is closed"
            raise OperationalError(message)

    outlasting(work, pause=pauses.append)
    assert pauses == [1.0, 2.0, 4.0, 8.0, 15.0, 15.0]


def test_what_is_no_matter_of_the_database_is_not_hidden() -> None:
    def work() -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        outlasting(work, pause=lambda _seconds: pytest.fail("it waited"))


@pytest.fixture
def away(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Any]:
    """The database refuses so many statements."""
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(patience.connections, "close_all", lambda: None)  # it is the test's own connection

    @contextmanager
    def for_statements(number: int) -> Iterator[list[str]]:
        refused: list[str] = []

        def refuse(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            if len(refused) < number:
                refused.append(sql)
                message = "server closed the connection unexpectedly"
                raise OperationalError(message)
            return execute(sql, *rest)

        with connection.execute_wrapper(refuse):
            yield refused

    return for_statements


def test_the_worker_goes_on_when_the_database_is_back(away: Callable[[int], Any], settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    task = DBTaskResult.objects.create(
        id=uuid4(),
        args_kwargs={"args": [0], "kwargs": {}},
        task_path="home.mail.services.send_queued",
        backend_name="default",
        run_after=timezone.now(),
    )
    with away(3) as refused:
        call_command("worker", batch=True, startup_delay=False, queue_name="*", reload=False)
    task.refresh_from_db()
    assert (len(refused), task.status) == (3, TaskResultStatus.SUCCESSFUL)


ran: list[str] = []


def work() -> None:
    ran.append("work")


class NeedsDatabase(Job):
    """A job of which the last run stands in a table."""

    def is_due(self, now: object) -> bool:
        connection.cursor().execute("SELECT 1")
        return True


def test_the_scheduler_goes_on_when_the_database_is_back(
    away: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran.clear()
    monkeypatch.setattr(scheduler, "JOBS", [NeedsDatabase("work", f"{__name__}.work")])
    monkeypatch.setattr(scheduler.signal, "signal", lambda *_args: None)

    def enough(_seconds: float) -> None:
        raise SystemExit(0)

    monkeypatch.setattr(scheduler.time, "sleep", lambda seconds: enough(seconds) if ran else None)
    with away(2) as refused, pytest.raises(SystemExit):
        scheduler.Command().handle(once=False)
    assert (len(refused), ran) == (2, ["work"])
