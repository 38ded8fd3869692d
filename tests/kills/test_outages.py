"""A whole portal goes on: each part killed, its database locked or started again, its mail server away meanwhile."""

import http.client
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.factories.mail_server import MailServer

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "oever.test"
OUTAGE = 60.0  # seconds
PATIENCE = 300.0  # seconds until all is well again
SLOWEST = 10.0  # seconds in which a page has to be there
PARTS = {"web server": "granian", "task worker": "manage.py worker", "scheduler": "manage.py scheduler"}
MAKE_WORLD = "import django; django.setup(); from tests.factories.world import make_world; make_world('oever')"
PUT_MAILS = """
import django, sys; django.setup()
from home.tenant.libraries.models import Library
from home.mail.services import queue_mail
from home.tenant.users.services import create_user
user = create_user(email="an@x.example", first_name="An", last_name="B")
for number in range(3):
    queue_mail(library=Library.objects.get(slug="oever"), recipient=f"{sys.argv[1]}{number}@x.example", language="nl",
               key="staff-invitation", about={"user": user.pk})
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(is_so: Callable[[], object]) -> float:
    """Wait until something is so; how many seconds that took."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < PATIENCE, "It did not come to it."
        time.sleep(0.2)
    return time.monotonic() - began


class Sqlite:
    """A file, and somebody who holds its lock."""

    name = "SQLite locked"

    def __init__(self, folder: Path) -> None:
        self.path = folder / "portal.sqlite3"
        self.url = f"sqlite:///{self.path}"

    def outage(self) -> None:
        with sqlite3.connect(self.path, isolation_level=None, timeout=60) as database:
            database.execute("BEGIN IMMEDIATE")
            time.sleep(OUTAGE)
            database.execute("ROLLBACK")
        database.close()

    def stop(self) -> None:
        pass


class Postgres:
    """A server of its own, which can be started again."""

    name = "PostgreSQL started again"

    def __init__(self, folder: Path) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
        if not found or os.geteuid():
            pytest.skip("It takes a PostgreSQL of one's own, and root.")
        self.bin, self.data, self.port = found[-1].parent, folder / "data", free_port()
        folder.chmod(0o755)
        for parent in folder.parents[:3]:
            parent.chmod(0o755)
        self.data.mkdir()
        shutil.chown(self.data, "postgres")
        self.run("initdb", "-A", "trust", "-D", str(self.data))
        self.start()
        self.url = f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def run(self, program: str, *arguments: str) -> None:
        command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", str(self.bin / program)]
        subprocess.run([*command, *arguments], check=True, cwd="/", capture_output=True, stdin=subprocess.DEVNULL)

    def start(self) -> None:
        options = f"-p {self.port} -k {self.data} -c fsync=off"
        self.run("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.data / "log"), "-o", options, "start")

    def outage(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-m", "fast", "stop")
        time.sleep(OUTAGE / 4)
        self.start()

    def stop(self) -> None:
        self.run("pg_ctl", "-D", str(self.data), "-m", "immediate", "stop")


@dataclass
class Running:
    """A portal that is served, with its mail server."""

    database: Any
    server: MailServer
    port: int
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    statuses: list[tuple[int, float]] = field(default_factory=list)

    def python(self, *arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=self.environment, check=True)

    def page(self) -> int:
        """The status of a public page; 0 when there was no answer in time."""
        began, status = time.monotonic(), 0
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SLOWEST)
        try:
            connection.request("GET", "/nl/", headers={"Host": HOST})
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        self.statuses.append((status, time.monotonic() - began))
        return status

    def children(self) -> dict[str, int]:
        """The parts that run, by their process."""
        answer = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        lines = [line.split(maxsplit=1) for line in answer.stdout.splitlines()]
        return {name: int(pid) for name, word in PARTS.items() for pid, args in lines if word in args}

    def mails(self, word: str) -> None:
        """Three mails, and wait until the mail server has them."""
        self.python("-c", PUT_MAILS, word)
        until(lambda: sum(one.startswith(word) for one in self.server.handler.recipients) == 3)


@pytest.fixture(params=[Sqlite, Postgres], ids=["sqlite", "postgresql"])
def running(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    database, server = request.param(tmp_path), MailServer()
    server.start()
    mine = {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "DATABASE_URL": database.url,
        "PORTAL_VAR": str(tmp_path / "var"),
        "PORTAL_SCHEME": "http",
        "PORTAL_HOSTS": f"{HOST},localhost",
        "SECRET_KEY": "only-for-tests",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(server.port),
        "SMTP_SECURITY": "none",
        "SMTP_TIMEOUT": "5",
        "DEFAULT_FROM_EMAIL": "portaal@x.example",
        "PYTHONPATH": str(ROOT),
    }
    (tmp_path / "var").mkdir()
    made = Running(database, server, free_port(), os.environ | mine, tmp_path / "log")
    try:
        made.python("manage.py", "migrate", "--verbosity", "0")
        made.python("manage.py", "collectstatic", "--no-input", "--verbosity", "0")
        made.python("-c", MAKE_WORLD)
        with made.log.open("wb") as log:
            made.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(made.port), "--workers", "1"],
                cwd=ROOT,
                env=made.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        until(lambda: made.page() == http.HTTPStatus.OK)
        yield made
    finally:
        if made.process:
            made.process.send_signal(signal.SIGTERM)
            made.process.wait(timeout=60)
        server.stop()
        database.stop()
        sys.stdout.write(made.log.read_text(errors="replace") if made.log.exists() else "")


def test_a_portal_goes_on(running: Running, capsys: pytest.CaptureFixture[str]) -> None:
    running.mails("before")
    said = []
    for name in PARTS:
        before = running.children()[name]
        os.kill(before, signal.SIGKILL)
        seconds = until(lambda name=name, before=before: running.children().get(name, before) != before)
        seconds += until(lambda: running.page() == http.HTTPStatus.OK)
        said.append(f"{name} killed: all up after {seconds:.0f} s")
    running.mails("killed")
    parts = running.children()
    running.statuses.clear()
    outage = threading.Thread(target=running.database.outage)
    outage.start()
    while outage.is_alive():
        running.page()
        time.sleep(0.5)
    outage.join()
    during = list(running.statuses)
    seconds = until(lambda: running.page() == http.HTTPStatus.OK)
    fine = [took for status, took in during if status == http.HTTPStatus.OK]
    said.append(
        f"{running.database.name}: {len(fine)} of {len(during)} pages served during it, the slowest in "
        f"{max(fine, default=0):.1f} s; served again {seconds:.1f} s after it"
    )
    if isinstance(running.database, Sqlite):
        # Readers do not wait for a writer.
        assert len(fine) == len(during)
    running.mails("after")
    said.append(f"the same three processes before and after it: {running.children() == parts}")
    ids = running.server.handler.message_ids
    said.append(f"mails: {len(ids)} taken, {len(set(ids))} of them different")
    assert (running.children() == parts, len(ids), len(set(ids))) == (True, 9, 9)
    with capsys.disabled():
        sys.stdout.write("\n" + "".join(f"- {line}\n" for line in said))
