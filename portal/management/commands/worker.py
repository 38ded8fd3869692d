"""Runs background tasks: the worker of django-tasks-db, which by itself logs two lines for each task."""

import logging
from typing import Any

from django_tasks_db.compat import TASKS_LOGGER
from django_tasks_db.management.commands import db_worker

from portal.patience import outlasting


class Command(db_worker.Command):
    """The same worker; it bears a database that is away, and with the usual verbosity tells of failures only."""

    def handle(self, **options: Any) -> None:
        outlasting(lambda: super(Command, self).handle(**options))

    def configure_logging(self, verbosity: int) -> None:
        super().configure_logging(verbosity)
        if verbosity == 1:
            for name in (TASKS_LOGGER, "django_tasks_db"):
                logging.getLogger(name).setLevel(logging.WARNING)
