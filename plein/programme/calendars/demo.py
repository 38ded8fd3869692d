"""The demo's calendars of partners: one in order and one that does not work. Nothing is fetched for them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from home.site.pages.demo import records
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.pages import OfferPage
from plein.offer.partners.pages import PartnerPage
from plein.offer.places.choices import Weekday
from plein.offer.places.pages import PleinPage
from plein.programme.calendars.fetching import Fetched
from plein.programme.calendars.ics import read
from plein.programme.calendars.models import FAILURES_UNTIL_MAIL
from plein.programme.calendars.services import accept, save_source

DATA = Path(__file__).with_name("demo.toml")


def build(library: Library) -> None:
    """Make the calendars; a next try stays away, since their addresses are invented."""
    plein = live_sources(PleinPage.objects.all(), library).order_by("path").first()
    partners = {page.slug: page for page in live_sources(PartnerPage.objects.all(), library)}
    for row in records(DATA, "calendar", library.slug):
        facts = {"plein": plein, "partner": partners[row["partner"]], "is_active": True}
        if row["events"]:
            _build_good(library, row, facts)
        else:
            _build_bad(library, row, facts)


def _build_good(library: Library, row: dict[str, Any], facts: dict[str, Any]) -> None:
    source = save_source(library=library, address=row["address"], **facts)
    offers = dict(live_sources(OfferPage.objects.all(), library).values_list("slug", "pk"))
    stands_for = {event["title"]: offers.get(event.get("offer", "")) for event in row["events"]}
    today = timezone.localdate()
    found = read(_file(row["events"], today), today)
    accept(source=source, offers=stands_for | {"": None}, found=found, fetched=Fetched(b""))
    save_source(library=library, address=row["address"], next_try_at=None)


def _build_bad(library: Library, row: dict[str, Any], facts: dict[str, Any]) -> None:
    now = timezone.now()
    state = {
        "problem": row["problem"],
        "failures": FAILURES_UNTIL_MAIL,
        "last_ok_at": now - timedelta(days=row["days_ago"]),
        "last_tried_at": now,
    }
    save_source(library=library, address=row["address"], **facts, **state)


def _file(events: list[dict[str, Any]], today: date) -> bytes:
    """A calendar as the partner's own would be, counted from the coming Saturday."""
    saturday = today + timedelta(days=(Weekday.SATURDAY - today.weekday()) % 7 or 7)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Demo//NL"]
    for number, event in enumerate(events):
        day = saturday + timedelta(weeks=event["saturday"])
        clocks = [event[name].replace(":", "") for name in ("start", "end")]
        lines += [
            "BEGIN:VEVENT",
            f"UID:demo-{number}",
            f"SUMMARY:{event['title'].replace(',', chr(92) + ',')}",
            f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T{clocks[0]}00",
            f"DTEND;TZID=Europe/Amsterdam:{day:%Y%m%d}T{clocks[1]}00",
            *([f"RRULE:{event['rule']}"] if event["rule"] else []),
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
