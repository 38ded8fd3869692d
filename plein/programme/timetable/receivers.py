"""What the programme does when something below it changes."""

from typing import Any

from plein.offer.places.models import Closure
from plein.programme.timetable.services import count_up_plein


def on_closure_changed(sender: Any, instance: Closure, **_kwargs: Any) -> None:
    """A plein opens on other days than before: calendars that subscribed have to see something new."""
    count_up_plein(plein_id=instance.plein_id)
