"""Django's handle on the area."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The ``home`` area is one Django app: the unit of migration and discovery."""

    name = "home"

    def ready(self) -> None:
        from wagtail.signals import page_published  # noqa: PLC0415 - models must be loaded

        from home.languages.receivers import on_page_published  # noqa: PLC0415
        from home.links.receivers import connect  # noqa: PLC0415

        page_published.connect(on_page_published, dispatch_uid="home.languages.remember_words")
        connect()
