"""Tasks whose worker is gone: a worker that is killed leaves its task as running, and nobody takes it any more."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

# Longer than any task of ours takes: one that runs longer is run twice at once, which tasks have to bear.
LEASE = timedelta(minutes=30)
MOST_WORKERS = 3  # a task that ends every worker is no longer put back


def put_back(*, now: datetime | None = None) -> int:
    """Let the tasks whose worker is gone be taken again; give up those that went through several workers; how many.

    Each is one conditional statement: a task that ends in this moment stays ended.
    """
    lost = DBTaskResult.objects.running().filter(started_at__lt=(now or timezone.now()) - LEASE)
    number = 0
    for pk, path, workers in list(lost.values_list("pk", "task_path", "worker_ids")):
        row = lost.filter(pk=pk)
        if len(workers) < MOST_WORKERS:
            number += row.update(status=TaskResultStatus.READY, started_at=None)
        elif row.update(status=TaskResultStatus.FAILED, finished_at=timezone.now()):
            logger.error("The task %s (%s) is given up: it ended %d workers.", path, pk, len(workers))
    return number
