"""The demo's events, past and coming, counted from today."""

from datetime import date, time, timedelta
from pathlib import Path

from django.utils import timezone

from home.site.pages.demo import body_blocks, paragraph, records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from plein.offer.places.demo import rooms_of
from plein.offer.places.models import Room
from plein.programme.events.pages import EventIndexPage, EventPage

DATA = Path(__file__).with_name("demo.toml")
SAME = ("title", "entry", "languages", "children", "food", "scene")


def _day(days_from_today: int, weekday: int) -> date:
    """The first such weekday at or after so many days from today."""
    day = timezone.localdate() + timedelta(days=days_from_today)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def build(library: Library) -> None:
    """Make the overview and the events. Who welcomes is added by the internal area, after consent."""
    index = save_page(
        model=EventIndexPage,
        parent=library.site.root_page,
        slug="activiteiten",
        title="Activiteiten",
        search_description="Bijeenkomsten en uitnodigingen, ook in uw taal.",
        show_in_menus=True,
    )
    rooms = rooms_of(library)
    themes = {
        page.slug: page
        for page in EventPage._meta.get_field("theme").related_model.objects.filter(  # noqa: SLF001
            path__startswith=library.site.root_page.path
        )
    }
    for row in records(DATA, "event", library.slug):
        plein, room_id = rooms.get(row["place"], (next(iter(rooms.values()))[0], None))
        save_page(
            model=EventPage,
            parent=index,
            slug=row["slug"],
            search_description=row["summary"],
            date=_day(row["days_from_today"], row["weekday"]),
            start_time=time.fromisoformat(row["start"]),
            end_time=time.fromisoformat(row["end"]),
            plein=plein,
            room=Room.objects.get(pk=room_id) if room_id else None,
            place="" if room_id else row["place"],
            theme=themes.get((row.get("themes") or [""])[0]),
            cost=row["cost_code"],
            programme=[
                ("moment", {"time": time.fromisoformat(line["time"]), "text": line["text"]})
                for line in row["programme"]
            ],
            body=body_blocks(row["body"]),
            getting_there=paragraph(row["getting_there"]),
            **{name: row[name] for name in SAME},
        )
