"""The project is an app too, for its commands and system checks."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Registers the project's commands and its house rules."""

    name = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from portal import checks  # noqa: F401, PLC0415 - importing registers them, and models must be loaded
