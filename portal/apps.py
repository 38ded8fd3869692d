"""The project is an app too, for its commands and system checks."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Registers the project's commands, its house rules and what it does by itself."""

    name = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from home.periodic.registry import register  # noqa: PLC0415 - models must be loaded
        from portal import checks  # noqa: F401, PLC0415 - importing registers them
        from portal.schedule import JOBS  # noqa: PLC0415

        register(*JOBS)
