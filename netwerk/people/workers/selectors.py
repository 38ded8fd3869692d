"""Reads of workers, always of one library."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import override

from home.tenant.libraries.models import Library
from netwerk.people.workers.choices import QUESTION
from netwerk.people.workers.models import Worker

if TYPE_CHECKING:
    from home.tenant.users.models import User


def workers_of(library: Library) -> QuerySet[Worker]:
    """Who works on this library's plein today."""
    return Worker.objects.working(timezone.localdate()).filter(library=library).select_related("user", "partner")


def worker_of(library: Library, user: "User") -> Worker | None:
    """The worker that somebody who signed in is, if any."""
    return workers_of(library).filter(user=user).first()


def question_in(language: str) -> str:
    """The words in which a worker is asked whether she may be named, in a language."""
    with override(language):
        return str(QUESTION)
