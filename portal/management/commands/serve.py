"""Serves the portal: web server, task worker and scheduler as one, stopped together."""

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

Parts = dict[str, subprocess.Popen[bytes]]

MANAGE = Path(settings.BASE_DIR) / "manage.py"
PATIENCE = 15.0  # seconds that a part gets to stop by itself
START_UP = 60.0  # seconds that the web server gets to answer
PULSE = 0.2  # seconds between two looks at the parts
PR_SET_PDEATHSIG = 1  # of <linux/prctl.h>


class Command(BaseCommand):
    """Starts three parts and watches them: when one ends, all end."""

    help = "Serves the portal: web server, task worker and scheduler together."
    stopping = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="The address to listen on (127.0.0.1).")
        parser.add_argument("--port", type=int, default=8000, help="The port to listen on (8000).")
        parser.add_argument("--workers", type=int, default=2, help="Web processes, of four threads each (2).")

    def handle(self, *_args: Any, host: str, port: int, workers: int, **_options: Any) -> None:
        require_free_port(host, port)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.stop)
        parts: Parts = {}
        try:
            for name, command in commands(host, port, workers).items():
                parts[name] = start(command)
            if self.wait_for_web(parts, host, port):
                self.stdout.write(announcement(port))
                self.stdout.flush()
            ended = self.watch(parts)
        finally:
            stop_all(parts)
        if ended:
            message = f"The {ended} ended by itself, so everything was stopped; the lines above say why."
            raise CommandError(message)
        self.stdout.write("Stopped.")

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Note that it is time to stop; the watch sees it at its next pulse."""
        self.stopping = True

    def wait_for_web(self, parts: Parts, host: str, port: int) -> bool:
        """Wait until the web server answers a request (True), or a part ends, or it is time to stop (False)."""
        deadline = time.monotonic() + START_UP
        while not self.stopping and not first_ended(parts):
            if answers(host, port):
                return True
            if time.monotonic() > deadline:
                message = f"The web server did not answer within {START_UP:.0f} seconds, so everything was stopped."
                raise CommandError(message)
            time.sleep(PULSE)
        return False

    def watch(self, parts: Parts) -> str:
        """Wait until it is time to stop (answers "") or a part ends (answers its name)."""
        while not self.stopping:
            if ended := first_ended(parts):
                return ended
            time.sleep(PULSE)
        return ""


def commands(host: str, port: int, workers: int) -> dict[str, list[str]]:
    """The three parts and how each is started."""
    manage = [sys.executable, str(MANAGE)]
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", host, "--port", str(port)]
    web += ["--workers", str(workers), "--blocking-threads", "4", "--respawn-failed-workers", "--log-level", "warning"]
    web += ["--working-dir", str(settings.BASE_DIR), "portal.wsgi:application"]
    return {
        "web server": web,
        "task worker": [*manage, "worker", "--queue-name", "*"],
        "scheduler": [*manage, "scheduler"],
    }


def require_free_port(host: str, port: int) -> None:
    """Refuse a port that somebody listens on, before anything is started."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"Port {port} cannot be used ({error.strerror}). Choose another one."
            raise CommandError(message) from error


def answers(host: str, port: int) -> bool:
    """Whether the web server answers a request, whatever it says."""
    connection = http.client.HTTPConnection(host, port, timeout=10)
    try:
        connection.request("HEAD", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a part in a session of its own, so that Ctrl-C reaches it once: from here, in order."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=end_with_parent,  # noqa: PLW1509 - this process has one thread
    )


def end_with_parent() -> None:
    """Have Linux stop this process when the one that started it is killed without a chance to do so itself."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def first_ended(parts: Parts) -> str:
    """The name of a part that has ended, or nothing."""
    return next((name for name, process in parts.items() if process.poll() is not None), "")


def stop_all(parts: Parts) -> None:
    """Ask every part to stop, wait, and end by force what is left, with all its children."""
    for process in parts.values():
        process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in parts.values():
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=max(0.1, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def announcement(port: int) -> str:
    """The addresses, and where the accounts of the demo stand."""
    sites = Site.objects.order_by("-is_default_site", "hostname")
    addresses = [(site.site_name or site.hostname, f"http://{site.hostname}:{port}/") for site in sites]
    main = addresses[0][1] if addresses else f"http://localhost:{port}/"
    addresses += [("Intranet", f"{main}intranet/"), ("Admin", f"{main}admin/")]
    accounts = Path(settings.VAR_DIR) / "demo-accounts.txt"
    if accounts.exists():
        addresses.append(("Accounts", str(accounts)))
    width = max(len(name) for name, _ in addresses)
    lines = [f"  {name:<{width}}  {address}" for name, address in addresses]
    return "\n".join(["", *lines, "", "Stop with Ctrl-C."])
