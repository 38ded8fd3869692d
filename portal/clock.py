"""A clock of the portal's own, to see it on another day: it starts at a moment of your choice and ticks on from there.

``PORTAL_CLOCK`` is that moment, as an ISO date and time (``2027-05-05T12:00``, the wall clock of the Netherlands unless
it names an offset). ``PORTAL_CLOCK_SINCE`` is the real moment at which it was that time, in seconds since 1970: without
it the first process that starts fills it in, and those that it starts inherit it, so that all of them agree.

It is for demonstrations and journeys. An installation for real readers would mail, publish and anonymise on the wrong
day: only a portal that was told to do without a certificate (``PORTAL_SCHEME=http``) takes it, others refuse to start.
"""

import os
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

CLOCK = "PORTAL_CLOCK"
SINCE = "PORTAL_CLOCK_SINCE"
SCHEME = "PORTAL_SCHEME"
ZONE = ZoneInfo("Europe/Amsterdam")


def moment(text: str) -> datetime:
    """The moment that an ISO date and time means, in the Netherlands unless it names an offset.

    Raises ``ValueError`` for anything else.
    """
    found = datetime.fromisoformat(text)
    return (found if found.tzinfo else found.replace(tzinfo=ZONE)).astimezone(ZONE)


def environment(start: datetime, since: float) -> dict[str, str]:
    """The variables for a portal whose clock said ``start`` at the real moment ``since``, in seconds since 1970."""
    return {CLOCK: start.isoformat(), SINCE: repr(since), SCHEME: "http"}


def start() -> None:
    """Start the clock of this process, when one is asked for; to be called before anything looks at the time.

    Ends the process with a sentence when the clock cannot be read, or would be dangerous.
    """
    wanted = os.environ.get(CLOCK, "").strip()
    if not wanted:
        return
    if os.environ.get(SCHEME, "https") != "http":
        sys.exit(f"{CLOCK} is set, and this portal has a certificate: real readers have a real clock. Unset {CLOCK}.")
    try:
        began = moment(wanted)
        since = float(os.environ.setdefault(SINCE, repr(time.time())))
    except ValueError:
        sys.exit(f"{CLOCK} and {SINCE} cannot be read. Write the first like 2027-05-05T12:00, and unset the second.")
    try:
        import time_machine  # noqa: PLC0415 - absent from an installation, which has no use for it
    except ImportError:
        sys.exit(f"{CLOCK} needs the tools of the tests, which are not installed. Run `make lint` once.")
    time_machine.travel(began.timestamp() + time.time() - since).start()
    sys.stderr.write(f"NOT THE REAL TIME: {CLOCK} is set, and this process takes it to be {datetime.now(ZONE):%c}.\n")
