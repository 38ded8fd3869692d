"""What the scheduler does, and how often. One line a job; jobs are idempotent, since a restart may repeat one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
SLACK = timedelta(seconds=5)


@dataclass(frozen=True)
class Job:
    """A callable without arguments, named by its dotted path, and the time between two runs.

    The name is part of a cache key: letters and underscores only.
    """

    name: str
    path: str
    every: timedelta = MINUTE

    @property
    def cache_key(self) -> str:
        """Where the last run is kept: in the shared cache, so that a restart does not repeat a daily job."""
        return f"schedule:{self.name}"

    def is_due(self, now: datetime) -> bool:
        """Whether the time between two runs has passed, give or take the few seconds a round may come early."""
        last = cache.get(self.cache_key)
        return last is None or now - last >= self.every - SLACK

    def run(self) -> None:
        """Do the work, then note when it began; a job that fails stays due."""
        began = timezone.now()
        import_string(self.path)()
        cache.set(self.cache_key, began, timeout=None)


def publish_scheduled() -> None:
    """Publish and unpublish the pages whose moment has come."""
    call_command("publish_scheduled", verbosity=0)


def forget_finished_tasks() -> None:
    """Drop the records of tasks that ended a fortnight ago or more."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=14, verbosity=0)


JOBS = [
    Job("publish_scheduled", "portal.schedule.publish_scheduled"),
    Job("forget_finished_tasks", "portal.schedule.forget_finished_tasks", every=DAY),
    Job("send_waiting_mail", "home.mail.services.send_waiting", every=timedelta(minutes=10)),
    Job("fetch_calendars", "plein.programme.calendars.tasks.fetch_due", every=timedelta(minutes=10)),
    Job("forget_old_links", "home.personal_links.tasks.forget_old_links", every=DAY),
    Job("forget_old_reads", "home.words.board.services.forget_old_reads", every=DAY),
    Job("keep_missing_words", "home.words.board.services.keep_missing_words", every=DAY),
    Job("end_personal_data", "home.persons.tasks.run_retention", every=DAY),
]
