"""How a run went."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Outcome(TextChoices):
    """How far the last run of a job is."""

    BUSY = "busy", _("busy")
    DONE = "done", _("went well")
    FAILED = "failed", _("failed")
