"""Django's handle on the area."""

from django.apps import AppConfig


class PleinConfig(AppConfig):
    """The ``plein`` area is one Django app: the unit of migration and discovery."""

    name = "plein"

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save, pre_delete  # noqa: PLC0415 - models must be loaded

        from home.mail.kinds import register  # noqa: PLC0415 - models must be loaded
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from home.site.pages.extensions import (  # noqa: PLC0415 - models must be loaded
            frame_extras,
            home_sections,
            previews_wanted,
            search_suggestions,
        )
        from home.tenant.libraries.newcomers import library_created  # noqa: PLC0415 - models must be loaded
        from home.words.board.word_lists import lists_wanted  # noqa: PLC0415 - models must be loaded
        from plein.offer.places.models import Closure  # noqa: PLC0415
        from plein.offer.places.pages import PleinPage  # noqa: PLC0415
        from plein.offer.themes.receivers import on_themes_wanted  # noqa: PLC0415
        from plein.out.finder.receivers import on_lists_wanted  # noqa: PLC0415
        from plein.out.landing.receivers import on_frame_extras, on_home_sections, on_search_suggestions  # noqa: PLC0415
        from plein.out.picture.receivers import on_library_created  # noqa: PLC0415
        from plein.out.signage.receivers import on_previews_wanted  # noqa: PLC0415
        from plein.programme.calendars.mails import MAILS  # noqa: PLC0415
        from plein.programme.calendars.models import CalendarSource  # noqa: PLC0415
        from plein.programme.calendars.receivers import on_source_delete  # noqa: PLC0415
        from plein.programme.events.persons import HOLDINGS  # noqa: PLC0415
        from plein.programme.events.receivers import on_event_wanted, on_occurrences_wanted  # noqa: PLC0415
        from plein.programme.timetable.receivers import on_closure_changed  # noqa: PLC0415
        from plein.programme.timetable.sources import event_wanted, occurrences_wanted, themes_wanted  # noqa: PLC0415

        register(*MAILS)
        register_persons(*HOLDINGS)
        event_wanted.connect(on_event_wanted, dispatch_uid="plein.programme.events.event")
        lists_wanted.connect(on_lists_wanted, dispatch_uid="plein.out.finder.lists")
        frame_extras.connect(on_frame_extras, dispatch_uid="plein.out.landing.frame")
        home_sections.connect(on_home_sections, dispatch_uid="plein.out.landing.home")
        search_suggestions.connect(on_search_suggestions, dispatch_uid="plein.out.landing.suggestions")
        library_created.connect(on_library_created, dispatch_uid="plein.out.picture.library")
        occurrences_wanted.connect(on_occurrences_wanted, dispatch_uid="plein.programme.events.occurrences")
        previews_wanted.connect(on_previews_wanted, sender=PleinPage, dispatch_uid="plein.out.signage.previews")
        for signal, name in ((post_save, "saved"), (post_delete, "deleted")):
            signal.connect(on_closure_changed, sender=Closure, dispatch_uid=f"plein.programme.timetable.closure_{name}")
        pre_delete.connect(on_source_delete, sender=CalendarSource, dispatch_uid="plein.programme.calendars.deleted")
        themes_wanted.connect(on_themes_wanted, dispatch_uid="plein.offer.themes.themes")
