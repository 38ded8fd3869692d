"""Django's handle on this floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """People: those who work here, and those who help us to be trusted."""

    name = "netwerk.people"
    label = "netwerk_people"

    def ready(self) -> None:
        from django.db.models.signals import pre_delete  # noqa: PLC0415 - models must be loaded

        from home.consent.registry import register as register_consent  # noqa: PLC0415
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from netwerk.door.intranet.due import providers  # noqa: PLC0415
        from netwerk.door.intranet.first_page import blocks  # noqa: PLC0415
        from netwerk.door.intranet.rooms import Room, rooms  # noqa: PLC0415
        from netwerk.people.colleagues.first_page import present_blocks  # noqa: PLC0415
        from netwerk.people.colleagues.persons import HOLDINGS as COLLEAGUES  # noqa: PLC0415
        from netwerk.people.key_people.due import due_consents  # noqa: PLC0415
        from netwerk.people.key_people.first_page import count_blocks  # noqa: PLC0415
        from netwerk.people.key_people.models import Consent  # noqa: PLC0415
        from netwerk.people.key_people.persons import HOLDINGS as KEY_PEOPLE  # noqa: PLC0415
        from netwerk.people.key_people.receivers import on_consent_deleted  # noqa: PLC0415
        from netwerk.people.key_people.services import PUBLICATION as KEY_PEOPLE_PUBLICATION  # noqa: PLC0415
        from netwerk.people.workers.models import WorkerConsent  # noqa: PLC0415
        from netwerk.people.workers.persons import HOLDINGS as WORKERS  # noqa: PLC0415
        from netwerk.people.workers.receivers import on_consent_deleting  # noqa: PLC0415
        from netwerk.people.workers.services import PUBLICATION as WORKERS_PUBLICATION  # noqa: PLC0415

        rooms.add(Room(_("Who is who"), "colleagues:who_is_who", order=500, holds="colleagues"))
        blocks.add(present_blocks, count_blocks)
        providers.add(due_consents)
        register_persons(*COLLEAGUES, *KEY_PEOPLE, *WORKERS)
        register_consent(KEY_PEOPLE_PUBLICATION)
        register_consent(WORKERS_PUBLICATION)
        pre_delete.connect(on_consent_deleted, sender=Consent, dispatch_uid="netwerk.people.key_people.consent")
        pre_delete.connect(on_consent_deleting, sender=WorkerConsent, dispatch_uid="netwerk.people.workers.consent")
