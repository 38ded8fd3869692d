"""From the bytes of somebody else's calendar to sessions on the clock of the library. No queries and no network here.

Work is counted before it is done: who writes a calendar must not be able to keep the portal busy.
"""

import hashlib
import logging
import time as stopwatch
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from django.utils import timezone

from plein.programme.calendars.choices import CalendarError, LeftOut, Problem
from plein.programme.calendars.ics_lines import Part, lines_of, parts_of, tidy_title
from plein.programme.timetable.recurrence import exists

if TYPE_CHECKING:
    from icalendar import Event

MOST_SESSIONS = 2_000
# Steps that all rules together may take from their first day to the end of the window.
MOST_STEPS = 400_000
MOST_SECONDS = 8.0
MOST_TIMES_A_DAY = 24
DAYS_BACK, DAYS_AHEAD = 7, 180

logger = logging.getLogger(__name__)

# What tells how something returns: when one of them is broken, none of it can be believed.
RETURNING = ("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
OF_DAY = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Parts of a rule that may never come true: the library then looks for thousands of years.
SELDOM = ("BYSETPOS", "BYWEEKNO", "BYYEARDAY")
STEPS_OF_SELDOM = 20_000


Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Session:
    """One session: which one it is, whatever becomes of it, what it is called, and when."""

    key: str
    title: str
    day: date
    start: time
    end: time
    # The line at which its event begins.
    line: int = 0


@dataclass(frozen=True, slots=True)
class Missed:
    """One event that is not taken, with the line at which it begins."""

    line: int
    title: str
    reason: LeftOut
    day: date | None = None


@dataclass(slots=True)
class Group:
    """One event with the changes to single sessions of it, and the moments of changes that cannot be told."""

    parts: list[Part] = field(default_factory=list)
    spoilt: set[datetime] = field(default_factory=set)


@dataclass(slots=True)
class Findings:
    """What is in a calendar between two days."""

    sessions: list[Session] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)

    @property
    def titles(self) -> dict[str, int]:
        """How many sessions each title has, the most first."""
        counts: dict[str, int] = {}
        for row in self.sessions:
            counts[row.title] = counts.get(row.title, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def read(content: bytes, today: date) -> Findings:
    """The sessions in the bytes of a calendar, from a week ago to half a year from now.

    Raises ``CalendarError`` when it is no calendar, or one that would keep the portal busy for no good reason.
    """
    try:
        return _read(content, today)
    except CalendarError:
        raise
    except Exception as error:
        # A stranger's file goes through two libraries: whatever they trip over, it is the file that is at fault.
        logger.exception("A calendar could not be read")
        raise CalendarError(Problem.UNEXPECTED) from error


def _read(content: bytes, today: date) -> Findings:
    found = Findings()
    window = today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD)
    groups = _groups(parts_of(lines_of(content)), window, found)
    _check_work(groups.values(), window[1])
    deadline = stopwatch.monotonic() + MOST_SECONDS
    for group in groups.values():
        _take(group, window, found)
        if len(found.sessions) > MOST_SESSIONS or stopwatch.monotonic() > deadline:
            raise CalendarError(Problem.RETURNS_TOO_OFTEN)
    found.sessions.sort(key=lambda row: (row.day, row.start, row.end, row.title, row.key))
    found.missed.sort(key=lambda row: row.line)
    return found


def _groups(parts: Iterable[Part], window: Window, found: Findings) -> dict[str, Group]:
    """The events that can be understood, with everything that happened to each; the others are told of."""
    groups: dict[str, Group] = {}
    for part in parts:
        reason = _understand(part)
        which = _which(part.event) if part.event is not None else None
        if reason is None:
            groups.setdefault(part.uid, Group()).parts.append(part)
        elif which is not None:
            # Something happened to this one session that cannot be told: it is not as the rule has it either.
            groups.setdefault(part.uid, Group()).spoilt.add(which)
        if reason and not _is_over(part, window):
            found.missed.append(Missed(part.line, part.title, reason, _day(part)))
    return {uid: group for uid, group in groups.items() if group.parts}


def _day(part: Part) -> date | None:
    start = _value(part.event, "DTSTART") if part.event is not None else None
    if isinstance(start, datetime):
        return here(start).date()
    return start if isinstance(start, date) else None


def _is_over(part: Part, window: Window) -> bool:
    """Whether an event that does not return lies outside the days that are taken."""
    day = _day(part)
    return day is not None and not {"RRULE", "RDATE"} & set(part.event) and not window[0] <= day <= window[1]


def _understand(part: Part) -> LeftOut | None:
    """Read the lines of one event; the reason when it cannot be taken whatever the day."""
    from icalendar import Event  # noqa: PLC0415 - slow to import, and not needed to show a page

    part.title = part.plain_title
    if part.has_unknown_zone:
        return LeftOut.UNKNOWN_ZONE
    try:
        part.event = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *part.lines, "END:VEVENT", ""]))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        return LeftOut.NOT_UNDERSTOOD
    event = part.event
    part.title = tidy_title(event.get("SUMMARY", ""))
    part.uid = str(event.get("UID", "")) or f"{part.title} {part.lines}"
    if _day(part) is None:
        return LeftOut.NO_START
    if any(_is_broken(event, name) for name in RETURNING) or not all(_is_sound(rule) for rule in _rules(event)):
        return LeftOut.NOT_UNDERSTOOD
    return _length_fault(event)


def _which(event: "Event") -> datetime | None:
    """Which session of a rule an event is about."""
    moment = _value(event, "RECURRENCE-ID")
    return here(moment) if isinstance(moment, datetime) else None


def _value(event: "Event", name: str) -> Any:
    """A moment or a length of an event; nothing when the library could make nothing of it."""
    return None if _is_broken(event, name) else getattr(event.get(name), "dt", None)


def _is_broken(event: "Event", name: str) -> bool:
    from icalendar.prop import vBroken  # noqa: PLC0415 - slow to import

    found = event.get(name)
    return any(isinstance(one, vBroken) for one in (found if isinstance(found, list) else [found]))


def _length_fault(event: "Event") -> LeftOut | None:
    start, end = event["DTSTART"].dt, _end(event)
    if not isinstance(start, datetime):
        return LeftOut.ALL_DAY
    if end is None or not isinstance(end, datetime):
        return LeftOut.NO_LENGTH
    start, end = here(start), here(end)
    if end < start:
        return LeftOut.ENDS_BEFORE_START
    return LeftOut.NO_LENGTH if end - start < timedelta(minutes=1) else None


def _end(event: "Event") -> date | None:
    if "DTEND" in event:
        return cast("date | None", _value(event, "DTEND"))
    length = _value(event, "DURATION")
    return event["DTSTART"].dt + length if isinstance(length, timedelta) else None


def here(moment: datetime) -> datetime:
    """A moment on the clock of the library; one without a zone is meant there."""
    zone = timezone.get_current_timezone()
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _rules(event: "Event") -> list[dict[str, list[Any]]]:
    rules = event.get("RRULE", [])
    return rules if isinstance(rules, list) else [rules]


def _is_sound(rule: dict[str, list[Any]]) -> bool:
    interval = rule.get("INTERVAL", [1])
    return bool(rule.get("FREQ")) and all(isinstance(one, int) and one > 0 for one in interval)


def _check_work(groups: Iterable[Group], last: date) -> None:
    """Refuse a calendar whose rules would take too many steps, before any is taken."""
    steps = 0
    for group in groups:
        for part in group.parts:
            event = part.event
            steps += sum(_steps(rule, event["DTSTART"].dt, last) for rule in _rules(event))
            steps += sum(line.count(",") + 1 for line in part.lines if line[:5].upper() in {"RDATE", "EXDAT"})
        # Each change to a session is looked up among the others.
        steps += len(group.parts)
        if steps > MOST_STEPS:
            raise CalendarError(Problem.RETURNS_TOO_OFTEN)


def _steps(rule: dict[str, list[Any]], start: date, last: date) -> int:
    """About how many steps a rule takes from its first day to the last day that we look at."""
    freq = str(rule["FREQ"][0]).upper()
    if freq not in OF_DAY:
        raise CalendarError(Problem.RETURNS_TOO_OFTEN)
    first = date(start.year, start.month, start.day)
    until = rule.get("UNTIL", [last])[0]
    until = min(last, date(until.year, until.month, until.day))
    days = max(0, (until - first).days)
    periods = days // (OF_DAY[freq] * rule.get("INTERVAL", [1])[0]) + 1
    times = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= max(1, len(rule.get(name, ())))
    if times > MOST_TIMES_A_DAY:
        raise CalendarError(Problem.RETURNS_TOO_OFTEN)
    in_period = OF_DAY[freq] if any(name.startswith("BY") for name in rule) and freq != "DAILY" else 1
    seldom = STEPS_OF_SELDOM if any(name in rule for name in SELDOM) else 0
    return min(periods * times * (in_period if times > 1 else 1), days * times + 1) + seldom


def _may_fall(rule: dict[str, list[Any]], window: Window) -> bool:
    """Whether any day of the window is one that the rule could name; a day that never comes is looked for for ever."""
    until = rule.get("UNTIL", [window[1]])[0]
    if date(until.year, until.month, until.day) < window[0] - timedelta(days=1):
        return False
    months = {int(str(one).rstrip("L")) for one in rule.get("BYMONTH", ())}
    days = {int(one) for one in rule.get("BYMONTHDAY", ())}
    weekdays = {str(one)[-2:].upper() for one in rule.get("BYDAY", ())}
    # A day more at either end: the zone of the rule may be a day ahead of ours.
    span = range(window[0].toordinal() - 1, window[1].toordinal() + 2)
    return any(_is_named(date.fromordinal(number), months, days, weekdays) for number in span)


def _is_named(day: date, months: set[int], days: set[int], weekdays: set[str]) -> bool:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    from_end = (day - following).days
    return (
        (not months or day.month in months)
        and (not days or day.day in days or from_end in days)
        and (not weekdays or WEEKDAYS[day.weekday()] in weekdays)
    )


def _take(group: Group, window: Window, found: Findings) -> None:
    """The sessions of one event, with everything that happened to it."""
    first = group.parts[0]
    for part in group.parts:
        _forget_idle_rules(part.event, window)
    is_lone = len(group.parts) == 1 and not {"RRULE", "RDATE", "RECURRENCE-ID"} & set(first.event)
    try:
        events = [first.event] if is_lone else _expand(group, window)
        rows = [_session(first, event, window) for event in events if _which(event) not in group.spoilt]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError):
        found.missed.append(Missed(first.line, first.title, LeftOut.NOT_UNDERSTOOD))
        return
    found.sessions += [row for row in rows if isinstance(row, Session)]
    found.missed += [row for row in rows if isinstance(row, Missed)]


def _forget_idle_rules(event: "Event", window: Window) -> None:
    rules = _rules(event)
    busy = [rule for rule in rules if _may_fall(rule, window)]
    if len(busy) < len(rules):
        del event["RRULE"]
        for rule in busy:
            event.add("RRULE", rule)


def _expand(group: Group, window: Window) -> list["Event"]:
    import recurring_ical_events  # noqa: PLC0415 - slow to import
    from icalendar import Calendar  # noqa: PLC0415 - slow to import

    calendar = Calendar()
    for part in group.parts:
        calendar.add_component(part.event)
    return recurring_ical_events.of(calendar).between(window[0], window[1] + timedelta(days=1))


def _session(part: Part, event: "Event", window: Window) -> Session | Missed | None:
    """One occurrence as a session, as one that is left out, or nothing when it is cancelled or of another day."""
    title = tidy_title(event.get("SUMMARY", ""))
    start = event["DTSTART"].dt
    reason = _length_fault(event)
    day = here(start).date() if isinstance(start, datetime) else start
    if str(event.get("STATUS", "")).upper() == "CANCELLED" or not window[0] <= day <= window[1]:
        return None
    if reason:
        return Missed(part.line, title, reason, day)
    begins, ends = here(start), here(cast("datetime", _end(event)))
    if ends.date() != begins.date():
        return Missed(part.line, title, LeftOut.PAST_MIDNIGHT, day)
    clocks = [moment.time().replace(second=0, microsecond=0) for moment in (begins, ends)]
    if not all(exists(day, clock, timezone.get_current_timezone_name()) for clock in clocks):
        return Missed(part.line, title, LeftOut.NO_SUCH_TIME, day)
    if clocks[0] >= clocks[1]:
        return Missed(part.line, title, LeftOut.NO_LENGTH, day)
    return Session(_key(part.uid, event), title, day, clocks[0], clocks[1], part.line)


def _key(uid: str, event: "Event") -> str:
    """What tells this session from every other, whatever becomes of it; as long as a column holds."""
    which = _which(event)
    moment = which.isoformat() if which else ""
    return hashlib.sha256(f"{uid}\n{moment}".encode()).hexdigest()
