"""Serves the portal: web server, task worker and scheduler as one, stopped together."""

import http.client
import signal
import socket
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

from portal.parts import Part, stop_all

MANAGE = Path(settings.BASE_DIR) / "manage.py"
START_UP = 60.0  # seconds that the web server gets to answer
PULSE = 0.2  # seconds between two looks at the parts
TO_FILES = "django.core.mail.backends.filebased.EmailBackend"


class Command(BaseCommand):
    """Starts three parts and watches them: one that ends by itself is started again, until all are stopped."""

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
        words = announcement(port)
        parts = [Part(name, command) for name, command in commands(host, port, workers).items()]
        try:
            for part in parts:
                part.start()
            if self.wait_for_web(parts, host, port):
                self.stdout.write(words)
                self.stdout.flush()
            self.watch(parts)
        finally:
            stop_all(parts)
        self.stdout.write("Stopped.")

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Note that it is time to stop; the watch sees it at its next pulse."""
        self.stopping = True

    def wait_for_web(self, parts: list[Part], host: str, port: int) -> bool:
        """Wait until the web server answers a request (True), or it is time to stop (False)."""
        deadline = time.monotonic() + START_UP
        while not self.stopping:
            if answers(host, port):
                return True
            if time.monotonic() > deadline:
                message = f"The web server did not answer within {START_UP:.0f} seconds, so everything was stopped."
                raise CommandError(message)
            self.tend(parts)
        return False

    def watch(self, parts: list[Part]) -> None:
        """Look after the parts until it is time to stop."""
        while not self.stopping:
            self.tend(parts)

    def tend(self, parts: list[Part]) -> None:
        """One look at every part."""
        for part in parts:
            part.tend(self.say)
        time.sleep(PULSE)

    def say(self, sentence: str) -> None:
        """Tell what happened to a part, at once."""
        self.stderr.write(sentence)
        self.stderr.flush()


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


def announcement(port: int) -> str:
    """The addresses, and where the accounts of the demo stand."""
    sites = Site.objects.order_by("-is_default_site", "hostname")
    addresses = [(site.site_name or site.hostname, f"http://{site.hostname}:{port}/") for site in sites]
    main = addresses[0][1] if addresses else f"http://localhost:{port}/"
    addresses += [("Intranet", f"{main}intranet/"), ("Admin", f"{main}admin/")]
    accounts = Path(settings.VAR_DIR) / "demo-accounts.txt"
    if accounts.exists():
        addresses.append(("Accounts", str(accounts)))
    if settings.EMAIL_BACKEND == TO_FILES:
        addresses.append(("Mail", f"is not sent: each becomes a file in {settings.EMAIL_FILE_PATH}"))
    width = max(len(name) for name, _ in addresses)
    lines = [f"  {name:<{width}}  {address}" for name, address in addresses]
    return "\n".join(["", *lines, "", "Stop with Ctrl-C."])
