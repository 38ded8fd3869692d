"""Django's handle on the area."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The ``home`` area is one Django app: the unit of migration and discovery."""

    name = "home"

    def ready(self) -> None:
        from django.conf import settings  # noqa: PLC0415 - models must be loaded
        from django.core.signals import request_finished  # noqa: PLC0415

        from home.mail.account_mails import MAILS as ACCOUNT_MAILS  # noqa: PLC0415
        from home.mail.kinds import register, register_makers  # noqa: PLC0415
        from home.mail.persons import HOLDINGS as MAIL_HOLDINGS  # noqa: PLC0415
        from home.mail.services import MAKERS as ACCOUNT_MAKERS  # noqa: PLC0415
        from home.personal_links.registry import register as register_acts  # noqa: PLC0415
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from home.site.links.services import follow_move, follow_slug  # noqa: PLC0415
        from home.site.pages import publication  # noqa: PLC0415
        from home.site.pages.extensions import add_remark  # noqa: PLC0415
        from home.site.pages.publication import Step  # noqa: PLC0415
        from home.site.search.services import index_page  # noqa: PLC0415
        from home.staff.mails import MAILS as STAFF_MAILS  # noqa: PLC0415
        from home.staff.persons import HOLDINGS as STAFF_HOLDINGS  # noqa: PLC0415
        from home.staff.services import MAKERS as STAFF_MAKERS  # noqa: PLC0415
        from home.words.board.mail_texts import mail_lists  # noqa: PLC0415
        from home.words.board.receivers import on_request_finished  # noqa: PLC0415
        from home.words.board.word_lists import lists, reviews  # noqa: PLC0415
        from home.words.machine.presenters import machine_part, unread_objection  # noqa: PLC0415
        from home.words.machine.services import mark_published  # noqa: PLC0415
        from home.words.tracking.selectors import OUTDATED  # noqa: PLC0415
        from home.words.tracking.services import keep_words  # noqa: PLC0415
        from home.words.translation.extensions import more_ways, objections, parts  # noqa: PLC0415
        from home.words.volunteers.mails import MAILS as TRANSLATORS_MAILS  # noqa: PLC0415
        from home.words.volunteers.persons import HOLDINGS as TRANSLATORS_HOLDINGS  # noqa: PLC0415
        from home.words.volunteers.presenters import ACT as TRANSLATE_BY_LINK  # noqa: PLC0415
        from home.words.volunteers.selectors import in_review  # noqa: PLC0415
        from home.words.volunteers.services import MAKERS as TRANSLATORS_MAKERS  # noqa: PLC0415
        from home.words.volunteers.ways import ask_a_volunteer  # noqa: PLC0415

        publication.after_publication.add(
            Step(10, "what a translation was made from", keep_words),
            Step(20, "what only a computer saw", mark_published),
            Step(30, "what the search page finds", index_page),
        )
        publication.after_renaming.add(Step(10, "the addresses of translations", follow_slug))
        publication.after_move.add(Step(10, "the places of translations", follow_move))
        publication.connect()
        add_remark(OUTDATED)
        lists.add(mail_lists)
        register(*ACCOUNT_MAILS, *STAFF_MAILS, *TRANSLATORS_MAILS)
        register_makers({**ACCOUNT_MAKERS, **STAFF_MAKERS, **TRANSLATORS_MAKERS})
        register_acts(TRANSLATE_BY_LINK)
        register_persons(*MAIL_HOLDINGS, *STAFF_HOLDINGS, *TRANSLATORS_HOLDINGS)
        if settings.COUNT_READS:
            request_finished.connect(on_request_finished, dispatch_uid="home.words.board.write_reads")
        more_ways.add(ask_a_volunteer)
        reviews.add(in_review)
        objections.add(unread_objection)
        parts.add(machine_part)
