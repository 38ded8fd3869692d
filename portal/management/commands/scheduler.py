"""Runs the jobs of `portal.schedule` when they are due, until it is stopped."""

import logging
import signal
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from home.periodic.selectors import due
from home.periodic.services import run
from portal.patience import outlasting
from portal.schedule import JOBS

logger = logging.getLogger(__name__)

ROUND = 60.0  # seconds


class Command(BaseCommand):
    """The clock of an installation: run one, next to the web server and the task worker."""

    help = "Runs the periodic jobs each time they are due, until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Run what is due now, then end.")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["once"]:
            run_due_jobs()
            return
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        while True:
            began = time.monotonic()
            outlasting(run_due_jobs)
            time.sleep(max(0.0, ROUND - (time.monotonic() - began)))

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """End at once: a job is a transaction or repeats itself safely."""
        raise SystemExit(0)


def run_due_jobs() -> None:
    """Run each job that is due; one that fails is logged and does not keep the others from running."""
    close_old_connections()
    for job in due(JOBS, timezone.now()):
        try:
            run(job=job)
        except Exception:
            logger.exception("The job '%s' failed; it is tried again in a minute.", job.name)
            # A connection that broke under it is not the next job's.
            close_old_connections()
    close_old_connections()
