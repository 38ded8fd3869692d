"""A real server on this machine that gives whatever a test tells it to, and calendars to give."""

import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from home.tenant.libraries.choices import Role
from plein.programme.calendars.models import CalendarSource
from tests.factories.world import World, make_user


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar file with these events, each given by its lines."""
    parts = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{parts}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def event(
    day: date, title: str = "Inloop", uid: str = "een", clock: str = "100000", until: str = "110000", **lines: str
) -> str:
    """One event at times of Amsterdam; further lines by name."""
    zone = ";TZID=Europe/Amsterdam"
    more = "".join(f"\n{name.replace('_', '-')}:{value}" for name, value in lines.items())
    return f"UID:{uid}\nSUMMARY:{title}\nDTSTART{zone}:{day:%Y%m%d}T{clock}\nDTEND{zone}:{day:%Y%m%d}T{until}{more}"


def in_days(count: int) -> date:
    return timezone.localdate() + timedelta(days=count)


@dataclass
class Answer:
    """What the server says at an address."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    # Instead of the body: a function that writes to the line as it likes.
    write: Callable[[Any], None] | None = None
    # The function writes the headers too.
    is_raw: bool = False


@dataclass
class Server:
    """A running server; ``asked`` holds the headers of each request by address."""

    host: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/agenda.ics") -> str:
        return f"http://{self.host}{path}"

    def give(self, body: bytes = b"", path: str = "/agenda.ics", **more: Any) -> str:
        """Say this at an address from now on; returns the address."""
        self.answers[path] = Answer(body, **more)
        return self.url(path)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Server = self.server.told
        server.asked.append((self.path, dict(self.headers.items())))
        answer = server.answers.get(self.path, Answer(status=404))
        if answer.is_raw:
            answer.write(self.wfile)
            return
        self.send_response(answer.status)
        headers = answer.headers if answer.write else {"Content-Length": str(len(answer.body))} | answer.headers
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            if answer.write:
                answer.write(self.wfile)
            else:
                self.wfile.write(answer.body)
        except OSError:
            # The portal had enough of it.
            self.close_connection = True

    def log_message(self, *_args: Any) -> None:
        """Nothing on the screen of the tests."""


def _run(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.handle_error = lambda *_args: None
    if context:
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    httpd.told = Server(f"127.0.0.1:{httpd.server_address[1]}")
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield httpd.told
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    """A server that the portal may open, though it is on its own network."""
    for one in _run():
        settings.CALENDAR_ALLOWED_HOSTS = [one.host]
        settings.CALENDAR_SECONDS = 1.0
        yield one


@pytest.fixture
def secure_server(settings: Any, tmp_path: Path) -> Iterator[Server]:
    """The same with a certificate that nobody vouches for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    for one in _run(context):
        settings.CALENDAR_ALLOWED_HOSTS = [one.host]
        yield one


@pytest.fixture
def source(world: World, server: Server) -> CalendarSource:
    """A calendar of the partner, of which every title stands for the one offer."""
    owner = make_user(Role.COMMUNICATION, world.library)
    made = CalendarSource.objects.create(
        library=world.library,
        plein=world.plein,
        partner=world.partner,
        address=server.url(),
        is_active=True,
        next_try_at=timezone.now(),
        owner=owner,
    )
    made.rules.create(title="", offer=world.offer)
    return made
