"""The clock of the tests: each begins at the same moment, an ordinary working day in the Netherlands, and time goes on.

``TEST_CLOCK`` lets the whole suite be run at another moment: an ISO date and time, on the wall clock of the Netherlands
unless it names an offset (``TEST_CLOCK=2027-03-28T02:30``). The time zone of the machine is ``TZ``, as everywhere
(``TZ=Asia/Tokyo``); nothing here or in the portal asks for it.

A single test goes elsewhere with ``@pytest.mark.clock("2028-02-29T10:00")`` (its own fixtures are made there too), or half
way with the fixture ``travel``. Time ticks, because a clock that stands still gives two rows the same moment and hides
which was first, never lets a cache, lease or limit run out, and waits for ever in whoever waits for a deadline.

What is made once for many tests (the two libraries, say) is made in the quarter of an hour before that moment, and on
the same day: no row is younger than the test that reads it, however long it took to make.
"""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from portal import clock

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ORDINARY = "2026-11-24T10:15"  # a Tuesday
MOMENT = clock.moment(os.environ.get("TEST_CLOCK") or ORDINARY)
MADE = max(MOMENT - timedelta(minutes=15), MOMENT.replace(hour=0, minute=0, second=0, microsecond=0))
COLLECTION = pytest.StashKey[time_machine.travel]()

Travel = Callable[[str], datetime]


def at(moment: datetime) -> time_machine.travel:
    """Time that goes on from there; as a number, since the library would take the zone of a date along."""
    return time_machine.travel(moment.timestamp())


def real_time() -> float:
    """Seconds since 1970 on the clock of the machine."""
    return time_machine.escape_hatch.time.time()


def pytest_configure(config: pytest.Config) -> None:
    """Modules are read under the clock too: some work out a day while they are."""
    config.addinivalue_line("markers", "clock(moment): the ISO date and time at which this test begins")
    config.stash[COLLECTION] = at(MADE)
    config.stash[COLLECTION].start()


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[COLLECTION].stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Begin each test, with its fixtures, at the moment; or at its own."""
    marker = item.get_closest_marker("clock")
    with at(clock.moment(marker.args[0]) if marker else MOMENT):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
    """Make what many tests share before any of them began, also when the first one that asks is elsewhere."""
    if fixturedef.scope == "function":
        return (yield)
    with at(MADE):
        return (yield)


@pytest.fixture
def travel() -> Iterator[Travel]:
    """Takes the rest of the test to another moment, as often as you like; gives that moment."""
    started: list[time_machine.travel] = []

    def go(moment: str) -> datetime:
        there = clock.moment(moment)
        started.append(at(there))
        started[-1].start()
        return there

    yield go
    for one in reversed(started):
        one.stop()
