"""Places where a higher area adds to a page of this one, without being imported here."""

from django.dispatch import Signal

# Sent with ``reading``; a receiver returns a list of ``{"order", "template", "context"}`` for the home page.
home_sections = Signal()

# Sent with ``reading``; a receiver returns a dictionary of names for the frame of every page (plein_url …).
frame_extras = Signal()

# Sent with ``reading``; a receiver returns cards that help on when a search finds nothing.
search_suggestions = Signal()

# Sent with ``page``; a receiver returns ``(code, label, show)`` for each further preview of its kind of page, where
# ``show(page, request)`` answers with the page as it is being edited.
previews_wanted = Signal()
