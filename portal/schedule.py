"""What the scheduler does: the jobs of each area, and those of the project itself."""

from datetime import timedelta

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _

import home.jobs
import plein.jobs
from home.periodic.registry import DAY, Job


def publish_scheduled() -> None:
    """Publish and unpublish the pages whose moment has come."""
    call_command("publish_scheduled", verbosity=0)


def forget_finished_tasks() -> None:
    """Drop the records of tasks that ended a fortnight ago or more."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=14, verbosity=0)


JOBS = [
    Job("publish_scheduled", "portal.schedule.publish_scheduled", label=_("Publish pages whose moment has come")),
    Job(
        "forget_finished_tasks",
        "portal.schedule.forget_finished_tasks",
        every=DAY,
        label=_("Forget tasks that ended long ago"),
    ),
    Job(
        "put_back_tasks",
        "portal.lost_tasks.put_back",
        every=timedelta(minutes=5),
        label=_("Put back tasks whose worker is gone"),
    ),
    *home.jobs.JOBS,
    *plein.jobs.JOBS,
]
