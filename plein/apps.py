"""Django's handle on the area."""

from django.apps import AppConfig


class PleinConfig(AppConfig):
    """The ``plein`` area is one Django app: the unit of migration and discovery."""

    name = "plein"

    def ready(self) -> None:
        from home.mail.kinds import register, register_makers  # noqa: PLC0415 - models must be loaded
        from home.persons.registry import register as register_persons  # noqa: PLC0415
        from home.site.pages import extensions  # noqa: PLC0415
        from home.tenant.libraries.newcomers import first_day  # noqa: PLC0415
        from home.words.board.word_lists import lists  # noqa: PLC0415
        from plein.offer.collection.presenters import tip_groups  # noqa: PLC0415
        from plein.offer.places.followers import open_days_followers  # noqa: PLC0415
        from plein.offer.showing.slots import moments_of, tip_groups_of  # noqa: PLC0415
        from plein.out.finder.listed import theme_lists  # noqa: PLC0415
        from plein.out.landing.presenters import frame_links, landing_sections, theme_cards  # noqa: PLC0415
        from plein.out.picture.services import make_defaults  # noqa: PLC0415
        from plein.out.signage.preview import SCREEN  # noqa: PLC0415
        from plein.programme.calendars.mails import MAILS  # noqa: PLC0415
        from plein.programme.calendars.services import MAKERS  # noqa: PLC0415
        from plein.programme.events.moments import EventMoments  # noqa: PLC0415
        from plein.programme.events.persons import HOLDINGS  # noqa: PLC0415
        from plein.programme.timetable.moments import moments_of as next_moments  # noqa: PLC0415
        from plein.programme.timetable.services import count_up_plein  # noqa: PLC0415
        from plein.programme.timetable.sources import moment_sources  # noqa: PLC0415

        register(*MAILS)
        register_makers(MAKERS)
        register_persons(*HOLDINGS)
        extensions.frame_extras.add(frame_links)
        extensions.home_sections.add(landing_sections)
        extensions.previews.add(SCREEN)
        extensions.search_suggestions.add(theme_cards)
        first_day.add(make_defaults)
        lists.add(theme_lists)
        moment_sources.add(EventMoments())
        moments_of.provide(next_moments)
        tip_groups_of.provide(tip_groups)
        open_days_followers.add(count_up_plein)
