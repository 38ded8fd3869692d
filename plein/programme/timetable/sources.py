"""Where features that have moments of their own (events) add them to the programme."""

from django.dispatch import Signal

# Sent with ``library``, ``start`` and ``end`` (aware); a receiver returns a list of ``Occurrence``.
occurrences_wanted = Signal()

# Sent with ``library``; a receiver returns the live themes: pages with a weekday, daypart, hue and pictogram.
themes_wanted = Signal()

# Sent with ``library`` and ``uid``; the receiver that knows it returns its ``Occurrence``, the others ``None``.
event_wanted = Signal()
