"""Steps of trajectories that are due."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.visits import Visit
from netwerk.reach.trajectories.choices import TRAJECTORY_ROLES
from netwerk.reach.trajectories.selectors import steps_due


def due_steps(visit: Visit) -> Iterator[DueThing]:
    """Steps that are the visitor's own, late or due soon."""
    if not visit.has_role(*TRAJECTORY_ROLES):
        return
    for step in steps_due(visit.library, visit.user):
        yield DueThing(
            title=_("%(trajectory)s: %(step)s") % {"trajectory": step.trajectory.title, "step": step.action},
            due=step.due_on,
            address=reverse("trajectories:trajectory", args=[step.trajectory.uuid]),
            owner=visit.user.first_name,
        )
