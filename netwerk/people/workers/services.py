"""All writes on workers. What rests on a worker elsewhere, such as a public name, follows."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.consent import services as consent
from home.consent.registry import Publication
from home.consent.said import Said
from home.consent.selectors import standing
from home.tenant.gate.writing import found, write
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
    name: str,
    row: Worker | None = None,
    uuid: UUID | None = None,
    said: Said | None = None,
    **facts: Any,
) -> Worker:
    """Make a worker, or change ``row``, else the one with this ``uuid``; the public names follow.

    ``said``: whether she agreed to be named, and how; it stays as it is when not given.

    Raises:
        ValidationError: with a sentence per field.

    """
    row = row or found(Worker, library=library, uuid=uuid)
    # The name that visitors see is written by the service of consent alone.
    public_name = Worker.objects.filter(pk=row.pk).values_list("public_name", flat=True).first() or ""
    write(row, **facts | {"library": library, "name": name, "public_name": public_name})
    if said is not None:
        _follow(row, said)
    tell_followers(worker=row)
    return row


def _follow(worker: Worker, said: Said) -> None:
    """Give, replace or withdraw the consent when what was said differs from what stands."""
    if not said.covers:
        withdraw(worker=worker, asked_by=said.asked_by)
        return
    stands, name = standing(WorkerConsent, worker), said.public_name
    if stands and (worker.public_name, stands.answered_on, stands.until) == (name, said.on, said.until):
        return
    how = {"route": said.route, "until": said.until, "on": said.on, "asked_by": said.asked_by}
    agree(worker=worker, public_name=name, language=said.language, **how)


@transaction.atomic
def delete_worker(*, row: Worker) -> None:
    """Throw a worker away; her name goes first, as long as it is known whose it was."""
    forget_consent(worker=row)
    row.delete()


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
