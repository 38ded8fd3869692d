"""All writes on workers. What rests on a worker elsewhere, such as a public name, follows."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from home.tenant.libraries.models import Library
from netwerk.people.workers.followers import followers
from netwerk.people.workers.models import Worker


@transaction.atomic
def tell_followers(*, worker: Worker) -> None:
    """Let whatever rests on a worker follow what she is now."""
    for follow in followers:
        follow(worker=worker)


@transaction.atomic
def save_worker(*, library: Library, uuid: UUID, name: str, **facts: Any) -> Worker:
    """Make a worker, or bring the facts of one up to date; the public names follow."""
    worker = Worker.objects.filter(uuid=uuid, library=library).first() or Worker(uuid=uuid, library=library)
    for field, value in {"name": name, **facts}.items():
        setattr(worker, field, value)
    worker.full_clean(exclude=["library"])
    worker.save()
    tell_followers(worker=worker)
    return worker


@transaction.atomic
def withdraw(*, worker: Worker) -> None:
    """Take back the consent to be named: the name is gone from every public page when this returns."""
    worker.public_name, worker.agreed_on = "", None
    Worker.objects.filter(pk=worker.pk).update(public_name="", agreed_on=None)
    tell_followers(worker=worker)


@transaction.atomic
def agree(*, worker: Worker, public_name: str) -> Worker:
    """Note that somebody agrees, today, to be named on the website."""
    facts = {"public_name": public_name, "agreed_on": timezone.localdate()}
    return save_worker(library=worker.library, uuid=worker.uuid, name=worker.name, **facts)
