"""A process that sends the mails of a database and is killed halfway. Started by the tests, never imported by them.

It reads lines ``step mail-id`` and forks a child for each: the child sends that mail and is killed at that step. It
answers with a line when the child is gone. A last line ``round minutes`` sends what is due so many minutes from now.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from home.mail.sending import send, send_due  # noqa: E402


def say(what: str, number: int) -> None:
    sys.stdout.write(f"{what} {number}\n")
    sys.stdout.flush()


def die(*_args: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def at_statement(step: str) -> Callable[..., Any]:
    """Kill at one of the two writes on the outbox: the claim and the note that the mail went."""
    seen = []

    def execute(run: Callable[..., Any], sql: str, *rest: Any) -> Any:
        is_write = sql.startswith('UPDATE "home_outboxmessage"')
        name = ("claim", "note")[len(seen)] if is_write and len(seen) < 2 else ""
        if is_write:
            seen.append(sql)
        if step == f"before the {name}":
            die()
        found = run(sql, *rest)
        if step == f"after the {name}":
            die()
        return found

    return execute


def act(step: str, message: int) -> None:
    with connection.execute_wrapper(at_statement(step)):
        send(message_id=message)


for line in sys.stdin:
    what, _space, value = line.strip().rpartition(" ")
    if what == "round":
        say("sent", send_due(now=timezone.now() + timedelta(minutes=int(value))))
        continue
    connection.close()
    child = os.fork()
    if not child:
        act(what, int(value))
        os._exit(0)
    say("child", child)
    _pid, status = os.waitpid(child, 0)
    say("ended", os.waitstatus_to_exitcode(status))
