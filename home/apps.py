"""Django's handle on the area."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The ``home`` area is one Django app: the unit of migration and discovery."""

    name = "home"

    def ready(self) -> None:
        from django.conf import settings  # noqa: PLC0415 - models must be loaded
        from django.core.signals import request_finished  # noqa: PLC0415
        from wagtail.signals import page_published  # noqa: PLC0415

        from home.mail.account_mails import MAILS as ACCOUNT_MAILS  # noqa: PLC0415
        from home.mail.kinds import register  # noqa: PLC0415
        from home.mail.persons import HOLDINGS as MAIL_HOLDINGS  # noqa: PLC0415
        from home.mail.receivers import on_lists_wanted  # noqa: PLC0415
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from home.site.links.receivers import connect as connect_links  # noqa: PLC0415
        from home.site.search.receivers import on_page_published as on_words_published  # noqa: PLC0415
        from home.staff.mails import MAILS as STAFF_MAILS  # noqa: PLC0415
        from home.staff.persons import HOLDINGS as STAFF_HOLDINGS  # noqa: PLC0415
        from home.tenant.languages.receivers import on_page_published  # noqa: PLC0415
        from home.words.board.receivers import on_page_published as keep_words  # noqa: PLC0415
        from home.words.board.receivers import on_request_finished  # noqa: PLC0415
        from home.words.board.word_lists import lists_wanted  # noqa: PLC0415
        from home.words.machine.receivers import connect as connect_machine  # noqa: PLC0415
        from home.words.machine.receivers import on_page_published as mark_unread  # noqa: PLC0415
        from home.words.volunteers.mails import MAILS as TRANSLATORS_MAILS  # noqa: PLC0415
        from home.words.volunteers.persons import HOLDINGS as TRANSLATORS_HOLDINGS  # noqa: PLC0415
        from home.words.volunteers.receivers import connect as connect_translators  # noqa: PLC0415

        page_published.connect(on_page_published, dispatch_uid="home.tenant.languages.remember_words")
        page_published.connect(on_words_published, dispatch_uid="home.site.search.index")
        # After the hash that it goes by.
        page_published.connect(keep_words, dispatch_uid="home.words.board.keep_words")
        page_published.connect(mark_unread, dispatch_uid="home.words.machine.mark")
        lists_wanted.connect(on_lists_wanted, dispatch_uid="home.mail.lists")
        register(*ACCOUNT_MAILS, *STAFF_MAILS, *TRANSLATORS_MAILS)
        register_persons(*MAIL_HOLDINGS, *STAFF_HOLDINGS, *TRANSLATORS_HOLDINGS)
        if settings.COUNT_READS:
            request_finished.connect(on_request_finished, dispatch_uid="home.words.board.write_reads")
        connect_links()
        connect_translators()
        connect_machine()
