"""Django's handle on this floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReachConfig(AppConfig):
    """Reach: how a library gets to know people it does not know yet."""

    name = "netwerk.reach"
    label = "netwerk_reach"

    def ready(self) -> None:
        from netwerk.door.intranet.due import providers  # noqa: PLC0415 - models must be loaded
        from netwerk.door.intranet.first_page import blocks  # noqa: PLC0415
        from netwerk.door.intranet.rooms import Room, rooms  # noqa: PLC0415
        from netwerk.reach.focus_groups.due import due_outcomes  # noqa: PLC0415
        from netwerk.reach.focus_groups.panel import group_panels  # noqa: PLC0415
        from netwerk.reach.trajectories.choices import TRAJECTORY_ROLES  # noqa: PLC0415
        from netwerk.reach.trajectories.due import due_steps  # noqa: PLC0415
        from netwerk.reach.trajectories.first_page import trajectory_blocks  # noqa: PLC0415
        from netwerk.reach.trajectories.panels import panels  # noqa: PLC0415

        rooms.add(
            Room(
                _("Trajectories"), "trajectories:trajectories", order=700, holds="trajectories", roles=TRAJECTORY_ROLES
            )
        )
        blocks.add(trajectory_blocks)
        providers.add(due_outcomes, due_steps)
        panels.add(group_panels)
