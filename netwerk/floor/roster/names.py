"""The first names that visitors see at sessions: shown with consent, and gone as soon as that is taken back."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.consent import services as consent
from home.consent.registry import Publication
from netwerk.floor.roster import selectors
from netwerk.floor.roster.choices import ConsentField
from netwerk.floor.roster.models import Worker, WorkerConsent
from plein.programme.timetable.models import Series
from plein.programme.timetable.services import set_people


@transaction.atomic
def publish_people(*, series: Series) -> None:
    """Make the public names of a series equal to what the roster says and people agreed to.

    The series is locked first, so that of two colleagues who save at once the later one reads what both wrote.
    """
    locked = Series.objects.select_for_update().filter(pk=series.pk).first()
    if locked is None:
        return
    people = selectors.public_people_of(locked)
    if people != locked.people:
        set_people(series=locked, people=people)


@transaction.atomic
def publish_worker(*, worker: Worker) -> None:
    """Make the public names of everything that somebody holds equal to the roster."""
    for series in selectors.series_with(worker):
        publish_people(series=series)


def show_name(row: WorkerConsent, values: Mapping[str, Any]) -> None:
    """Stand with this name on everything that she holds."""
    publish_worker(worker=row.worker)


def hide_name(row: WorkerConsent) -> None:
    """Take the name off everything: it is empty by now."""
    publish_worker(worker=row.worker)


PUBLICATION = Publication(
    model=WorkerConsent,
    fields={ConsentField.FIRST_NAME: lambda worker: worker.public_name},
    show=show_name,
    hide=hide_name,
    kept=("public_name",),
)


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
        text=selectors.question_in(language),
        public_name=public_name,
        **asked,
    )
    worker.public_name = public_name
    return worker
