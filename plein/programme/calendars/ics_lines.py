"""The lines of a calendar file, before any library sees them.

Only the lines that say when something is are kept, each event by itself, so that what is wrong with one can be told
with its line, and so that nothing else of the file (guests, notes, rules of zones) is carried out or even looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

from django.utils import timezone

from plein.programme.calendars.choices import CalendarError, Problem

MOST_EVENTS = 5_000
LONGEST_TITLE = 200
KEPT = {
    "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE"
}  # fmt: skip

ZONE_PART = re.compile(r';TZID=("[^"]*"|[^;:"]*)', re.IGNORECASE)
ZONE_NAME = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+){1,2}$")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def tidy_title(title: Any) -> str:
    """A title in one line, without signs that nobody sees."""
    return " ".join(CONTROL.sub(" ", str(title)).split())[:LONGEST_TITLE].strip()


@dataclass(slots=True)
class Part:
    """One event as it stands in the file."""

    line: int
    lines: list[str] = field(default_factory=list)
    event: Any = None
    title: str = ""
    uid: str = ""

    @property
    def plain_title(self) -> str:
        """What it is called, when nothing else of it can be read."""
        found = next((line.partition(":")[2] for line in self.lines if line.upper().startswith("SUMMARY")), "")
        return tidy_title(found)

    @property
    def has_unknown_zone(self) -> bool:
        """Whether it is at a time of which nobody knows the clock."""
        return any(";TZID=:" in line or ";TZID=;" in line for line in self.lines)


def lines_of(content: bytes) -> list[tuple[int, str]]:
    """Whole lines with the number at which each begins; a folded line is one."""
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").upper()
    if head.startswith(b"<"):
        raise CalendarError(Problem.WEB_PAGE)
    if head.startswith(b"\x1f\x8b"):
        raise CalendarError(Problem.COMPRESSED)
    if not head.startswith(b"BEGIN:VCALENDAR"):
        raise CalendarError(Problem.NO_CALENDAR)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    lines: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line[:1] in {" ", "\t"} and lines:
            lines[-1][1].append(line[1:])
        elif line.strip():
            lines.append((number, [line]))
    return [(number, "".join(pieces)) for number, pieces in lines]


def parts_of(lines: list[tuple[int, str]]) -> Iterator[Part]:
    """The events, each with the lines that count, zones under the names that we know."""
    if sum(line[:12].upper() == "BEGIN:VEVENT" for _number, line in lines) > MOST_EVENTS:
        raise CalendarError(Problem.TOO_MANY)
    zones = _zones(lines)
    stack: list[str] = []
    part: Part | None = None
    for number, line in lines:
        name, _mark, value = line.partition(":")
        kind = name.upper()
        if kind == "BEGIN":
            stack.append(value.strip().upper())
            part = Part(number) if stack[-1] == "VEVENT" and part is None else part
        elif kind == "END":
            if not stack or stack.pop() != value.strip().upper():
                raise CalendarError(Problem.BROKEN)
            if part is not None and "VEVENT" not in stack:
                yield part
                part = None
        elif part is not None and stack[-1] == "VEVENT" and re.split("[;:]", line, maxsplit=1)[0].upper() in KEPT:
            part.lines.append(_with_zone(line, zones))
    if stack:
        raise CalendarError(Problem.BROKEN)


def _zones(lines: list[tuple[int, str]]) -> dict[str, str]:
    """The names of zones that the file describes itself, as zones that we know.

    Only its offsets are looked at: a zone that shifts as the library's does is the library's. The rules of a zone are
    not carried out, and what one file says of a name never counts in another.
    """
    found: dict[str, str] = {}
    here = offsets_of(timezone.get_current_timezone())
    name, offsets, is_zone = "", set[str](), False
    for _number, line in lines:
        key, _mark, value = line.partition(":")
        key, value = key.split(";")[0].upper(), value.strip()
        if key in {"BEGIN", "END"} and value.upper() == "VTIMEZONE":
            if key == "END" and name and offsets and offsets <= here:
                found[name] = timezone.get_current_timezone_name()
            name, offsets, is_zone = "", set(), key == "BEGIN"
        elif is_zone and key == "TZID":
            name = value
        elif is_zone and key == "TZOFFSETTO":
            offsets.add(value[:5])
    return found


def offsets_of(zone: tzinfo) -> set[str]:
    """How far a zone is from Greenwich, in winter and in summer: ``+0100``."""
    year = timezone.now().year
    return {f"{datetime(year, month, 1, 12, tzinfo=zone):%z}" for month in (1, 7)}


def _with_zone(line: str, zones: dict[str, str]) -> str:
    """The line with the zone that it means. A zone that nobody knows keeps its name, and is told of later."""
    head, mark, rest = line.partition(":")
    if head.count('"') % 2:  # a colon inside a quoted name
        more, mark, rest = rest.partition(":")
        head = f"{head}:{more}"
    return ZONE_PART.sub(lambda found: f";TZID={known_zone(found[1].strip(chr(34)), zones)}", head) + mark + rest


def known_zone(name: str, zones: dict[str, str]) -> str:
    """The name of a zone as the clock of this computer knows it, or the one given."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - slow to import

    there = available_zones()
    if name in there:
        return name
    if name in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[name]
    tail = ZONE_NAME.search(name)
    if tail and tail[0] in there:
        return tail[0]
    return zones.get(name, "")


@lru_cache(maxsize=1)
def available_zones() -> frozenset[str]:
    """The zones that this computer knows."""
    return frozenset(available_timezones())
