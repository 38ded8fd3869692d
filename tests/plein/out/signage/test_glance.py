"""What is now, next and later, out of times alone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plein.out.signage.glance import glance

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MONDAY = datetime(2026, 10, 19, tzinfo=AMSTERDAM)


def number(day: int, hour: int, minute: int = 0) -> int:
    """A time on the clock, so many days after that Monday. Six days later summer time has ended."""
    return int((MONDAY + timedelta(days=day, hours=hour, minutes=minute)).timestamp() * 1000)


def session(day: int, start: int, end: int, *, off: bool = False) -> dict[str, object]:
    return {"day": day, "start": number(day, start), "end": number(day, end), "off": off}


DATA = {
    "days": [number(day, 0) for day in range(9)],
    "opening": [{"start": number(day, 9), "end": number(day, 17)} for day in range(8)],
    "themes": [{"day": 0, "end": number(0, 12)}, {"day": 1, "end": number(1, 17)}],
    "sessions": [
        session(0, 10, 12),
        session(0, 11, 13, off=True),
        session(0, 13, 15),
        session(0, 13, 14),
        session(0, 14, 16, off=True),
        session(0, 16, 17),
        session(2, 9, 12, off=True),
        session(2, 10, 12),
        session(6, 23, 24),
        session(7, 0, 1),
    ],
}


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((0, 8), {"mode": "next", "now": [], "changed": [], "next": [0], "later": [1, 2, 3, 4, 5], "open": 0}),
        ((0, 11, 30), {"mode": "now", "now": [0], "changed": [1], "next": [2, 3], "later": [4, 5], "theme": 0}),
        ((0, 12), {"mode": "next", "now": [], "changed": [1], "next": [2, 3], "later": [4, 5], "theme": -1}),
        ((0, 13), {"mode": "now", "now": [2, 3], "changed": [], "next": [4, 5], "later": []}),
        ((0, 14, 59), {"mode": "now", "now": [2], "changed": [4], "next": [5], "later": []}),
        ((0, 16), {"mode": "now", "now": [5], "changed": [], "next": [], "later": [], "coming": []}),
        ((0, 17), {"mode": "calm", "now": [], "changed": [], "next": [], "later": [], "coming": [7], "open": 1}),
        ((1, 23, 59), {"day": 1, "mode": "calm", "coming": [7], "theme": -1}),
        ((2, 0), {"day": 2, "mode": "next", "next": [6, 7], "coming": []}),
        ((6, 23, 30), {"day": 6, "mode": "now", "now": [8]}),
        ((7, 0), {"day": 7, "mode": "now", "now": [9], "coming": []}),
        ((8, 0), {"day": -1, "mode": "calm", "now": [], "next": [], "coming": []}),
        ((-1, 23), {"day": -1, "mode": "calm", "now": [], "next": [], "coming": []}),
    ],
    ids=str,
)
def test_a_screen_tells_what_is_on_at_a_moment(moment: tuple[int, ...], expected: dict[str, object]) -> None:
    seen = glance(DATA, number(*moment))
    assert {name: seen[name] for name in expected} == expected
