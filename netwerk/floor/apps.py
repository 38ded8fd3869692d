"""Django's handle on this floor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FloorConfig(AppConfig):
    """The floor: the work of every day on the plein."""

    name = "netwerk.floor"
    label = "netwerk_floor"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, pre_delete  # noqa: PLC0415 - models must be loaded

        from home.mail.kinds import register, register_makers  # noqa: PLC0415
        from home.personal_links.registry import register as register_acts  # noqa: PLC0415
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from netwerk.door.intranet.due import providers  # noqa: PLC0415
        from netwerk.door.intranet.first_page import blocks  # noqa: PLC0415
        from netwerk.door.intranet.rooms import Room, rooms  # noqa: PLC0415
        from netwerk.floor.agreements.first_page import agreement_blocks  # noqa: PLC0415
        from netwerk.floor.news.first_page import news_blocks  # noqa: PLC0415
        from netwerk.floor.roster import receivers as roster  # noqa: PLC0415
        from netwerk.floor.roster.answers import ACTS  # noqa: PLC0415
        from netwerk.floor.roster.due import due_answers  # noqa: PLC0415
        from netwerk.floor.roster.first_page import roster_blocks  # noqa: PLC0415
        from netwerk.floor.roster.letters import MAKERS  # noqa: PLC0415
        from netwerk.floor.roster.mails import MAILS  # noqa: PLC0415
        from netwerk.floor.roster.models import Gap, Turn  # noqa: PLC0415
        from netwerk.floor.roster.persons import HOLDINGS  # noqa: PLC0415
        from netwerk.floor.roster.services import publish_worker  # noqa: PLC0415
        from netwerk.people.workers.followers import followers  # noqa: PLC0415
        from netwerk.people.workers.models import Worker  # noqa: PLC0415

        rooms.add(
            Room(_("Roster"), "roster:roster", order=300, holds="roster"),
            Room(_("News"), "news:news", order=400, holds="news"),
            Room(_("Agreements"), "agreements:agreements", order=600, holds="agreements"),
        )
        blocks.add(roster_blocks, news_blocks, agreement_blocks)
        providers.add(due_answers)
        followers.add(publish_worker)
        register(*MAILS)
        register_makers(MAKERS)
        register_acts(*ACTS)
        register_persons(*HOLDINGS)
        pre_delete.connect(
            roster.on_worker_deleting, sender=Worker, dispatch_uid="netwerk.floor.roster.worker_deleting"
        )
        post_delete.connect(roster.on_row_deleted, sender=Turn, dispatch_uid="netwerk.floor.roster.turn_deleted")
        post_delete.connect(roster.on_row_deleted, sender=Gap, dispatch_uid="netwerk.floor.roster.gap_deleted")
