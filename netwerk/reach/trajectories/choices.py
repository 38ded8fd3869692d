"""Codes of trajectories."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from home.tenant.libraries.choices import OUTREACH_ROLES, Role

# Trajectories hold no personal data of residents; a manager reads them too.
TRAJECTORY_ROLES = (*OUTREACH_ROLES, Role.MANAGER)


class Status(TextChoices):
    """How a trajectory stands."""

    STUCK = "stuck", _("stuck")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
