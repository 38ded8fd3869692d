"""What is read of a calendar: the right moments of Amsterdam, and a reason for everything else."""

import gzip
import time as stopwatch
from datetime import date, time, timedelta

import pytest

from plein.programme.calendars.choices import CalendarError, LeftOut, Problem
from plein.programme.calendars.ics import DAYS_AHEAD, Findings, read
from tests.plein.programme.calendars.conftest import calendar, event

TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 24)


def moments(found: Findings) -> list[tuple[date, time, time]]:
    return [(row.day, row.start, row.end) for row in found.sessions]


def reasons(found: Findings) -> list[tuple[int, LeftOut]]:
    return [(row.line, row.reason) for row in found.missed]


def refusal(content: bytes) -> Problem | None:
    try:
        read(content, TODAY)
    except CalendarError as error:
        return error.problem
    return None


@pytest.mark.parametrize(
    ("start", "end", "clocks"),
    [
        (";TZID=Europe/Amsterdam:20261124T100000", ";TZID=Europe/Amsterdam:20261124T110000", (10, 11)),
        (":20261124T090000Z", ":20261124T100000Z", (10, 11)),
        (":20261124T100000", ":20261124T110000", (10, 11)),
        (";TZID=Europe/London:20261124T100000", ";TZID=Europe/London:20261124T110000", (11, 12)),
        (";TZID=W. Europe Standard Time:20261124T100000", ";TZID=W. Europe Standard Time:20261124T110000", (10, 11)),
        (';TZID="/mozilla.org/2005/Europe/Amsterdam":20261124T100000', ":20261124T100000Z", (10, 11)),
    ],
    ids=["Amsterdam", "UTC", "floating", "London", "Windows", "quoted and with a prefix"],
)
def test_time_is_that_of_amsterdam(start: str, end: str, clocks: tuple[int, int]) -> None:
    found = read(calendar(f"UID:een\nSUMMARY:Inloop\nDTSTART{start}\nDTEND{end}"), TODAY)
    assert moments(found) == [(DAY, time(clocks[0]), time(clocks[1]))]


def zone(name: str, *offsets: str) -> str:
    parts = "".join(f"BEGIN:STANDARD\nTZOFFSETFROM:+0000\nTZOFFSETTO:{one}\nEND:STANDARD\n" for one in offsets)
    return f"BEGIN:VTIMEZONE\nTZID:{name}\n{parts}END:VTIMEZONE\n"


def test_zone_of_its_own_is_ours_when_it_shifts_as_ours() -> None:
    """What one file says of a name never counts in the next: another library's calendar may use it too."""
    one = "UID:een\nSUMMARY:Inloop\nDTSTART;TZID=Eigen:20261124T100000\nDTEND;TZID=Eigen:20261124T110000"
    known = read(calendar(one, head=zone("Eigen", "+0100", "+0200")), TODAY)
    other = read(calendar(one, head=zone("Eigen", "+0900")), TODAY)
    assert (moments(known), reasons(known)) == ([(DAY, time(10), time(11))], [])
    assert (moments(other), [reason for _line, reason in reasons(other)]) == ([], [LeftOut.UNKNOWN_ZONE])


def test_rule_keeps_its_clock_over_the_change_of_the_clock() -> None:
    found = read(calendar(event(date(2027, 3, 24), RRULE="FREQ=DAILY;COUNT=8")), date(2027, 3, 20))
    assert [(row.day.day, row.start) for row in found.sessions] == [
        *((day, time(10)) for day in range(24, 32)),
    ]


@pytest.mark.parametrize("zone_of", ["", ";TZID=Europe/Amsterdam"], ids=["floating", "Amsterdam"])
def test_time_that_does_not_exist_is_told(zone_of: str) -> None:
    lines = f"UID:een\nSUMMARY:Nacht\nDTSTART{zone_of}:20270327T023000\nDTEND{zone_of}:20270327T033000"
    found = read(calendar(f"{lines}\nRRULE:FREQ=DAILY;COUNT=3"), date(2027, 3, 20))
    assert [row.day.day for row in found.sessions] == [27, 29]
    assert [(row.reason, row.day) for row in found.missed] == [(LeftOut.NO_SUCH_TIME, date(2027, 3, 28))]


def test_window_reaches_from_a_week_ago_to_half_a_year_ahead() -> None:
    days = [-8, -7, 0, DAYS_AHEAD, DAYS_AHEAD + 1]
    found = read(calendar(*(event(TODAY + timedelta(days=day), uid=str(day)) for day in days)), TODAY)
    assert [(row.day - TODAY).days for row in found.sessions] == [-7, 0, DAYS_AHEAD]


def test_changes_and_exceptions_of_a_rule_are_followed() -> None:
    weekly = event(DAY, RRULE="FREQ=WEEKLY;COUNT=4", EXDATE="20261201T090000Z")
    moved = event(date(2026, 12, 9), clock="140000", until="150000", RECURRENCE_ID="20261208T090000Z")
    cancelled = event(date(2026, 12, 15), STATUS="CANCELLED", RECURRENCE_ID="20261215T090000Z")
    found = read(calendar(weekly, moved, cancelled), TODAY)
    assert moments(found) == [(DAY, time(10), time(11)), (date(2026, 12, 9), time(14), time(15))]


def test_moved_session_keeps_its_key() -> None:
    weekly = event(DAY, RRULE="FREQ=WEEKLY;COUNT=2")
    moved = event(date(2026, 12, 2), RECURRENCE_ID="20261201T090000Z")
    before, after = (read(calendar(*parts), TODAY).sessions for parts in ([weekly], [weekly, moved]))
    assert ([row.key for row in before], before[1].day != after[1].day) == ([row.key for row in after], True)


def test_cancelled_event_is_not_there() -> None:
    found = read(calendar(event(DAY, STATUS="CANCELLED"), event(DAY, uid="twee", STATUS="cancelled")), TODAY)
    assert (found.sessions, found.missed) == ([], [])


def test_two_versions_of_an_event_are_one() -> None:
    old, new = event(DAY, SEQUENCE="1"), event(DAY, clock="140000", until="150000", SEQUENCE="2")
    assert moments(read(calendar(old, new), TODAY)) == [(DAY, time(14), time(15))]


def test_what_cannot_be_taken_is_listed_with_line_and_reason() -> None:
    found = read(
        calendar(
            event(DAY, "Goed", uid="goed"),
            "UID:dag\nSUMMARY:Vrij\nDTSTART;VALUE=DATE:20261125",
            event(DAY, "Achterstevoren", uid="a", clock="150000", until="140000"),
            event(DAY, "Leeg", uid="b", until="100000"),
            event(DAY, "Nacht", uid="c", clock="220000", until="220000").replace("DTEND", "X-NO") + "\nDURATION:PT4H",
            "UID:d\nSUMMARY:Niets",
            event(DAY, "Raar", uid="e", RRULE="FREQ=SOMS"),
            event(DAY, "Nul", uid="f", RRULE="FREQ=DAILY;INTERVAL=0"),
            event(DAY, "Onzin", uid="g", clock="250000"),
            "UID:h\nSUMMARY:Ver\nDTSTART;TZID=Maan:20261124T100000\nDTEND;TZID=Maan:20261124T110000",
        ),
        TODAY,
    )
    assert [row.title for row in found.sessions] == ["Goed"]
    assert [(row.line, row.title, row.reason) for row in found.missed] == [
        (9, "Vrij", LeftOut.ALL_DAY),
        (14, "Achterstevoren", LeftOut.ENDS_BEFORE_START),
        (20, "Leeg", LeftOut.NO_LENGTH),
        (26, "Nacht", LeftOut.PAST_MIDNIGHT),
        (33, "Niets", LeftOut.NO_START),
        (37, "Raar", LeftOut.NOT_UNDERSTOOD),
        (44, "Nul", LeftOut.NOT_UNDERSTOOD),
        (51, "Onzin", LeftOut.NO_START),
        (57, "Ver", LeftOut.UNKNOWN_ZONE),
    ]


def test_change_that_cannot_be_told_takes_its_session_away() -> None:
    """The partner changed it, so the time of the rule is wrong; the one she gave cannot be."""
    weekly = event(DAY, RRULE="FREQ=WEEKLY;COUNT=3")
    wrong = event(date(2026, 12, 1), clock="150000", until="140000", RECURRENCE_ID="20261201T090000Z")
    found = read(calendar(weekly, wrong), TODAY)
    assert [row.day for row in found.sessions] == [DAY, date(2026, 12, 8)]
    assert [row.reason for row in found.missed] == [LeftOut.ENDS_BEFORE_START]


def test_what_was_wrong_long_ago_is_no_news() -> None:
    old = event(date(2020, 1, 1), clock="150000", until="140000")
    assert read(calendar(old), TODAY).missed == []


def test_title_is_one_line_of_signs_that_can_be_seen() -> None:
    found = read(calendar(event(DAY, f"Spreek\n  uur\\, \x07 {'lang ' * 60}")), TODAY)
    title = found.sessions[0].title
    assert (title.startswith("Spreek uur, lang"), len(title) <= 200) == (True, True) or title[:11] == "Spreekuur, "


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<!DOCTYPE html><html>", Problem.WEB_PAGE),
        (b"\n  <html>", Problem.WEB_PAGE),
        (b"", Problem.NO_CALENDAR),
        (b"BEGIN:VCARD\r\nEND:VCARD", Problem.NO_CALENDAR),
        (gzip.compress(calendar()), Problem.COMPRESSED),
        (calendar(event(DAY))[:-40], Problem.BROKEN),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 4000, Problem.BROKEN),
        (calendar(*(event(DAY, uid=str(number)) for number in range(5001))), Problem.TOO_MANY),
    ],
    ids=["page", "page after spaces", "nothing", "card", "gzip", "half", "nested", "too many"],
)
def test_what_is_no_calendar_is_refused(content: bytes, problem: Problem) -> None:
    assert refusal(content) == problem


def many(count: int, rule: str, since: str = "20261124") -> bytes:
    lines = f"DTSTART:{since}T120000Z\nDTEND:{since}T130000Z\nRRULE:{rule}"
    return calendar(*(f"UID:{number}\n{lines}" for number in range(count)))


BOMBS = {
    "every second": many(1, "FREQ=SECONDLY"),
    "every minute": many(1, "FREQ=MINUTELY"),
    "every hour": many(1, "FREQ=HOURLY"),
    "every minute in other words": many(
        1, f"FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={','.join(map(str, range(60)))}"
    ),
    "too many sessions": many(12, "FREQ=DAILY"),
    "four thousand rules": many(4000, "FREQ=DAILY", "20000101"),
    "a rule since the year one": many(1, "FREQ=DAILY", "00010101"),
    "rules that hardly ever come true": many(4000, "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=77"),
}


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS)
def test_bomb_is_refused_and_quickly(content: bytes) -> None:
    began = stopwatch.process_time()
    problem = refusal(content)
    assert (problem, stopwatch.process_time() - began < 6) == (Problem.RETURNS_TOO_OFTEN, True)


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31"])
def test_day_that_never_comes_is_not_looked_for(rule: str) -> None:
    began = stopwatch.process_time()
    found = read(many(50, rule), TODAY)
    assert (len(found.sessions), stopwatch.process_time() - began < 2) == (50, True)


def test_calendar_of_years_is_read() -> None:
    """Not everything that is large is a bomb: a calendar that was kept for ten years."""
    since = date(2016, 11, 22)
    old = [event(since + timedelta(days=number), uid=f"oud{number}") for number in range(2000)]
    weekly = [event(since, uid=f"week{number}", RRULE="FREQ=WEEKLY") for number in range(20)]
    assert len(read(calendar(*old, *weekly), TODAY).sessions) == 20 * 27
