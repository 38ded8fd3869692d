"""What a higher feature may add to translating."""

from django.dispatch import Signal

# Sent with ``page``, the source; a receiver returns ``(label, address)`` for a further way to get it translated.
more_ways = Signal()

# Sent before a whole translation is published. Arguments: ``translation``. Answers with a sentence that says why it
# is not, or with nothing.
publishing_wanted = Signal()

# Sent when the screen of a page is shown. Arguments: ``source``, ``library``, ``states``. Answers with a template's
# name and what it shows as ``part``, or with nothing.
parts_wanted = Signal()
