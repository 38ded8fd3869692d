"""The demo's pleinen with rooms and opening hours."""

from datetime import time
from pathlib import Path

from home.site.pages.demo import paragraph, records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from plein.offer.places.choices import PresenceForm
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import save_room, set_opening_hours

DATA = Path(__file__).with_name("demo.toml")
FORMS = {"spread": PresenceForm.SPREAD, "desk": PresenceForm.ONE_DESK}


def build(library: Library) -> None:
    """Make the plein of a demo library."""
    for row in records(DATA, "place", library.slug):
        plein = save_page(
            model=PleinPage,
            parent=library.site.root_page,
            slug=row["slug"],
            title=row["title"],
            search_description=row["summary"],
            show_in_menus=True,
            presence_form=FORMS[row["presence_form"]],
            street=row["address"],
            postal_code=row["postal_code"],
            city=row["city"],
            phone=row["phone"],
            email=row["email"],
            is_inside_library=row["inside_library"],
            has_wheelchair_access=row["wheelchair_access"],
            getting_in=paragraph(row["getting_in"]),
            route=paragraph(row["route"]),
            host_text=paragraph(row["host_text"]),
        )
        for position, room in enumerate(row["rooms"]):
            save_room(plein=plein, name=room["name"], facilities=room["facilities"], position=position)
        hours = [
            (item["weekday"], time.fromisoformat(item["opens"]), time.fromisoformat(item["closes"]))
            for item in row["opening_hours"]
        ]
        set_opening_hours(plein=plein, hours=hours)


def rooms_of(library: Library) -> dict[str, tuple[PleinPage, int]]:
    """Slug of a room in the demo files to its plein and row id."""
    found = {}
    for row in records(DATA, "place", library.slug):
        plein = PleinPage.objects.get(slug=row["slug"], path__startswith=library.site.root_page.path)
        ids = dict(plein.rooms.values_list("name", "pk"))
        for room in row["rooms"]:
            found[room["slug"]] = (plein, ids[room["name"]])
    return found
