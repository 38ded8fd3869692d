"""The demo's week page and a few changes, so that a cancelled and a moved session are always in view."""

from datetime import timedelta

from django.utils import timezone

from home.libraries.models import Library
from home.pages.services import save_page
from plein.places.choices import Reason
from plein.programme.choices import ChangeKind
from plein.programme.models import Series
from plein.programme.pages import WeekPage
from plein.programme.selectors import session_dates
from plein.programme.services import cancel_session, change_session


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
    """Cancel the next session of one series and move the one of another."""
    today = timezone.localdate()
    rows = Series.objects.filter(offer__path__startswith=library.site.root_page.path, interval_weeks=1)
    chosen = list(rows.order_by("pk")[4:6])
    for series, kind in zip(chosen, (ChangeKind.CANCELLED, ChangeKind.MOVED), strict=False):
        day = next(session_dates(series, today + timedelta(days=1), today + timedelta(days=14)), None)
        if day is None:
            continue
        if kind == ChangeKind.CANCELLED:
            cancel_session(series=series, original_date=day, reason=Reason.ILLNESS)
        else:
            change_session(
                series=series, original_date=day, kind=kind, reason=Reason.MOVED, new_date=day + timedelta(days=1)
            )
