"""Django's handle on this floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """People: those who work here, and those who help us to be trusted."""

    name = "netwerk.people"
    label = "netwerk_people"

    def ready(self) -> None:
        from django.db.models.signals import pre_delete  # noqa: PLC0415 - models must be loaded

        from netwerk.door.intranet.first_page import blocks  # noqa: PLC0415
        from netwerk.door.intranet.rooms import Room, rooms  # noqa: PLC0415
        from netwerk.people.colleagues.first_page import present_blocks  # noqa: PLC0415
        from netwerk.people.key_people.first_page import count_blocks  # noqa: PLC0415
        from netwerk.people.key_people.models import Consent  # noqa: PLC0415
        from netwerk.people.key_people.receivers import on_consent_deleted  # noqa: PLC0415

        rooms.add(Room(_("Who is who"), "colleagues:who_is_who", order=500, holds="colleagues"))
        blocks.add(present_blocks, count_blocks)
        pre_delete.connect(on_consent_deleted, sender=Consent, dispatch_uid="netwerk.people.key_people.consent")
