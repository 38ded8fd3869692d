"""What happens elsewhere that concerns calendars."""

from typing import Any

from plein.programme.calendars.models import CalendarSource
from plein.programme.calendars.services import withdraw


def on_source_delete(sender: type[CalendarSource], instance: CalendarSource, **_kwargs: Any) -> None:
    """A calendar that is thrown away takes along what was still to come of it."""
    withdraw(source=instance)
