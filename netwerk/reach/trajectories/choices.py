"""Codes of trajectories."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """How a trajectory stands."""

    STUCK = "stuck", _("stuck")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
