"""Whatever deletes a row of the roster, its public name goes with it."""

from typing import Any

from netwerk.floor.roster.models import Gap, Turn
from netwerk.floor.roster.services import publish_people, release
from netwerk.people.workers.models import Worker


def on_worker_deleting(sender: type[Worker], instance: Worker, **_kwargs: Any) -> None:
    """Where she stood in, nobody does any more."""
    release(worker=instance)


def on_row_deleted(sender: type[Turn] | type[Gap], instance: Turn | Gap, **_kwargs: Any) -> None:
    """The public names follow whatever deletes a turn or a gap."""
    publish_people(series=instance.series)
