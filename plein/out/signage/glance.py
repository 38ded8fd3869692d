"""What a screen shows at a moment, out of the times that it holds.

``frontend/js/screen-glance.js`` does the same on the television, where it goes on without a network; a test compares
the two at many moments. Times are milliseconds since 1970, as a browser counts them.
"""

from typing import Any

Rows = list[dict[str, Any]]


def glance(data: dict[str, Any], now: int) -> dict[str, Any]:
    """What is on now, next, later today, what is different today, and when there is something again.

    ``day`` is the number of today among the days that the screen holds, -1 when it holds it no more. ``mode`` is *now*
    when something is on, *next* when something will be today, else *calm*. The lists hold places of sessions. What
    does not go on stays in view until the time at which it would have been over.
    """
    day = next((at for at, start in enumerate(data["days"][:-1]) if start <= now < data["days"][at + 1]), -1)
    sessions: Rows = data["sessions"]
    rows = [at for at, row in enumerate(sessions) if row["day"] == day and row["end"] > now]
    live = [at for at in rows if not sessions[at]["off"]]
    running = [at for at in live if sessions[at]["start"] <= now]
    first = min((sessions[at]["start"] for at in live if at not in running), default=0)
    coming = [at for at, row in enumerate(sessions) if row["day"] > day >= 0 and not row["off"]]
    return {
        "day": day,
        "mode": "now" if running else "next" if first else "calm",
        "now": running,
        "changed": [at for at in rows if sessions[at]["off"] and (sessions[at]["start"] <= now or not first)],
        "next": [at for at in rows if now < sessions[at]["start"] <= first],
        "later": [at for at in rows if 0 < first < sessions[at]["start"]],
        "coming": [at for at in coming if not live and sessions[at]["day"] == sessions[coming[0]]["day"]],
        "open": _first_not_over(data["opening"], now),
        "theme": _first_not_over([row for row in data["themes"] if row["day"] <= day], now),
    }


def _first_not_over(rows: Rows, now: int) -> int:
    """The place of the first row that is not over, -1 when there is none."""
    return next((at for at, row in enumerate(rows) if row["end"] > now), -1)
