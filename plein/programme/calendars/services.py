"""Writes: taking what is in a partner's calendar, and keeping count of how it goes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from home.mail.kinds import Facts, Maker
from home.mail.services import queue_mail
from home.tenant.gate.writing import found, write
from home.tenant.libraries.clock import on_clock_of
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from plein.offer.places.choices import Reason
from plein.programme.calendars.addresses import tidy
from plein.programme.calendars.choices import CalendarError, Problem
from plein.programme.calendars.fetching import Fetched, fetch
from plein.programme.calendars.ics import DAYS_BACK, Findings, Session, read
from plein.programme.calendars.mails import BROKEN
from plein.programme.calendars.models import FAILURES_UNTIL_MAIL, CalendarRule, CalendarSource
from plein.programme.calendars.selectors import on_open_days, rules_of
from plein.programme.timetable.choices import ChangeKind, Frequency
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.services import add_session, restore_session

HOUR = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=1)
MOST_STEPS_AT_ONCE = 50
CHOSEN = ["address", "is_active", "owner_id", "partner_id", "plein_id"]
STATE = ["last_tried_at", "last_ok_at", "next_try_at", "failures", "problem"]

Slot = tuple[date, time]
Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fetch came to: the problem, or how many sessions stand and how many events were left out."""

    problem: Problem | None = None
    taken: int = 0
    left_out: int = 0


@transaction.atomic
def save_source(*, library: Library, address: str, row: CalendarSource | None = None, **facts: Any) -> CalendarSource:
    """Add a partner's calendar, or change ``row``, else the one at this address.

    One that is switched on again, or has another address, is fetched at the next round and read in full.
    ``facts``: further fields of ``CalendarSource``. Raises ``ValidationError`` with a sentence per field.
    """
    source = row or found(CalendarSource, library=library, address=tidy(address))
    before = CalendarSource.objects.filter(pk=source.pk).values(*CHOSEN).first()
    write(source, library=library, address=tidy(address), **facts)
    after = CalendarSource.objects.filter(pk=source.pk).values(*CHOSEN).get()
    if before is None or before == after:
        return source
    if source.is_active:
        source.next_try_at = timezone.now()
    if before["address"] != after["address"] or before["plein_id"] != after["plein_id"]:
        source.read_on = None
    source.save(update_fields=["next_try_at", "read_on"])
    return source


@transaction.atomic
def delete_source(*, row: CalendarSource) -> None:
    """Throw a calendar away, with what was still to come of it."""
    withdraw(source=row)
    row.delete()


def look(*, address: str) -> Findings:
    """Fetch and read a calendar without taking anything of it; raises ``CalendarError``."""
    return read(fetch(address).content or b"", timezone.localdate())


def fetch_now(*, source: CalendarSource, is_asked: bool = False) -> Outcome:
    """Fetch a calendar and take what is new. What was taken earlier stays when anything is wrong.

    ``is_asked``: somebody pressed the button and waits, so the whole file is read even when nothing changed.
    """
    with on_clock_of(source.library):
        return _fetch_here(source, is_asked=is_asked)


def _fetch_here(source: CalendarSource, *, is_asked: bool) -> Outcome:
    """Fetch a calendar on the clock of its library."""
    try:
        fetched = _fetch(source, is_asked)
        if fetched.content is None:
            return _note_success(source=source)
        found = read(fetched.content, timezone.localdate())
    except CalendarError as error:
        return note_failure(source=source, problem=error.problem)
    return take(source=source, found=found, fetched=fetched)


def _fetch(source: CalendarSource, is_asked: bool) -> Fetched:  # noqa: FBT001 - one caller
    """The days that are taken move along with today, so an unchanged file is read in full once a day."""
    is_known = source.read_on == timezone.localdate() and not is_asked
    return fetch(
        source.address,
        etag=source.etag if is_known else "",
        last_modified=source.last_modified if is_known else "",
    )


def take(*, source: CalendarSource, found: Findings, fetched: Fetched) -> Outcome:
    """Bring the sessions of a calendar up to date: new ones come, moved ones move, cancelled ones go."""
    rules = rules_of(source)
    wanted: dict[int, dict[Slot, Session]] = {rule.pk: {} for rule in rules.values()}
    found = on_open_days(source, found)
    left_out = len(found.missed)
    for session in found.sessions:
        rule = rules.get(session.title, rules.get(""))
        if rule is None or rule.offer_id is None:
            left_out += 1
            continue
        _put(wanted[rule.pk], session)
    _carry_out([step for rule in rules.values() for step in _steps(source, rule, wanted[rule.pk])])
    source.etag, source.last_modified = fetched.etag, fetched.last_modified
    source.read_on = timezone.localdate()
    source.taken, source.left_out = sum(map(len, wanted.values())), left_out
    return _note_success(source=source)


def _carry_out(steps: list[Step]) -> None:
    """Some at a time, so that a first time with hundreds of sessions keeps nobody else from writing.

    Each step can be done twice; what an interruption leaves undone, the next fetch does.
    """
    for first in range(0, len(steps), MOST_STEPS_AT_ONCE):
        with transaction.atomic():
            for step in steps[first : first + MOST_STEPS_AT_ONCE]:
                step()


def _put(slots: dict[Slot, Session], session: Session) -> None:
    """Two events of one offer at the same time are one session, which goes on until the later end."""
    slot = session.day, session.start
    if slot not in slots or slots[slot].end < session.end:
        slots[slot] = session


def _steps(source: CalendarSource, rule: CalendarRule, wanted: dict[Slot, Session]) -> list[Step]:
    """What makes the sessions of one rule those that are wanted. What an editor did to one of them stays."""
    if rule.series and (rule.series.offer_id != rule.offer_id or rule.series.plein_id != source.plein_id):
        _let_go(rule=rule)
    series = rule.series or (_start_series(source=source, rule=rule, wanted=wanted) if wanted else None)
    if series is None:
        return []
    there = {(row.original_date, row.original_time): row for row in series.changes.all()}
    keys = {session.key for session in wanted.values()}
    today = timezone.localdate()
    # What is over stays as it was, unless it is the same session, now at another time.
    gone = [
        slot
        for slot, row in there.items()
        if slot not in wanted and _is_imported(row) and (slot[0] >= today or row.external_key in keys)
    ]
    new = [
        session
        for slot, session in wanted.items()
        if slot not in there or (_is_imported(there[slot]) and not _is_same(there[slot], session))
    ]
    steps = [partial(restore_session, series=series, original_date=day, original_time=clock) for day, clock in gone]
    return [*steps, *(partial(_add, series, session) for session in new)]


def _is_imported(row: Change) -> bool:
    return bool(row.external_key) and row.kind == ChangeKind.EXTRA


def _is_same(row: Change, session: Session) -> bool:
    return (row.external_key, row.new_end) == (session.key, session.end)


def _add(series: Series, session: Session) -> None:
    add_session(
        series=series,
        day=session.day,
        start=session.start,
        end=session.end,
        reason=Reason.OTHER,
        external_key=session.key,
    )


@transaction.atomic
def _start_series(*, source: CalendarSource, rule: CalendarRule, wanted: dict[Slot, Session]) -> Series:
    """The series that carries the sessions. Never one that an editor made, though it may be of the same offer."""
    locked = CalendarRule.objects.select_for_update().get(pk=rule.pk)
    if locked.series is None:
        (day, start), first = min(wanted.items(), key=lambda pair: pair[0])
        locked.series = Series(
            offer=rule.offer,
            plein=source.plein,
            frequency=Frequency.LOOSE,
            starts_on=min(timezone.localdate() - timedelta(days=DAYS_BACK), day),
            start_time=start,
            end_time=first.end,
        )
        locked.series.full_clean()
        locked.series.save()
        locked.save(update_fields=["series"])
    return locked.series


@transaction.atomic
def _let_go(*, rule: CalendarRule) -> None:
    """Take away what is still to come of a rule; what was stays on the series, which is no longer the rule's."""
    series = rule.series
    if series is None:
        return
    coming = series.changes.filter(original_date__gte=timezone.localdate()).exclude(external_key="")
    for row in coming:
        restore_session(series=series, original_date=row.original_date, original_time=row.original_time)
    rule.series = None
    rule.save(update_fields=["series"])
    if not series.changes.exists():
        series.delete()


def accept(*, source: CalendarSource, offers: dict[str, int | None], found: Findings, fetched: Fetched) -> Outcome:
    """Say what each title stands for (``None``: leave it out) and take the calendar from now on."""
    set_rules(source=source, offers=offers)
    return take(source=source, found=found, fetched=fetched)


@transaction.atomic
def set_rules(*, source: CalendarSource, offers: dict[str, int | None]) -> None:
    """Say what each title stands for. Titles that are not named keep what they had."""
    rules = rules_of(source)
    for title, offer_id in offers.items():
        rule = rules.get(title) or CalendarRule(source=source, title=title)
        rule.offer_id = offer_id
        rule.full_clean(exclude=["source"])
        rule.save()
    CalendarSource.objects.filter(pk=source.pk).update(is_active=True)


@transaction.atomic
def withdraw(*, source: CalendarSource) -> None:
    """Take away what is still to come of a calendar that is thrown away."""
    for rule in source.rules.select_related("series"):
        _let_go(rule=rule)


def claim_due(*, sources: Iterable[CalendarSource]) -> list[int]:
    """Put off the next try of calendars that are about to be fetched, so that no other round takes them too."""
    ids = [source.pk for source in sources]
    CalendarSource.objects.filter(pk__in=ids).update(next_try_at=timezone.now() + HOUR)
    return ids


@transaction.atomic
def _note_success(*, source: CalendarSource) -> Outcome:
    now = timezone.now()
    source.last_tried_at = source.last_ok_at = now
    source.next_try_at = now + HOUR
    source.failures, source.problem = 0, ""
    source.save(update_fields=[*STATE, "etag", "last_modified", "read_on", "taken", "left_out"])
    return Outcome(taken=source.taken, left_out=source.left_out)


@transaction.atomic
def note_failure(*, source: CalendarSource, problem: Problem) -> Outcome:
    """Count a failure, wait longer each time, and mail the owner once: at the fifth in a row."""
    locked = CalendarSource.objects.select_for_update().get(pk=source.pk)
    now = timezone.now()
    locked.failures += 1
    locked.problem = problem
    locked.last_tried_at = now
    locked.next_try_at = now + waiting_time(locked.failures)
    locked.save(update_fields=STATE)
    if locked.failures == FAILURES_UNTIL_MAIL:
        _tell_owner(locked)
    return Outcome(problem=problem)


def waiting_time(failures: int) -> timedelta:
    """An hour after the first failure, then twice as long each time, up to a day."""
    return min(HOUR * 2 ** min(failures - 1, 10), LONGEST_WAIT)


def _owner_of(source: CalendarSource) -> User | None:
    return source.owner if source.owner and source.owner.is_active else None


def _tell_owner(source: CalendarSource) -> None:
    owner = _owner_of(source)
    recipient = owner.email if owner else source.library.email
    if not recipient:
        return
    profile = UserProfile.objects.filter(user=owner).first() if owner else None
    queue_mail(
        library=source.library,
        recipient=recipient,
        language=(profile.preferred_language if profile else "") or source.library.main_language,
        key=BROKEN.key,
        about={"source": source.pk},
    )


def broken_values(about: Facts, _language: str) -> Mapping[str, str] | None:
    """What is filled in for who looks after a calendar; nothing when it works again."""
    source = CalendarSource.objects.select_related("library", "owner", "partner").filter(pk=about["source"]).first()
    if source is None or not source.failures:
        return None
    owner = _owner_of(source)
    link = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse('calendars:preview', args=[source.pk])}"
    return {**_what_is_wrong(source), "name": owner.first_name if owner else source.library.name, "link": link}


MAKERS: dict[str, Maker] = {BROKEN.key: broken_values}


def _what_is_wrong(source: CalendarSource) -> dict[str, str]:
    """The partner, the problem and since when, in the language that is active."""
    since = ""
    if source.last_ok_at:
        day = date_format(timezone.localtime(source.last_ok_at), "DATE_FORMAT")
        since = _("The last time that it worked was %(day)s.") % {"day": day}
    return {"partner": source.partner.title, "problem": str(Problem(source.problem).label), "since": since}
