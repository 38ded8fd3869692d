"""Weeks of the programme to ask things of: next week, of which everything is still to come."""

from datetime import time, timedelta
from typing import Any

from home.site.pages.services import save_page
from plein.offer.offers.choices import Entry
from plein.offer.offers.pages import OfferPage
from plein.offer.partners.pages import PartnerPage
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import save_room, set_opening_hours
from plein.offer.themes.pages import ThemePage
from plein.programme.timetable.models import Series
from plein.programme.timetable.services import save_series
from tests.factories.world import World, a_day

NEXT_MONDAY = a_day(7)


def week(world: World, code: str = "nl", **query: str) -> dict[str, Any]:
    """The context of next week's page: its days are all still to come, whatever day it is today."""
    return world.client().get(f"/{code}/week/", {"van": NEXT_MONDAY.isoformat(), **query}).context


def titles(context: dict[str, Any]) -> list[str]:
    return [card.title for day in context["days"] for card in day.sessions if card.kind == "offer"]


def choices(context: dict[str, Any], name: str) -> list[tuple[str, int]]:
    found = [box.choices for box in context["boxes"] if box.name == name]
    return [(choice.label, choice.count) for choice in found[0]] if found else []


def plan(world: World, name: str, *, weekday: int = 2, at: int = 10, plein: PleinPage | None = None, **facts) -> Series:
    """One more offer with a session each week from next week on."""
    offer = save_page(
        model=OfferPage,
        parent=world.offers,
        slug=name.lower(),
        title=name,
        search_description=f"{name} in een zin.",
        **{"languages": ["nl"], "theme": None, "partner": None} | facts,
    )
    return save_series(
        offer=offer,
        plein=plein or world.plein,
        room=None if plein else world.room,
        starts_on=NEXT_MONDAY + timedelta(days=weekday),
        start_time=time(at),
        end_time=time(at + 1),
    )


def other_plein(world: World) -> PleinPage:
    plein = save_page(
        model=PleinPage,
        parent=world.home,
        slug="wijk",
        title="Plein Wijk",
        search_description="x",
        city="Wijk",
        # Next Monday may be Easter Monday.
        closes_on_holidays=False,
    )
    save_room(plein=plein, name="Wijkkamer", facilities=[], position=0)
    set_opening_hours(plein=plein, hours=[(0, time(9), time(12))])
    return plein


def make_busy(world: World) -> World:
    """A week in which every question has more than one answer."""
    theme = save_page(
        model=ThemePage,
        parent=world.themes,
        slug="geld",
        title="Geld",
        search_description="x",
        hue=2,
        pictogram="money",
    )
    partner = save_page(
        model=PartnerPage,
        parent=world.partners,
        slug="budget",
        title="Budget",
        search_description="x",
        languages=["nl"],
    )
    plan(world, "Schulden", theme=theme, partner=partner, entry=Entry.APPOINTMENT, languages=["nl", "ar"])
    plan(world, "Cursus", weekday=3, theme=world.theme, partner=partner, entry=Entry.SIGN_UP, languages=["tr"])
    both = plan(world, "Brieven", weekday=4, theme=world.theme, partner=world.partner, languages=["pl"])
    both.offer.also_themes = [theme]
    both.offer.also_partners = [partner]
    both.offer.save_revision().publish()
    return world
