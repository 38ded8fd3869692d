"""Codes of the card of a colleague."""

from typing import Any

from plein.offer.places.choices import Weekday


def weekdays() -> list[tuple[str, Any]]:
    """Days of the week as codes, for a list of ticks."""
    return [(str(day.value), day.label) for day in Weekday]
