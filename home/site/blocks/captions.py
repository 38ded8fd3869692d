"""What a file of captions has to be: WebVTT, as https://www.w3.org/TR/webvtt1/ describes it."""

import re

from django.utils.translation import gettext as _

SPACES = re.compile(r"[ \t]+")
TIME = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
WITH_COMMA = re.compile(r"\d\d:\d\d,\d{3}")
ARROW = "-->"
NOT_CUES = ("NOTE", "STYLE", "REGION")


def _seconds(text: str) -> float | None:
    """A time of a cue in seconds; None for what is none."""
    match = TIME.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, thousandths = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _fault_in_times(line: str, number: int, earliest: float) -> tuple[str, float]:
    """What is wrong with the line of times of a cue, and when the cue starts."""
    parts = SPACES.split(line.strip())
    start, end = _seconds(parts[0]), _seconds(parts[2]) if len(parts) > 2 and parts[1] == ARROW else None  # noqa: PLR2004
    place = {"line": number, "text": line.strip()}
    if WITH_COMMA.search(line):
        return _("Line %(line)d: write a point before the thousandths, not a comma: “%(text)s”.") % place, 0
    if start is None or end is None:
        example = {**place, "example": "00:05.000 --> 00:08.500"}
        return _("Line %(line)d: “%(text)s” is no pair of times. Write them as %(example)s.") % example, 0
    if end <= start:
        return _("Line %(line)d: this caption ends before it begins: “%(text)s”.") % place, 0
    if start < earliest:
        return _("Line %(line)d: this caption begins before the one above it: “%(text)s”.") % place, 0
    return "", start


def fault_in_captions(data: bytes) -> str:
    """The first thing that is wrong with a file of captions, in one sentence; empty when it is right."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return _("This file is not in UTF-8. Save the captions as WebVTT in UTF-8.")
    if not lines or not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        return _("This is no WebVTT file: its first line has to be WEBVTT.")
    earliest, count, is_skipped, is_said = 0.0, 0, True, False
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            is_skipped = is_said = False
        elif not is_said and line.startswith(NOT_CUES):
            is_skipped = True
        elif ARROW in line and not is_skipped:
            fault, earliest = _fault_in_times(line, number, earliest)
            if fault:
                return fault
            count, is_said = count + 1, True
    return "" if count else _("There is no caption in this file: not one line with times.")
