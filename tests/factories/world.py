"""A library with a page of each kind. Two of them stand beside each other in most tests, so that something could leak."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Page

from home.site.pages.pages import ContentPage, HomePage
from home.site.pages.services import save_page
from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.languages.services import ensure_locale, fill_translation, publish_translation, start_translation
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import create_library, grant, switch_on_language
from home.tenant.users.models import User
from home.tenant.users.services import create_user
from plein.offer.offers.pages import OfferIndexPage, OfferPage
from plein.offer.partners.pages import PartnerIndexPage, PartnerPage
from plein.offer.places.models import Room
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import save_room, set_opening_hours
from plein.offer.themes.pages import ThemeIndexPage, ThemePage
from plein.out.finder.services import save_words
from plein.programme.events.pages import EventIndexPage, EventPage
from plein.programme.timetable.models import Series
from plein.programme.timetable.pages import WeekPage
from plein.programme.timetable.services import save_series


@dataclass
class World:
    """One library with its pages; titles begin with the library's own word, so that a leak can be seen."""

    library: Library
    home: HomePage
    content: ContentPage
    plein: PleinPage
    room: Room
    themes: ThemeIndexPage
    theme: ThemePage
    partners: PartnerIndexPage
    partner: PartnerPage
    offers: OfferIndexPage
    offer: OfferPage
    series: Series
    events: EventIndexPage
    event: EventPage
    week: WeekPage

    @property
    def host(self) -> str:
        return self.library.site.hostname

    def client(self) -> Client:
        """A stranger's browser at this library's address."""
        return Client(SERVER_NAME=self.host)


def make_world(slug: str, *, languages: tuple[str, ...] = ("pl",), **facts: Any) -> World:
    """A whole small library; ``slug`` is its host name, and the first word of its titles."""
    word = slug.capitalize()
    root = Page.get_first_root_node()

    def page(model: type[Page], parent: Page, name: str, **fields: Any) -> Any:
        title = fields.pop("title", f"{word} {name}")
        summary = fields.pop("search_description", f"{word} {name} in een zin.")
        return save_page(model=model, parent=parent, slug=name, title=title, search_description=summary, **fields)

    home = save_page(
        model=HomePage,
        parent=root,
        slug=slug,
        title=f"{word} thuis",
        search_description=f"{word} thuis in een zin.",
        locale=ensure_locale(code=facts.get("main_language", MAIN_LANGUAGE)),
    )
    library = create_library(
        home=home,
        hostname=f"{slug}.test",
        port=80,
        name=f"Bibliotheek {word}",
        plein_name=f"Plein {word}",
        slug=slug,
        phone="010-000 00 00",
        email=f"info@{slug}.example",
        **facts,
    )
    week = page(WeekPage, home, "week", show_in_menus=True)
    themes = page(ThemeIndexPage, home, "themas", show_in_menus=True)
    theme = page(
        ThemePage,
        themes,
        "werk",
        weekday=1,
        daypart="afternoon",
        hue=3,
        pictogram="job",
        intro=f"{word} helpt bij werk.",
    )
    save_words(theme=theme, language="nl", words=["werk", "baan"])
    partners = page(PartnerIndexPage, home, "partners", show_in_menus=True)
    partner = page(PartnerPage, partners, "raadslieden", languages=["nl", "pl"], phone="010-111 11 11")
    # A test about an ordinary week must not fail in the week of a public holiday.
    plein = page(PleinPage, home, "plein", show_in_menus=True, street="Kade 1", city=word, closes_on_holidays=False)
    room = save_room(plein=plein, name=f"{word}kamer", facilities=["pc", "table"], position=0)
    set_opening_hours(plein=plein, hours=[(day, time(9), time(17)) for day in range(6)])
    offers = page(OfferIndexPage, home, "aanbod", show_in_menus=True)
    offer = page(
        OfferPage,
        offers,
        "spreekuur",
        theme=theme,
        partner=partner,
        languages=["nl", "pl"],
        for_whom=f"Voor wie in {word} woont.",
    )
    series = save_series(
        offer=offer,
        plein=plein,
        room=room,
        starts_on=a_day(1) - timedelta(weeks=4),
        start_time=time(13),
        end_time=time(15),
    )
    events = page(EventIndexPage, home, "activiteiten", show_in_menus=True)
    event = page(
        EventPage,
        events,
        "avond",
        date=timezone.localdate() + timedelta(days=5),
        start_time=time(19),
        end_time=time(21),
        plein=plein,
        room=room,
        languages=["pl", "nl"],
        scene="evening",
    )
    content = page(ContentPage, home, "over")
    for code in languages:
        switch_on_language(library=library, code=code)
    library.refresh_from_db()
    return World(
        library,
        home,
        content,
        plein,
        room,
        themes,
        theme,
        partners,
        partner,
        offers,
        offer,
        series,
        events,
        event,
        week,
    )


def find_world(slug: str) -> World:
    """The small library with this slug, read from the database."""
    library = Library.objects.select_related("site__root_page").get(slug=slug)
    path = library.site.root_page.path

    def one(model: type[Page]) -> Any:
        return model.objects.filter(path__startswith=path).order_by("path").first()

    plein, offer = one(PleinPage), one(OfferPage)
    return World(
        library,
        library.site.root_page.specific,
        one(ContentPage),
        plein,
        plein.rooms.get(),
        one(ThemeIndexPage),
        one(ThemePage),
        one(PartnerIndexPage),
        one(PartnerPage),
        one(OfferIndexPage),
        offer,
        offer.series.get(),
        one(EventIndexPage),
        one(EventPage),
        one(WeekPage),
    )


def a_day(weekday: int) -> date:
    """This week's day, 0 is Monday."""
    today = timezone.localdate()
    return today - timedelta(days=today.weekday()) + timedelta(days=weekday)


def make_user(role: str, library: Library | None, *, name: str = "") -> User:
    """Somebody with a role, who can sign in with the password ``geheim-123``."""
    name = name or f"{role}-{library.slug if library else 'net'}"
    user = create_user(email=f"{name}@test.example", first_name=name, last_name="Test", password="geheim-123")
    grant(user=user, role=role, library=library)
    return user


def add_series(world: World, count: int) -> None:
    """So many more offers with a series each, spread over the week."""
    for number in range(count):
        offer = save_page(
            model=OfferPage,
            parent=world.offers,
            slug=f"meer-{number}",
            title=f"Meer {number}",
            search_description=f"Meer {number} in een zin.",
            theme=world.theme,
            partner=world.partner,
            languages=["nl"],
        )
        save_series(
            offer=offer,
            plein=world.plein,
            room=world.room,
            starts_on=a_day(number % 6),
            start_time=time(9 + number % 8),
            end_time=time(10 + number % 8),
        )


def add_events(world: World, count: int) -> None:
    """So many more events in the coming month."""
    for number in range(count):
        save_page(
            model=EventPage,
            parent=world.events,
            slug=f"dag-{number}",
            title=f"Dag {number}",
            search_description=f"Dag {number} in een zin.",
            date=timezone.localdate() + timedelta(days=1 + number),
            start_time=time(10),
            end_time=time(11),
            plein=world.plein,
            room=world.room,
            languages=["nl"],
        )


def translate(page: Page, code: str, *, suffix: str = "") -> Page:
    """Publish a translation in which each Dutch sentence is followed by the language's code.

    What happens on commit happens here, page by page, as it does when each has a transaction of its own.
    """
    with TestCase.captureOnCommitCallbacks(execute=True):
        _translate(page, code, suffix)
    return page.get_translations().get(locale__language_code=code)


def _translate(page: Page, code: str, suffix: str) -> None:
    translation = start_translation(page=page, code=code)
    sentences = {
        row.string.data: f"{row.string.data} [{code}]{suffix}"
        for row in translation.source.stringsegment_set.select_related("string")
    }
    fill_translation(translation=translation, words=sentences)
    publish_translation(translation=translation)
