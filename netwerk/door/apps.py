"""Django's handle on this floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DoorConfig(AppConfig):
    """The door: through which everybody who works here comes in."""

    name = "netwerk.door"
    label = "netwerk_door"

    def ready(self) -> None:
        from netwerk.door.intranet.first_page import blocks  # noqa: PLC0415 - models must be loaded
        from netwerk.door.intranet.programme import programme_blocks  # noqa: PLC0415
        from netwerk.door.intranet.rooms import Room, rooms  # noqa: PLC0415
        from netwerk.door.intranet.to_do import due_blocks  # noqa: PLC0415

        rooms.add(
            Room(pgettext_lazy("intranet", "Today"), "intranet:start", order=100),
            Room(_("Week"), "intranet:week", order=200),
        )
        blocks.add(due_blocks, programme_blocks)
