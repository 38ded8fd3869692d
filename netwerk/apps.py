"""Django's handle on the area."""

from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    """The ``netwerk`` area is one Django app: the unit of migration and discovery."""

    name = "netwerk"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, pre_delete, pre_save  # noqa: PLC0415 - models must be loaded

        from home.consent.registry import register as register_consent  # noqa: PLC0415
        from home.mail.kinds import register  # noqa: PLC0415
        from home.personal_links.registry import register as register_acts  # noqa: PLC0415
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from netwerk.door.intranet.due import register as register_due  # noqa: PLC0415
        from netwerk.door.intranet.first_page import today_wanted  # noqa: PLC0415
        from netwerk.door.intranet.models import Agreement  # noqa: PLC0415
        from netwerk.door.intranet.persons import HOLDINGS as INTRANET_HOLDINGS  # noqa: PLC0415
        from netwerk.door.intranet.providers import PROVIDERS  # noqa: PLC0415
        from netwerk.door.intranet.receivers import on_agreement_deleted, on_agreement_saving  # noqa: PLC0415
        from netwerk.floor.roster import receivers as roster  # noqa: PLC0415
        from netwerk.floor.roster.answers import ACTS  # noqa: PLC0415
        from netwerk.floor.roster.mails import MAILS  # noqa: PLC0415
        from netwerk.floor.roster.models import Gap, Turn, Worker, WorkerConsent  # noqa: PLC0415
        from netwerk.floor.roster.names import PUBLICATION as ROSTER_PUBLICATION  # noqa: PLC0415
        from netwerk.floor.roster.persons import HOLDINGS as ROSTER_HOLDINGS  # noqa: PLC0415
        from netwerk.people.key_people.models import Consent  # noqa: PLC0415
        from netwerk.people.key_people.persons import HOLDINGS as KEY_PEOPLE_HOLDINGS  # noqa: PLC0415
        from netwerk.people.key_people.receivers import on_consent_deleted  # noqa: PLC0415
        from netwerk.people.key_people.services import PUBLICATION as KEY_PEOPLE_PUBLICATION  # noqa: PLC0415

        register(*MAILS)
        register_persons(*INTRANET_HOLDINGS, *KEY_PEOPLE_HOLDINGS, *ROSTER_HOLDINGS)
        register_consent(KEY_PEOPLE_PUBLICATION)
        register_consent(ROSTER_PUBLICATION)
        register_acts(*ACTS)
        for name, provider in (PROVIDERS | {"roster": roster.due}).items():
            register_due(name, provider)
        pre_delete.connect(on_consent_deleted, sender=Consent, dispatch_uid="netwerk.people.key_people.consent")
        pre_delete.connect(
            roster.on_consent_deleting, sender=WorkerConsent, dispatch_uid="netwerk.floor.roster.consent"
        )
        pre_save.connect(on_agreement_saving, sender=Agreement, dispatch_uid="netwerk.door.intranet.agreement_saving")
        post_delete.connect(
            on_agreement_deleted, sender=Agreement, dispatch_uid="netwerk.door.intranet.agreement_deleted"
        )
        today_wanted.connect(roster.on_today_wanted, dispatch_uid="netwerk.floor.roster.today")
        pre_delete.connect(
            roster.on_worker_deleting, sender=Worker, dispatch_uid="netwerk.floor.roster.worker_deleting"
        )
        post_delete.connect(roster.on_row_deleted, sender=Turn, dispatch_uid="netwerk.floor.roster.turn_deleted")
        post_delete.connect(roster.on_row_deleted, sender=Gap, dispatch_uid="netwerk.floor.roster.gap_deleted")
