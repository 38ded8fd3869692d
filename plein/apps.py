"""Django's handle on the area."""

from django.apps import AppConfig


class PleinConfig(AppConfig):
    """The ``plein`` area is one Django app: the unit of migration and discovery."""

    name = "plein"

    def ready(self) -> None:
        from home.pages.registry import frame_extras, home_sections, search_suggestions  # noqa: PLC0415 - models must be loaded
        from plein.events.receivers import on_event_wanted, on_occurrences_wanted  # noqa: PLC0415
        from plein.landing.receivers import on_frame_extras, on_home_sections, on_search_suggestions  # noqa: PLC0415
        from plein.programme.registry import event_wanted, occurrences_wanted, themes_wanted  # noqa: PLC0415
        from plein.themes.receivers import on_themes_wanted  # noqa: PLC0415

        event_wanted.connect(on_event_wanted, dispatch_uid="plein.events.event")
        frame_extras.connect(on_frame_extras, dispatch_uid="plein.landing.frame")
        home_sections.connect(on_home_sections, dispatch_uid="plein.landing.home")
        search_suggestions.connect(on_search_suggestions, dispatch_uid="plein.landing.suggestions")
        occurrences_wanted.connect(on_occurrences_wanted, dispatch_uid="plein.events.occurrences")
        themes_wanted.connect(on_themes_wanted, dispatch_uid="plein.themes.themes")
