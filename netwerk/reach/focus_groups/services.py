"""Writes on focus groups."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from home.tenant.gate.writing import found, write
from home.tenant.libraries.models import Library
from netwerk.people.key_people.models import KeyPerson
from netwerk.reach.focus_groups.models import FocusGroup, Outcome


@transaction.atomic
def save_focus_group(
    *,
    library: Library,
    key_people: Iterable[KeyPerson] = (),
    row: FocusGroup | None = None,
    uuid: UUID | None = None,
    **facts: Any,
) -> FocusGroup:
    """Make a focus group, or change ``row``, else the one with this ``uuid``; outcomes that it carries go along.

    Raises:
        ValidationError: when a key person or the trajectory is of another library.

    """
    people = list(key_people)
    trajectory = facts.get("trajectory")
    foreign = any(person.library_id != library.pk for person in people)
    if foreign or (trajectory is not None and trajectory.library_id != library.pk):
        raise ValidationError(_("That is not known at your library."))
    row = row or found(FocusGroup, library=library, uuid=uuid)
    return write(row, library=library, key_people=people, **facts)


@transaction.atomic
def add_outcome(*, group: FocusGroup, text: str, need: str = "") -> Outcome:
    """Note what was said and which need follows."""
    position = Outcome.objects.filter(focus_group=group).count()
    return Outcome.objects.create(focus_group=group, position=position, text=text, need=need)
