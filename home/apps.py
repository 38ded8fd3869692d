"""Django's handle on the area."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The ``home`` area is one Django app: the unit of migration and discovery."""

    name = "home"

    def ready(self) -> None:
        from django.conf import settings  # noqa: PLC0415 - models must be loaded
        from django.core.signals import request_finished  # noqa: PLC0415
        from wagtail.signals import page_published  # noqa: PLC0415

        from home.coverage.receivers import on_page_published as keep_words  # noqa: PLC0415
        from home.coverage.receivers import on_request_finished  # noqa: PLC0415
        from home.languages.receivers import on_page_published  # noqa: PLC0415
        from home.links.receivers import connect  # noqa: PLC0415
        from home.search.receivers import on_page_published as on_words_published  # noqa: PLC0415
        from home.translators.receivers import connect as connect_translators  # noqa: PLC0415

        page_published.connect(on_page_published, dispatch_uid="home.languages.remember_words")
        page_published.connect(on_words_published, dispatch_uid="home.search.index")
        # After the hash that it goes by.
        page_published.connect(keep_words, dispatch_uid="home.coverage.keep_words")
        if settings.COUNT_READS:
            request_finished.connect(on_request_finished, dispatch_uid="home.coverage.write_reads")
        connect()
        connect_translators()
        from home.links.receivers import connect as connect_links  # noqa: PLC0415
        from home.machine.receivers import connect as connect_machine  # noqa: PLC0415
        from home.machine.receivers import on_page_published as mark_unread  # noqa: PLC0415

        page_published.connect(on_page_published, dispatch_uid="home.languages.remember_words")
        page_published.connect(mark_unread, dispatch_uid="home.machine.mark")
        connect_links()
        connect_machine()
