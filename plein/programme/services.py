"""Writes on the programme: series and what happens to one session. They take effect when saved."""

from datetime import date, time
from typing import Any

from django.db import transaction

from plein.places.models import Room
from plein.programme.choices import ChangeKind
from plein.programme.models import Change, Series


@transaction.atomic
def save_series(
    *,
    offer: Any,
    plein: Any,
    room: Room | None,
    starts_on: date,
    start_time: time,
    end_time: time,
    interval_weeks: int = 1,
    ends_on: date | None = None,
) -> Series:
    """Plan an offer every so many weeks from a day on; raises ``ValidationError`` with a sentence per field."""
    found = Series.objects.filter(
        offer=offer, plein=plein, start_time=start_time, starts_on__iso_week_day=starts_on.isoweekday()
    ).first()
    series = found or Series(offer=offer, plein=plein, start_time=start_time, starts_on=starts_on)
    series.room, series.end_time, series.interval_weeks, series.ends_on = room, end_time, interval_weeks, ends_on
    series.full_clean()
    series.save()
    return series


@transaction.atomic
def change_session(*, series: Series, original_date: date, kind: str, reason: str, **new: Any) -> Change:
    """Cancel or move one session; a second change of the same session replaces the first.

    The series' revision goes up, so that calendars that subscribed see something new.
    """
    locked = Series.objects.select_for_update().get(pk=series.pk)
    change = Change.objects.filter(series=locked, original_date=original_date).first()
    change = change or Change(series=locked, original_date=original_date)
    change.kind, change.reason = kind, reason
    for name in ("new_date", "new_start", "new_end", "new_room"):
        setattr(change, name, new.get(name))
    change.full_clean()
    change.save()
    _count_up(locked)
    return change


@transaction.atomic
def cancel_session(*, series: Series, original_date: date, reason: str) -> Change:
    """Cancel one session, with a reason that needs no translator."""
    return change_session(series=series, original_date=original_date, kind=ChangeKind.CANCELLED, reason=reason)


@transaction.atomic
def restore_session(*, series: Series, original_date: date) -> None:
    """Take a change back: the session is as the series says."""
    locked = Series.objects.select_for_update().get(pk=series.pk)
    Change.objects.filter(series=locked, original_date=original_date).delete()
    _count_up(locked)


def _count_up(series: Series) -> None:
    series.revision += 1
    series.save(update_fields=["revision"])
