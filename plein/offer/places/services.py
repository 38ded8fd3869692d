"""Writes on a plein's rooms, opening hours and closures."""

from datetime import date, time
from typing import Any

from django.db import transaction

from home.tenant.gate.writing import found, write
from plein.offer.places.choices import Stops
from plein.offer.places.followers import open_days_followers
from plein.offer.places.models import Closure, OpeningHours, Room
from plein.offer.places.pages import PleinPage


@transaction.atomic
def save_room(*, plein: PleinPage, name: str, row: Room | None = None, **facts: Any) -> Room:
    """Make a room, or change ``row``, else the one of that name; ``facts``: ``facilities`` and ``position``."""
    return write(row or found(Room, plein=plein, name=name), plein=plein, name=name, **facts)


@transaction.atomic
def save_opening_hours(
    *, plein: PleinPage, weekday: int, opens: time, closes: time, row: OpeningHours | None = None
) -> OpeningHours:
    """Open a plein on a weekday between two times."""
    return write(row or OpeningHours(), plein=plein, weekday=weekday, opens=opens, closes=closes)


@transaction.atomic
def set_opening_hours(*, plein: PleinPage, hours: list[tuple[int, time, time]]) -> None:
    """Replace the opening hours of a plein by (weekday, opens, closes)."""
    plein.opening_hours.all().delete()
    for weekday, opens, closes in hours:
        save_opening_hours(plein=plein, weekday=weekday, opens=opens, closes=closes)


@transaction.atomic
def close_plein(
    *,
    plein: PleinPage,
    first_day: date,
    last_day: date,
    reason: str,
    stops: str = Stops.EVERYTHING,
    row: Closure | None = None,
) -> Closure:
    """Close a plein, or the schools, for some days; what stops then is shown as cancelled, everywhere at once."""
    row = row or Closure()
    before = Closure.objects.filter(pk=row.pk).values_list("plein_id", flat=True).first()
    write(row, plein=plein, first_day=first_day, last_day=last_day, reason=reason, stops=stops)
    _tell_of_open_days({before, plein.pk} - {None})
    return row


@transaction.atomic
def open_again(*, row: Closure) -> None:
    """Take a closure back: what stopped because of it takes place."""
    row.delete()
    _tell_of_open_days({row.plein_id})


def _tell_of_open_days(plein_ids: set[int]) -> None:
    for follow in open_days_followers:
        for plein_id in plein_ids:
            follow(plein_id=plein_id)
