"""The portal as an installation runs it: its own folder, production settings, web server, worker and scheduler."""

import fcntl
import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import IO

from portal import clock
from tests.clock import MOMENT, real_time

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 900.0  # seconds for the demo content and the first answer
STOPPING = 60.0  # seconds that it gets to stop by itself
PULSE = 0.2  # seconds between two looks
TAIL = 3000  # characters of the log that a failure shows
HOSTS = {"oeverstad": "localhost", "vesting": "vesting.localhost"}
NAMES = {"oeverstad": "Bibliotheek Oeverstad", "vesting": "Bibliotheek De Vesting"}
NAME_COLUMN = 24


@dataclass(frozen=True)
class Account:
    """Who can log in."""

    email: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Portal:
    """Where the portal runs, and the real moment at which its clock was set (seconds since 1970)."""

    port: int
    folder: Path
    since: float

    @property
    def now(self) -> datetime:
        """What its clock says."""
        return datetime.fromtimestamp(MOMENT.timestamp() + real_time() - self.since, clock.ZONE)

    @property
    def day(self) -> date:
        """On which day its demo was made."""
        return MOMENT.date()

    def address(self, library: str, path: str) -> str:
        """The address of a path at a library: "oeverstad" or "vesting"."""
        return f"http://{HOSTS[library]}:{self.port}{path}"

    @property
    def hosts(self) -> set[str]:
        return {f"{host}:{self.port}" for host in HOSTS.values()}

    def account(self, role: str, library: str) -> Account:
        """The account of a role at a library, from the file that the demo writes."""
        for line in (self.folder / "var" / "demo-accounts.txt").read_text(encoding="utf-8").splitlines():
            if line[:NAME_COLUMN].strip() == NAMES[library] and line[NAME_COLUMN:].split()[0] == role:
                return Account(*line.split()[-2:])
        raise LookupError(f"There is no {role} at {library}.")


class Runner:
    """Starts the portal once for all test processes of a run, and stops it when the last of them is done.

    The process that comes first starts it, in the background: loading the demo takes minutes, in which other tests
    run. Every process holds a shared lock on ``in-use`` for as long as it needs the portal.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self.lock: IO[str] = (folder / "in-use").open("w")
        fcntl.flock(self.lock, fcntl.LOCK_SH)
        try:
            (folder / "var").mkdir()
        except FileExistsError:
            return
        self._start()

    def _start(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        since = real_time()
        mine = {
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "SECRET_KEY": secrets.token_urlsafe(64),
            "PORTAL_VAR": str(self.folder / "var"),
            **clock.environment(MOMENT, since),
            "PORT": str(port),
            "BASE_URL": f"http://localhost:{port}",
        }
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        manage = f'"{sys.executable}" "{ROOT / "manage.py"}"'
        script = f'{manage} prepare && {manage} serve --port {port}; touch "{self.folder / "ended"}"'
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", script],
                cwd=ROOT,
                env=environment | mine,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        (self.folder / "facts.new").write_text(f"{port} {since!r}")
        (self.folder / "facts.new").rename(self.folder / "facts")

    def portal(self) -> Portal:
        """The portal, once it answers."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and not (self.folder / "ended").exists():
            if (facts := self.folder / "facts").exists():
                port, since = facts.read_text().split()
                if answers(int(port)):
                    return Portal(int(port), self.folder, float(since))
            time.sleep(PULSE)
        log = self.folder / "log"
        said = log.read_text(errors="replace")[-TAIL:] if log.exists() else ""
        raise RuntimeError(f"The portal of the journeys did not start:\n{said}")

    def stop(self) -> None:
        """Give it up; the process that started it waits for the others, and then stops it."""
        fcntl.flock(self.lock, fcntl.LOCK_UN)
        if self.process:
            fcntl.flock(self.lock, fcntl.LOCK_EX)
            end(self.process)
        self.lock.close()


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process and its group to stop, and wait until none of them is left."""
    deadline = time.monotonic() + STOPPING
    number = signal.SIGTERM
    try:
        while time.monotonic() < deadline:
            os.killpg(process.pid, number)
            process.poll()
            number = 0
            time.sleep(PULSE)
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def answers(port: int) -> bool:
    """Whether the home page is there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/nl/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
