"""Running a job: claimed by one scheduler, and written down however it ends."""

import traceback
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from home.periodic.choices import Outcome
from home.periodic.models import PeriodicRun
from home.periodic.registry import Job, Result
from home.periodic.selectors import free


def claim(*, job: Job, now: datetime) -> bool:
    """Take a job that is due, for as long as its lease; no when it is not due or another scheduler has it.

    One conditional statement decides, so two schedulers never both hear yes.
    """
    PeriodicRun.objects.bulk_create([PeriodicRun(name=job.name)], ignore_conflicts=True)
    taken = free(job, now).update(
        began_at=now, ended_at=None, outcome=Outcome.BUSY, says="", claimed_until=now + job.lease
    )
    return taken == 1


def run(*, job: Job) -> bool:
    """Do the work of a job that is due, and write down how it went; no when another scheduler has it.

    An error of the job is raised again, after it was noted: the job stays due. So is the order to stop.
    """
    began = timezone.now()
    if not claim(job=job, now=began):
        return False
    try:
        result = job.work()
    except Exception as error:
        _note(job, began, outcome=Outcome.FAILED, says=_place_of(error), failures=F("failures") + 1)
        raise
    except BaseException:
        # Told to stop halfway. That is no failure: whoever starts next does it at once.
        _note(job, began, outcome="", says="")
        raise
    _note(job, began, outcome=Outcome.DONE, says=_said(result), failures=0, done_at=began)
    return True


def _note(job: Job, began: datetime, **facts: object) -> None:
    """Write down how a run ended, unless its lease ran out and another one began since."""
    mine = PeriodicRun.objects.filter(name=job.name, began_at=began)
    mine.update(ended_at=timezone.now(), claimed_until=None, **facts)


def _said(result: Result) -> str:
    """What the screen shows of a run; a count of nothing done says nothing to whoever reads it."""
    most = PeriodicRun._meta.get_field("says").max_length or 0  # noqa: SLF001 - Django's own name for it
    return str(result)[:most] if result else ""


def _place_of(error: Exception) -> str:
    """The kind of an error and the last line of ours that it passed; not its words, in which a person may stand."""
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(settings.BASE_DIR) and "site-packages" not in frame.filename
    ]
    kind = type(error).__name__
    if not ours:
        return kind
    place = Path(ours[-1].filename).relative_to(settings.BASE_DIR)
    return _said(f"{kind} ({place}:{ours[-1].lineno})")
