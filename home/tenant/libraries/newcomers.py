"""Where a higher area hears of what happens to a library, without being imported here."""

from django.dispatch import Signal

# Sent with ``library`` once a new library stands with its site, collection and main language.
library_created = Signal()
