"""Writes on a plein's rooms, opening hours and closures."""

from datetime import date, time

from django.db import transaction

from plein.offer.places.choices import Stops
from plein.offer.places.models import Closure, OpeningHours, Room
from plein.offer.places.pages import PleinPage


@transaction.atomic
def save_room(*, plein: PleinPage, name: str, facilities: list[str], position: int) -> Room:
    """Make a room, or bring the one of that name up to date."""
    room, _created = Room.objects.update_or_create(
        plein=plein, name=name, defaults={"facilities": facilities, "position": position}
    )
    return room


@transaction.atomic
def set_opening_hours(*, plein: PleinPage, hours: list[tuple[int, time, time]]) -> None:
    """Replace the opening hours of a plein by (weekday, opens, closes)."""
    plein.opening_hours.all().delete()
    for weekday, opens, closes in hours:
        row = OpeningHours(plein=plein, weekday=weekday, opens=opens, closes=closes)
        row.full_clean()
        row.save()


@transaction.atomic
def close_plein(
    *, plein: PleinPage, first_day: date, last_day: date, reason: str, stops: str = Stops.EVERYTHING
) -> Closure:
    """Close a plein, or the schools, for some days; what stops then is shown as cancelled, everywhere at once."""
    row = Closure(plein=plein, first_day=first_day, last_day=last_day, reason=reason, stops=stops)
    row.full_clean()
    row.save()
    return row
