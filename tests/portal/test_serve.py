"""The parts that `serve` starts are stopped together, and a port in use is refused."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from portal.management.commands import serve

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
END = [sys.executable, "-c", ""]
# A part with a child of its own, that takes no notice of being asked to stop.
STUBBORN_CODE = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
time.sleep(60)
"""
STUBBORN = [sys.executable, "-c", STUBBORN_CODE]


@pytest.fixture
def parts() -> Iterator[serve.Parts]:
    started: serve.Parts = {}
    yield started
    serve.stop_all(started)


def test_when_one_part_ends_the_watch_names_it_and_the_others_are_stopped(parts: serve.Parts) -> None:
    parts["web server"] = serve.start(SLEEP)
    parts["scheduler"] = serve.start(END)
    assert serve.Command().watch(parts) == "scheduler"
    serve.stop_all(parts)
    assert {process.poll() is None for process in parts.values()} == {False}


def test_a_part_that_does_not_listen_is_ended_with_its_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "PATIENCE", 0.5)
    with subprocess.Popen(STUBBORN, stdout=subprocess.PIPE, start_new_session=True) as process:
        child = int(process.stdout.readline())
        serve.stop_all({"web server": process})
    deadline = time.monotonic() + 5
    while runs(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not runs(child)


def runs(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be noticed as ended."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


def test_a_port_in_use_is_refused_with_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError) as refusal:
            call_command("serve", port=port)
    assert str(refusal.value) == f"Port {port} cannot be used (Address already in use). Choose another one."
