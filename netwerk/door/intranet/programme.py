"""What the door itself brings to the first page: the programme, and the talking picture for who reads little."""

from datetime import timedelta

from netwerk.door.intranet.first_page import DAYS_AHEAD, Block, Side, Today
from plein.programme.timetable.days import week_days
from plein.programme.timetable.presenters import session_cards
from plein.programme.timetable.selectors import now_and_next


def programme_blocks(today: Today) -> list[Block]:
    """The sessions of today, those of the coming days, and what helps with somebody who reads little."""
    return [
        _of_today(today),
        _coming_days(today),
        Block("netwerk/door/intranet/talking_picture.html", {}, order=600, side=Side.ASIDE),
    ]


def _of_today(today: Today) -> Block:
    reading, words, now = today.reading, today.words, today.now
    rows = [row for row in today.rows if row.day == today.day]
    running, _following = now_and_next(rows, now)
    later = [row for row in rows if row.end > now and row not in running]
    over = [row for row in rows if row.end <= now]
    return Block(
        "netwerk/door/intranet/today.html",
        {
            "now": session_cards(reading, running, words=words, state="now", now=now),
            "sessions": session_cards(reading, later, words=words, now=now),
            "earlier": session_cards(reading, over, words=words, now=now),
        },
        order=200,
    )


def _coming_days(today: Today) -> Block:
    first = today.day + timedelta(days=1)
    days = week_days(today.reading, first, DAYS_AHEAD - 1, today.rows, words=today.words)
    return Block("netwerk/door/intranet/coming_days.html", {"days": [day for day in days if day.sessions]}, order=400)
