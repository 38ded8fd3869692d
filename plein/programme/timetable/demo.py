"""The demo's week page and a few changes, so that a cancelled and a moved session are always in view."""

from datetime import date, time, timedelta

from django.utils import timezone

from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.places.choices import Reason, Stops, Weekday
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import close_plein
from plein.programme.timetable.choices import ChangeKind, Frequency
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.pages import WeekPage
from plein.programme.timetable.selectors import monday_of
from plein.programme.timetable.services import add_session, cancel_session, change_session

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
