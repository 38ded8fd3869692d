"""The demo's week page, its series and a few changes, so that a cancelled and a moved session are always in view."""

from datetime import date, time, timedelta
from typing import Any

from django.utils import timezone

from home.site.pages.demo import records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.demo import DATA as OFFERS
from plein.offer.offers.pages import OfferPage
from plein.offer.places.choices import Reason, Stops, Weekday
from plein.offer.places.demo import rooms_of
from plein.offer.places.models import Room
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import close_plein
from plein.programme.timetable.choices import ChangeKind, Frequency
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.pages import WeekPage
from plein.programme.timetable.selectors import monday_of
from plein.programme.timetable.services import add_session, cancel_session, change_session, save_series

RULE = ("frequency", "interval", "month_week", "is_term_time_only", "on_closed_day")
# Series began long enough ago to leaf back through some weeks.
WEEKS_AGO = 8
DEMO_CHANGES = (ChangeKind.CANCELLED, ChangeKind.MOVED, ChangeKind.FULL, ChangeKind.REPLACED, ChangeKind.EXTRA)


def build_page(library: Library) -> None:
    """Make the week page of a demo library."""
    save_page(
        model=WeekPage,
        parent=library.site.root_page,
        slug="week",
        title="Weekprogramma",
        search_description="Wie is er wanneer, en waarvoor?",
        show_in_menus=True,
    )


def build_series(library: Library) -> None:
    """The series of each offer, as they stand in its own table."""
    rooms = rooms_of(library)
    monday = monday_of(timezone.localdate()) - timedelta(weeks=WEEKS_AGO)
    rows = OfferPage.objects.filter(path__startswith=library.site.root_page.path)
    offers = {offer.slug: offer for offer in rows}
    for row in records(OFFERS, "offer", library.slug):
        for item in row["series"]:
            _build_series(offers[row["slug"]], item, rooms, monday)


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


def build_changes(library: Library) -> None:
    """One session of each of five series is cancelled, moved, full, taken over by another partner, and extra."""
    today = timezone.localdate()
    rows = Series.objects.filter(offer__path__startswith=library.site.root_page.path, interval=1)
    weekly = rows.filter(frequency=Frequency.WEEKLY).select_related("offer").order_by("pk")
    partners = Change._meta.get_field("new_partner").related_model.objects.all()  # noqa: SLF001
    others = live_sources(partners, library).order_by("pk")
    for series, change in zip(weekly[4:9], DEMO_CHANGES, strict=False):
        day = next(series.rule.days(today + timedelta(days=1), today + timedelta(days=7)), today)
        if change == ChangeKind.CANCELLED:
            cancel_session(series=series, original_date=day, reason=Reason.ILLNESS)
        elif change == ChangeKind.MOVED:
            change_session(
                series=series,
                original_date=day,
                kind=change,
                reason=Reason.MOVED,
                new_date=day + timedelta(days=1),
            )
        elif change == ChangeKind.FULL:
            change_session(series=series, original_date=day, kind=change, reason=Reason.FULL)
        elif change == ChangeKind.REPLACED:
            other = others.exclude(pk=series.offer.partner_id).first()
            change_session(series=series, original_date=day, kind=change, reason=Reason.ILLNESS, new_partner=other)
        else:
            start, end = time(19), time(20, 30)
            extra = day + timedelta(days=1 if day.weekday() < Weekday.SATURDAY else 2)
            add_session(series=series, day=extra, start=start, end=end, reason=Reason.OTHER)


def build_closures(library: Library) -> None:
    """The Christmas holidays of the schools and a training day of the whole team, both still to come."""
    today = timezone.localdate()
    for plein in live_sources(PleinPage.objects.all(), library):
        if plein.closures.exists():
            continue
        christmas = date(today.year, 12, 20)
        close_plein(
            plein=plein,
            first_day=christmas,
            last_day=christmas + timedelta(days=14),
            reason=Reason.HOLIDAY,
            stops=Stops.TERM_TIME,
        )
        training = monday_of(today) + timedelta(weeks=6, days=3)
        close_plein(plein=plein, first_day=training, last_day=training, reason=Reason.OTHER)
