"""Django's handle on the area."""

from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    """The ``netwerk`` area is one Django app: the unit of migration and discovery."""

    name = "netwerk"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, pre_delete, pre_save  # noqa: PLC0415 - models must be loaded

        from home.mail.kinds import register, register_makers  # noqa: PLC0415
        from netwerk.door.intranet.first_page import today_wanted  # noqa: PLC0415
        from netwerk.door.intranet.models import Agreement  # noqa: PLC0415
        from netwerk.door.intranet.receivers import on_agreement_deleted, on_agreement_saving  # noqa: PLC0415
        from netwerk.floor.roster import receivers as roster  # noqa: PLC0415
        from netwerk.floor.roster.mails import MAILS, MAKERS  # noqa: PLC0415
        from netwerk.floor.roster.models import Gap, Turn, Worker  # noqa: PLC0415
        from netwerk.people.key_people.models import Consent  # noqa: PLC0415
        from netwerk.people.key_people.receivers import on_consent_deleted  # noqa: PLC0415

        register(*MAILS)
        register_makers(MAKERS)
        pre_delete.connect(on_consent_deleted, sender=Consent, dispatch_uid="netwerk.people.key_people.consent")
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
