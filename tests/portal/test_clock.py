"""The portal's own clock, in processes as an installation starts them; and the clock of these tests."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from home.tenant.libraries.models import Library
from portal import clock
from tests.clock import MADE, MOMENT, Travel
from tests.factories.world import World

LOOK = "from portal import clock; clock.start(); from datetime import datetime; print(datetime.now(clock.ZONE).isoformat())"
HTTP = {"PORTAL_CLOCK": "2027-05-05T12:00", "PORTAL_SCHEME": "http"}


def look(code: str = LOOK, **variables: str) -> subprocess.CompletedProcess[str]:
    """What a process of its own says when it starts with these variables."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
    return subprocess.run(
        [sys.executable, "-c", code], env=rest | variables, capture_output=True, text=True, check=False
    )


def seen(answer: subprocess.CompletedProcess[str]) -> datetime:
    return datetime.fromisoformat(answer.stdout.split()[-1])


def test_it_starts_at_the_moment_and_says_so_loudly() -> None:
    answer = look(**HTTP)
    assert timedelta() <= seen(answer) - clock.moment("2027-05-05T12:00") < timedelta(seconds=30)
    assert answer.stderr.startswith("NOT THE REAL TIME: PORTAL_CLOCK is set")


def test_a_process_that_starts_later_has_the_same_clock() -> None:
    an_hour_ago = datetime.fromisoformat(look(LOOK.replace("clock.start(); ", "")).stdout.strip()).timestamp() - 3600
    answer = look(**HTTP, PORTAL_CLOCK_SINCE=repr(an_hour_ago))
    assert timedelta(hours=1) <= seen(answer) - clock.moment("2027-05-05T12:00") < timedelta(hours=1, seconds=30)


def test_a_process_that_it_starts_has_the_same_clock() -> None:
    child = f"import subprocess, sys, time; {LOOK}; time.sleep(1.2); subprocess.run([sys.executable, '-c', {LOOK!r}])"
    lines = look(child, **HTTP).stdout.split()
    first, second = (datetime.fromisoformat(line) for line in sorted(lines))
    assert timedelta(seconds=1) < second - first < timedelta(seconds=30)


@pytest.mark.parametrize("scheme", [{}, {"PORTAL_SCHEME": "https"}], ids=["nothing-said", "https"])
def test_a_portal_with_a_certificate_refuses_it(scheme: dict[str, str]) -> None:
    answer = look(**{"PORTAL_CLOCK": "2027-05-05T12:00"} | scheme)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "real readers have a real clock" in answer.stderr


@pytest.mark.parametrize(
    "wrong", [{"PORTAL_CLOCK": "morgen"}, {"PORTAL_CLOCK_SINCE": "gisteren"}], ids=["moment", "since"]
)
def test_a_clock_that_cannot_be_read_is_refused_in_a_sentence(wrong: dict[str, str]) -> None:
    answer = look(**HTTP | wrong)
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)
    assert "Write the first like 2027-05-05T12:00" in answer.stderr


def test_without_it_time_is_real_and_nothing_is_loaded() -> None:
    code = f"{LOOK}; import sys; print('time_machine' in sys.modules)"
    answer = look(code, PORTAL_CLOCK="")
    assert (answer.stdout.split()[-1], answer.stderr) == ("False", "")


@pytest.mark.parametrize("start", ["manage.py", "portal/wsgi.py"])
def test_every_way_in_starts_the_clock_first(start: str) -> None:
    """Before Django is set up: a certificate is refused although no settings could be read."""
    code = f"import runpy; runpy.run_path({start!r}, run_name='__main__')"
    answer = look(code, PORTAL_CLOCK="2027-05-05T12:00", DJANGO_SETTINGS_MODULE="nowhere")
    assert (answer.returncode, "real readers have a real clock" in answer.stderr) == (1, True)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-11-24T10:15", "2026-11-24T09:15+00:00"),
        ("2026-11-24T10:15+09:00", "2026-11-24T01:15+00:00"),
        ("2027-03-28T02:30", "2027-03-28T01:30+00:00"),
        ("2027-10-31T02:30", "2027-10-31T00:30+00:00"),
        ("2027-10-31T02:30+01:00", "2027-10-31T01:30+00:00"),
    ],
    ids=["wall-clock", "offset", "skipped-hour", "first-of-two", "second-of-two"],
)
def test_a_moment_is_that_of_the_netherlands(text: str, utc: str) -> None:
    assert clock.moment(text).astimezone(UTC) == datetime.fromisoformat(utc)


def test_each_test_begins_at_the_moment() -> None:
    assert timedelta() <= timezone.now() - MOMENT < timedelta(seconds=60)


@pytest.mark.clock("2028-02-29T10:00")
def test_a_marked_test_begins_elsewhere() -> None:
    assert timezone.localdate().isoformat() == "2028-02-29"


def test_a_test_may_travel(travel: Travel) -> None:
    assert travel("2030-05-05T12:00") <= timezone.now()
    assert travel("2027-01-01T00:30") <= timezone.now() < clock.moment("2027-01-01T00:31")


def test_what_is_shared_was_made_before_the_test_and_on_the_same_day(world: World) -> None:
    assert world.home.first_published_at >= MADE
    assert (MADE.date(), MADE <= MOMENT) == (MOMENT.date(), True)
    assert Library.objects.filter(site__root_page__first_published_at__gt=timezone.now()).count() == 0
