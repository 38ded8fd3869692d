"""What became of a personal link."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LinkState(TextChoices):
    """Whether a link still opens something."""

    OPEN = "open", _("open")
    DONE = "done", _("used")
    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced by a newer one")
    # Told by the clock, and never stored.
    EXPIRED = "expired", _("its time is over")
