"""Writes on trajectories."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from home.tenant.gate.writing import found, write
from home.tenant.libraries.models import Library
from netwerk.people.key_people.models import KeyPerson
from netwerk.reach.trajectories.models import Result, Step, Trajectory


@transaction.atomic
def save_trajectory(
    *,
    library: Library,
    key_people: Iterable[KeyPerson] = (),
    row: Trajectory | None = None,
    uuid: UUID | None = None,
    **facts: Any,
) -> Trajectory:
    """Make a trajectory, or change ``row``, else the one with this ``uuid``, with steps and results.

    Raises:
        ValidationError: when a key person is of another library, or it is stuck and nobody says since when.

    """
    people = list(key_people)
    if any(person.library_id != library.pk for person in people):
        raise ValidationError(_("This key person is not known at your library."))
    row = row or found(Trajectory, library=library, uuid=uuid)
    return write(row, library=library, key_people=people, **facts)


@transaction.atomic
def add_step(*, trajectory: Trajectory, month: date, action: str, until: date | None = None, **facts: Any) -> Step:
    """Add a step at the end of its month."""
    position = Step.objects.filter(trajectory=trajectory).count()
    step = Step(trajectory=trajectory, position=position, month=month, until=until, action=action, **facts)
    step.clean()
    step.save()
    return step


@transaction.atomic
def add_result(*, trajectory: Trajectory, label: str, value: int | None = None, note: str = "") -> Result:
    """Add a figure; without a value it is unknown, which is not zero."""
    position = Result.objects.filter(trajectory=trajectory).count()
    return Result.objects.create(trajectory=trajectory, position=position, label=label, value=value, note=note)
