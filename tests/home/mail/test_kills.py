"""A process killed at each step of sending: every confirmation arrives, no reminder twice; and nobody waits on mail."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from home.mail.kinds import Promise
from tests.factories.mail_server import HANG, MailServer

# It makes pytest prepare the database; the tests work in a copy of it.
pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parent.parent.parent.parent
SCRIPT = Path(__file__).with_name("killed.py")
# Steps at our side, by the statement; those in the talk with the mail server, by what it hears.
OWN_STEPS = ("before the claim", "after the claim", "before the note", "after the note")
TALK = ("EHLO", "RCPT", "DATA")
STEPS = (*OWN_STEPS, *TALK)
# Killed here, the server has the mail and we do not know it.
IN_FLIGHT = {"before the note", "DATA"}
COLUMNS = "library_id, key, language, recipient, about, promise, message_id, state, created_at, due_at, attempt"
INSERT = f"INSERT INTO home_outboxmessage ({COLUMNS}, failures, reason, detail) VALUES (?,?,?,?,?,?,?,?,?,?,0,0,'','')"
LONG_AGO = "2026-01-01 00:00:00"
PATIENCE = 120.0  # seconds that a busy machine may take


@pytest.fixture(scope="session")
def template(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the tests as a file that another process can open."""
    if connection.vendor != "sqlite":
        pytest.skip("The database of the tests is copied as a file.")
    path = tmp_path_factory.mktemp("kills") / "portal.sqlite3"
    with django_db_blocker.unblock():
        connection.ensure_connection()
        with sqlite3.connect(path) as copy:
            connection.connection.backup(copy)
        copy.close()
    return path


@dataclass
class Sender:
    """The database, the mail server, and the process that sends."""

    path: Path
    server: MailServer
    process: subprocess.Popen[str]

    def sql(self, statement: str, *values: Any) -> list[Any]:
        with sqlite3.connect(self.path, timeout=60) as database:
            rows = database.execute(statement, values).fetchall()
        database.close()
        return rows

    def put(self, name: str, promise: Promise) -> int:
        """A mail that waits; its identity is its name."""
        library, user = self.sql("SELECT l.id, u.id FROM home_library l, home_user u ORDER BY l.id, u.id LIMIT 1")[0]
        about = f'{{"user": {user}}}'
        values = (library, "staff-invitation", "nl", "a@x.example", about, promise, f"<{name}>", "waiting")
        self.sql(INSERT, *values, LONG_AGO, LONG_AGO)
        return self.sql("SELECT id FROM home_outboxmessage WHERE message_id = ?", f"<{name}>")[0][0]

    def ask(self, line: str) -> None:
        print(line, file=self.process.stdin, flush=True)

    def answer(self) -> int:
        line = self.process.stdout.readline()
        assert line, (self.path.parent / "log").read_text()
        return int(line.split()[1])

    def round(self) -> int:
        """Send what is due when every lease and every pause is over."""
        self.ask("round 2000")
        return self.answer()


@pytest.fixture
def sender(template: Path, tmp_path: Path) -> Iterator[Sender]:
    path = tmp_path / "portal.sqlite3"
    path.write_bytes(template.read_bytes())
    server = MailServer()
    server.start()
    mine = {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "DATABASE_URL": f"sqlite:///{path}",
        "PORTAL_VAR": str(tmp_path),
        "PORTAL_SCHEME": "http",
        "SECRET_KEY": "only-for-tests",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(server.port),
        "SMTP_SECURITY": "none",
        "SMTP_TIMEOUT": "30",
        "DEFAULT_FROM_EMAIL": "portaal@x.example",
        "PYTHONPATH": str(ROOT),
    }
    log = (tmp_path / "log").open("w")
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT)],
        cwd=ROOT,
        env=os.environ | mine,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        stderr=log,
    )
    made = Sender(path, server, process)
    if not made.sql("SELECT 1 FROM home_user"):
        made.sql(
            "INSERT INTO home_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active,"
            " date_joined, job_title) VALUES ('', 0, 'an', 'An', '', 'an@x.example', 0, 1, ?, '')",
            LONG_AGO,
        )
    yield made
    process.kill()
    process.communicate()
    log.close()
    server.stop()


def kill_at(sender: Sender, step: str, message: int) -> int:
    """Send one mail and be killed at a step; how the process ended."""
    if step in TALK:
        # It cannot go on before it is killed: the server says nothing.
        sender.server.handler.answers = {step: HANG}
    sender.ask(f"{step} {message}")
    child = sender.answer()
    if step in TALK:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and step not in sender.server.handler.heard:
            time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
    ended = sender.answer()
    sender.server.handler.answers, sender.server.handler.heard = {}, []
    return ended


def test_a_kill_at_each_step_loses_no_confirmation_and_repeats_no_reminder(sender: Sender) -> None:
    endings = {}
    for step in STEPS:
        for promise in Promise:
            message = sender.put(f"{promise} {step}", promise)
            endings[step, promise] = kill_at(sender, step, message)
    assert set(endings.values()) == {-signal.SIGKILL}
    sender.round()
    assert sender.round() == 0
    taken = Counter(one.strip("<>") for one in sender.server.handler.message_ids)
    confirmations = {step: taken[f"{Promise.AT_LEAST_ONCE} {step}"] for step in STEPS}
    reminders = {step: taken[f"{Promise.AT_MOST_ONCE} {step}"] for step in STEPS}
    # Every confirmation arrives; twice only what was in flight when its process was killed.
    assert confirmations == {step: 2 if step in IN_FLIGHT else 1 for step in STEPS}
    # No reminder comes twice; one that was claimed by a process that was killed is not tried again.
    assert reminders == {
        "before the claim": 1,
        "after the claim": 0,
        "before the note": 1,
        "after the note": 1,
        "EHLO": 0,
        "RCPT": 0,
        "DATA": 1,
    }
    states = dict(sender.sql("SELECT message_id, state FROM home_outboxmessage"))
    assert {state for name, state in states.items() if Promise.AT_LEAST_ONCE in name} == {"sent"}
    doubtful = {name.split(" ", 1)[1].strip(">") for name, state in states.items() if state == "maybe_sent"}
    assert doubtful == {"after the claim", "before the note", *TALK}


def test_a_mail_server_that_hangs_keeps_no_writer_waiting(sender: Sender) -> None:
    sender.server.handler.answers = {"DATA": HANG}
    message = sender.put("hangs", Promise.AT_LEAST_ONCE)
    sender.ask(f"never {message}")
    child = sender.answer()
    deadline = time.monotonic() + PATIENCE
    while "DATA" not in sender.server.handler.heard:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    # The mail server says nothing now. A write that would have to wait for it is refused after no time at all.
    with sqlite3.connect(sender.path, timeout=0) as database:
        database.execute("UPDATE home_library SET phone = '0612345678'")
    database.close()
    assert sender.sql("SELECT state FROM home_outboxmessage") == [("sending",)]
    os.kill(child, signal.SIGKILL)
    assert sender.answer() == -signal.SIGKILL


def test_a_mail_server_that_was_killed_gets_its_mail_when_it_is_back(sender: Sender) -> None:
    for number in range(3):
        sender.put(f"mail {number}", list(Promise)[number % 2])
    sender.server.stop()
    assert sender.round() == 0
    sender.server.start()
    assert (sender.round(), sorted(sender.server.handler.message_ids)) == (3, ["<mail 0>", "<mail 1>", "<mail 2>"])
