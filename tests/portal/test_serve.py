"""The parts that `serve` starts: started again when one ends, stopped together; and a port in use is refused."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal import parts as module
from portal.management.commands import serve
from portal.parts import Part, stop_all

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
END = [sys.executable, "-c", ""]
# A part with a child of its own, that takes no notice of being asked to stop.
STUBBORN_CODE = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, file=open(sys.argv[1], "w"), flush=True)
time.sleep(60)
"""
PATIENCE = 20.0  # seconds that something on a busy machine may take


def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "It did not come to it."
        time.sleep(0.02)


@pytest.fixture
def parts() -> Iterator[list[Part]]:
    started: list[Part] = []
    yield started
    stop_all(started)


def runs(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be noticed as ended."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


def test_a_part_that_is_killed_is_started_again_and_the_others_are_left_alone(parts: list[Part]) -> None:
    parts += [Part("web server", SLEEP), Part("scheduler", SLEEP)]
    for part in parts:
        part.start()
    web, scheduler = (part.process for part in parts)
    said: list[str] = []
    scheduler.kill()
    until(lambda: [part.tend(said.append) for part in parts] and len(said) == 2)
    assert said == [
        "The scheduler ended by itself (signal SIGKILL); it is started again in 1 s.",
        "The scheduler is started again.",
    ]
    assert (parts[0].process, parts[1].process.pid == scheduler.pid, runs(parts[1].process.pid)) == (web, False, True)


def test_a_part_that_ends_at_once_is_started_after_longer_and_longer_pauses(
    parts: list[Part], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_PAUSE", 8.0)
    part = Part("task worker", END)
    parts.append(part)
    part.start()
    pauses: list[str] = []
    for _end in range(5):
        part.process.wait()
        part.tend(pauses.append)
        assert part.process is None
        part.tend(pauses.append)
        # Its pause is not over, so nothing was started.
        assert part.process is None
        part.again_at = 0.0
        part.tend(lambda _sentence: None)
    assert [sentence.rsplit(" in ", 1)[1] for sentence in pauses] == ["1 s.", "2 s.", "4 s.", "8 s.", "8 s."]


def test_a_part_that_ran_for_a_while_starts_with_a_short_pause_again(parts: list[Part]) -> None:
    part = Part("task worker", END)
    parts.append(part)
    part.start()
    part.process.wait()
    part.pause, part.began = 60.0, time.monotonic() - module.STEADY
    said: list[str] = []
    part.tend(said.append)
    assert said == ["The task worker ended by itself (exit code 0); it is started again in 1 s."]


@pytest.mark.parametrize("is_killed_first", [False, True], ids=["stopped", "ended by itself"])
def test_nothing_is_left_of_a_part_with_children(
    is_killed_first: bool, parts: list[Part], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    told = tmp_path / "child"
    part = Part("web server", [sys.executable, "-c", STUBBORN_CODE, str(told)])
    part.start()
    until(lambda: told.exists() and told.read_text().strip())
    child = int(told.read_text())
    assert runs(child)
    if is_killed_first:
        # A child that holds the port would keep the next one from starting.
        part.process.kill()
        part.process.wait()
        part.tend(lambda _sentence: None)
    else:
        stop_all([part])
    until(lambda: not runs(child))


def test_serving_goes_on_until_it_is_stopped(parts: list[Part]) -> None:
    parts.append(Part("scheduler", SLEEP))
    parts[0].start()
    command = serve.Command()
    looks = []

    class Stopping(Part):
        def tend(self, say: Callable[[str], object]) -> None:
            looks.append(say)
            command.stopping = len(looks) == 3

    command.watch([*parts, Stopping("task worker", END)])
    assert len(looks) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("is_demo", [True, False])
def test_the_demo_says_that_its_mail_becomes_files(is_demo: bool, settings: pytest.FixtureRequest) -> None:
    if is_demo:
        settings.EMAIL_BACKEND = serve.TO_FILES
    line = f"is not sent: each becomes a file in {settings.EMAIL_FILE_PATH}"
    assert (line in serve.announcement(8000)) is is_demo


def test_a_port_in_use_is_refused_with_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as refusal:
            call_command("serve", port=port)
    assert str(refusal.value) == f"Port {port} cannot be used (Address already in use). Choose another one."
