"""Writes on the programme: series and what happens to one session. They take effect when saved."""

from datetime import date, time
from typing import Any

from django.db import transaction
from django.db.models import F

from home.tenant.gate.writing import found, write
from home.tenant.libraries.clock import clock_at
from plein.offer.places.models import Room
from plein.programme.timetable.choices import ChangeKind, Frequency
from plein.programme.timetable.models import Change, Series

NEW = ("new_date", "new_start", "new_end", "new_room", "new_partner")


@transaction.atomic
def save_series(
    *,
    offer: Any,
    plein: Any,
    room: Room | None,
    starts_on: date,
    start_time: time,
    end_time: time,
    row: Series | None = None,
    **rule: Any,
) -> Series:
    """Plan an offer by a rule from a day on; raises ``ValidationError`` with a sentence per field.

    ``row`` is planned, new or anew; without it a series of the same offer, plein, weekday and time is brought up to
    date instead of planned twice. When anything changes its revision goes up, so that calendars that subscribed see
    something new. ``rule``: further fields of ``Series``, such as ``interval``, ``frequency``, ``ends_on``, ``count``.
    """
    if row is None:
        key = {"offer": offer, "plein": plein, "start_time": start_time}
        there = Series.objects.filter(**key, starts_on__iso_week_day=starts_on.isoweekday()).first()
        row = there or Series(**key, starts_on=starts_on)
        starts_on = row.starts_on
        rule = {"frequency": Frequency.WEEKLY, "interval": 1} | rule
    before = Series.objects.filter(pk=row.pk).values().first()
    given = {"offer": offer, "plein": plein, "room": room, "starts_on": starts_on}
    with clock_at(plein):
        write(row, **given, start_time=start_time, end_time=end_time, **rule)
    if before and before != Series.objects.filter(pk=row.pk).values().get():
        count_up(series=row)
    return row


@transaction.atomic
def change_session(
    *,
    series: Series,
    original_date: date,
    kind: str,
    reason: str,
    original_time: time | None = None,
    external_key: str = "",
    row: Change | None = None,
    **new: Any,
) -> Change:
    """Cancel, move, fill, replace or add one session; a second change of the same session replaces the first.

    ``row`` is the change that is meant; without it, or when it is new, the session tells which one. The series'
    revision goes up, so that calendars that subscribed see something new.
    """
    locked = Series.objects.select_for_update().get(pk=series.pk)
    clock = original_time or locked.start_time
    # As it is kept: a form has changed its own row already.
    stored = Change.objects.filter(pk=row.pk).first() if row else None
    change = stored or found(Change, series=locked, original_date=original_date, original_time=clock)
    was_extra = change.kind == ChangeKind.EXTRA and kind == ChangeKind.CANCELLED
    change.kind, change.reason, change.external_key = kind, reason, external_key
    # An extra session that is cancelled keeps its own times: nothing else tells them.
    given = {name: new.get(name) for name in NEW if name in new or not was_extra}
    with clock_at(locked.plein):
        write(change, **given)
    count_up(series=locked)
    return change


@transaction.atomic
def cancel_session(*, series: Series, original_date: date, reason: str, original_time: time | None = None) -> Change:
    """Cancel one session, with a reason that needs no translator."""
    return change_session(
        series=series,
        original_date=original_date,
        original_time=original_time,
        kind=ChangeKind.CANCELLED,
        reason=reason,
    )


@transaction.atomic
def add_session(*, series: Series, day: date, start: time, end: time, reason: str, **more: Any) -> Change:
    """Add an extra session to a series; ``more``: ``new_room`` and ``external_key``."""
    return change_session(
        series=series,
        original_date=day,
        original_time=start,
        kind=ChangeKind.EXTRA,
        reason=reason,
        new_end=end,
        **more,
    )


@transaction.atomic
def restore_session(*, series: Series, original_date: date, original_time: time | None = None) -> None:
    """Take a change back: the session is as the series says."""
    locked = Series.objects.select_for_update().get(pk=series.pk)
    clock = original_time or locked.start_time
    Change.objects.filter(series=locked, original_date=original_date, original_time=clock).delete()
    count_up(series=locked)


@transaction.atomic
def delete_change(*, row: Change) -> None:
    """Take a change back from the list of changes."""
    restore_session(series=row.series, original_date=row.original_date, original_time=row.original_time)


@transaction.atomic
def set_people(*, series: Series, people: list[dict[str, Any]]) -> None:
    """Replace the public names of who is there, each turn as ``dates.people_on`` reads it."""
    Series.objects.filter(pk=series.pk).update(people=people, revision=F("revision") + 1)


def count_up(*, series: Series) -> None:
    """Tell calendars that something about the sessions of a series is new."""
    Series.objects.filter(pk=series.pk).update(revision=F("revision") + 1)


def count_up_plein(*, plein_id: int) -> None:
    """Tell calendars that a plein opens on other days than before."""
    Series.objects.filter(plein=plein_id).update(revision=F("revision") + 1)
