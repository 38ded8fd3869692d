"""The demo's offers, with their series through the week."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from home.site.pages.demo import body_blocks, records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from plein.offer.offers.pages import OfferIndexPage, OfferPage
from plein.offer.places.demo import rooms_of
from plein.offer.places.models import Room
from plein.programme.timetable.selectors import monday_of
from plein.programme.timetable.services import save_series

DATA = Path(__file__).with_name("demo.toml")
SAME = ("title", "kind", "entry", "group", "languages", "cost_note", "for_whom", "bring_along")
RULE = ("frequency", "interval", "month_week", "is_term_time_only", "on_closed_day")
# Series began long enough ago to leaf back through some weeks.
WEEKS_AGO = 8


def _siblings(library: Library, model: Any) -> dict[str, Any]:
    rows = model.objects.filter(path__startswith=library.site.root_page.path)
    return {row.slug: row for row in rows}


def build(library: Library) -> None:
    """Make the overview, the offers and their series."""
    index = save_page(
        model=OfferIndexPage,
        parent=library.site.root_page,
        slug="aanbod",
        title="Aanbod",
        search_description="Alles waarvoor u kunt komen: hulp, leren en ontmoeten.",
        show_in_menus=True,
    )
    themes = _siblings(library, OfferPage._meta.get_field("theme").related_model)  # noqa: SLF001
    partners = _siblings(library, OfferPage._meta.get_field("partner").related_model)  # noqa: SLF001
    rooms = rooms_of(library)
    monday = monday_of(timezone.localdate()) - timedelta(weeks=WEEKS_AGO)
    for row in records(DATA, "offer", library.slug):
        offer = save_page(
            model=OfferPage,
            parent=index,
            slug=row["slug"],
            search_description=row["summary"],
            body=body_blocks(row["body"]),
            cost=row["cost_code"],
            with_buddy=row.get("with_buddy", False),
            theme=themes[row["themes"][0]] if row["themes"] else None,
            also_themes=[themes[slug] for slug in row["themes"][1:]],
            partner=partners[row["partners"][0]] if row["partners"] else None,
            also_partners=[partners[slug] for slug in row["partners"][1:]],
            **{name: row[name] for name in SAME},
        )
        for item in row["series"]:
            _build_series(offer, item, rooms, monday)


def _build_series(offer: OfferPage, item: dict[str, Any], rooms: dict[str, Any], monday: date) -> None:
    plein, room_id = rooms[item["room"]]
    save_series(
        offer=offer,
        plein=plein,
        room=Room.objects.get(pk=room_id),
        starts_on=monday + timedelta(days=item["weekday"], weeks=item.get("offset_weeks", 0)),
        start_time=time.fromisoformat(item["start"]),
        end_time=time.fromisoformat(item["end"]),
        **{name: item[name] for name in RULE if name in item},
    )
