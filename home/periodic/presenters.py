"""Jobs as the administrators of the network see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.periodic.choices import Outcome
from home.periodic.models import PeriodicRun
from home.periodic.registry import DAY, MINUTE, Job
from home.periodic.selectors import next_due

# A round of the scheduler begins every minute; this much later something is wrong with it.
SILENCE = timedelta(minutes=5)
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job. ``state`` is a word for the style sheet: ``never``, or a value of ``Outcome``."""

    label: str
    every: str
    began_at: datetime | None
    took: str
    state: str
    state_label: str
    says: str
    failures: str
    next_at: datetime | None


def job_row(job: Job, run: PeriodicRun | None) -> JobRow:
    """A job with its last run."""
    outcome = run.outcome if run else ""
    failures = run.failures if run else 0
    return JobRow(
        label=str(job.label or job.name),
        every=interval(job.every),
        began_at=run.began_at if run else None,
        took=_took(run),
        state=outcome or "never",
        state_label=str(Outcome(outcome).label) if outcome else _("not run yet"),
        says=run.says if run else "",
        failures=ngettext("%(count)d time in a row", "%(count)d times in a row", failures) % {"count": failures}
        if failures
        else "",
        next_at=next_due(job, run),
    )


def interval(every: timedelta) -> str:
    """How often, in words."""
    days, hours, minutes = every // DAY, every // HOUR, every // MINUTE
    if hours and not days:
        return ngettext("every hour", "every %(count)d hours", hours) % {"count": hours}
    if days:
        return ngettext("every day", "every %(count)d days", days) % {"count": days}
    return ngettext("every minute", "every %(count)d minutes", minutes) % {"count": minutes}


def is_silent(runs: Iterable[PeriodicRun], now: datetime) -> bool:
    """Whether nothing began for so long that the scheduler itself must have stopped."""
    last = max((run.began_at for run in runs if run.began_at), default=None)
    return last is None or now - last > SILENCE


def _took(run: PeriodicRun | None) -> str:
    """How long the last run took, in words; nothing while it is busy."""
    if run is None or run.began_at is None or run.ended_at is None:
        return ""
    seconds = round((run.ended_at - run.began_at).total_seconds())
    if seconds < 1:
        return _("less than a second")
    return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
