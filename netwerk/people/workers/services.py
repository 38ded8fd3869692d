"""All writes on workers. What rests on a worker elsewhere, such as a public name, follows."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.consent import services as consent
from home.consent.registry import Publication
from home.tenant.libraries.models import Library
from netwerk.people.workers.choices import ConsentField
from netwerk.people.workers.followers import followers
from netwerk.people.workers.models import Worker, WorkerConsent
from netwerk.people.workers.selectors import question_in


@transaction.atomic
def tell_followers(*, worker: Worker) -> None:
    """Let whatever rests on a worker follow what she is now."""
    for follow in followers:
        follow(worker=worker)


def show_name(row: WorkerConsent, values: Mapping[str, Any]) -> None:
    """Let whatever shows a name show this one."""
    tell_followers(worker=row.worker)


def hide_name(row: WorkerConsent) -> None:
    """Take the name off everything: it is empty by now."""
    tell_followers(worker=row.worker)


PUBLICATION = Publication(
    model=WorkerConsent,
    fields={ConsentField.FIRST_NAME: lambda worker: worker.public_name},
    show=show_name,
    hide=hide_name,
    kept=("public_name",),
)


@transaction.atomic
def save_worker(
    *,
    library: Library,
    uuid: UUID,
    name: str,
    public_name: str = "",
    agreed_on: date | None = None,
    **facts: Any,
) -> Worker:
    """Make a worker, or bring the facts of one up to date; the public names follow.

    With the day on which she agreed to be named, ``public_name`` is what visitors see. Without that day it is not kept.
    """
    worker = Worker.objects.filter(uuid=uuid, library=library).first() or Worker(uuid=uuid, library=library)
    for field, value in {"name": name, **facts}.items():
        setattr(worker, field, value)
    worker.full_clean(exclude=["library"])
    worker.save()
    if agreed_on is not None:
        return agree(worker=worker, public_name=public_name, on=agreed_on)
    tell_followers(worker=worker)
    return worker


@transaction.atomic
def withdraw(*, worker: Worker, **how: Any) -> None:
    """Take back the consent to be named: the name is gone from every public page when this returns.

    ``how``: ``route`` and ``asked_by``, as the service of consent has them.
    """
    consent.withdraw(model=WorkerConsent, person=worker, **how)
    worker.public_name = ""


@transaction.atomic
def agree(*, worker: Worker, public_name: str, language: str = "", **asked: Any) -> Worker:
    """Note that somebody agrees to be named on the website.

    ``language`` is the one in which it was asked, the library's main one when not given. ``asked``: ``route``,
    ``asked_by``, ``until`` and ``on``, as the service of consent has them.

    Raises ``ValidationError`` with a sentence a field when there is no name, or the day is still to come.
    """
    public_name, day = public_name.strip(), asked.get("on")
    if not public_name:
        raise ValidationError({"public_name": _("Give the first name as it may be shown.")})
    if day and day > timezone.localdate():
        raise ValidationError({"agreed_on": _("This day is still to come. Note it when she agreed.")})
    language = language or worker.library.main_language
    consent.give(
        model=WorkerConsent,
        person=worker,
        covers=[ConsentField.FIRST_NAME],
        language=language,
        text=question_in(language),
        public_name=public_name,
        **asked,
    )
    worker.public_name = public_name
    return worker


@transaction.atomic
def forget_consent(*, worker: Worker) -> None:
    """Delete what somebody answered, and the name that was public because of it: her data ends."""
    consent.forget_all(model=WorkerConsent, person=worker)
