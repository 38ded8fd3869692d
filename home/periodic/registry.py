"""Which jobs there are. Each area declares its own; the portal registers them all when it starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.module_loading import import_string

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
# After this long a run that told nothing is taken for lost: its process was killed.
LEASE = timedelta(minutes=15)

# What a run did: a sentence, or how many things it handled.
Result: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Job:
    """A callable without arguments, named by its dotted path, and the time between two runs.

    It has to be safe to repeat, since a run that was killed is done again. What it returns is shown to the
    administrators of the network, so nothing of a person is in it.

    Args:
        name: the key of its row; never changed.
        path: dotted path of the callable.
        every: from the beginning of one run to that of the next.
        label: what it does, in the words of the library.
        lease: how long one run may take before another is begun beside it.

    """

    name: str
    path: str
    every: timedelta = MINUTE
    label: str | Promise = ""
    lease: timedelta = LEASE

    @property
    def work(self) -> Callable[[], Result]:
        """The callable; ``ImportError`` when the path leads nowhere."""
        found: Callable[[], Result] = import_string(self.path)
        return found


_jobs: dict[str, Job] = {}


def register(*jobs: Job) -> None:
    """Declare jobs.

    Raises ``ValueError`` when another job has this name.
    """
    for job in jobs:
        if _jobs.setdefault(job.name, job) != job:
            raise ValueError(f"There are two jobs with the name {job.name}.")


def all_jobs() -> list[Job]:
    """Every job, in the order in which they were declared."""
    return list(_jobs.values())
