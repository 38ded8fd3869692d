"""What higher floors do when something of a worker changes, in the same transaction."""

from typing import Protocol

from home.tenant.extending.registry import Registry
from netwerk.people.workers.models import Worker


class Follower(Protocol):
    """Brings what rests on a worker up to date; safe to repeat."""

    def __call__(self, *, worker: Worker) -> None:
        """Called after each change of a worker."""


followers = Registry[Follower]("what follows a change of a worker")
