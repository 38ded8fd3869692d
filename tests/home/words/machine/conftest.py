"""A real computer on this machine that speaks the protocols of both providers, and does wrong when a test says so."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.test import Client

from home.tenant.libraries.choices import Role
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user

KEY = "geheime-sleutel-1:fx"
TARGETS = ["PL", "TR", "AR", "EN-GB"]


@dataclass
class Computer:
    """A running provider; ``asked`` holds the path, the headers and the content of each question to translate."""

    address: str = ""
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    # Writes what it likes to the line, instead of an answer.
    fault: Callable[[BaseHTTPRequestHandler, list[str]], None] | None = None
    # What becomes of one sentence.
    rule: Callable[[str], str] = lambda text: f"{text} [pl]"
    # Faults begin after so many questions.
    good: int = 0

    @property
    def texts(self) -> list[str]:
        """All sentences that were sent."""
        return [text for _path, _headers, content in self.asked for text in content.get("text", content.get("q", []))]


def say(handler: BaseHTTPRequestHandler, content: Any, status: int = 200, **headers: str) -> None:
    """Answer with JSON."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    handler.send_response(status)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in ({"Content-Length": str(len(body))} | named).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/v2/languages"):
            say(self, [{"language": code, "name": code} for code in TARGETS])
        else:
            targets = [code.lower()[:2] for code in TARGETS]
            say(self, [{"code": "nl", "name": "Dutch", "targets": [*targets, "nl"]}])

    def do_POST(self) -> None:
        computer: Computer = self.server.told
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        computer.asked.append((self.path, dict(self.headers.items()), content))
        texts = content.get("text", content.get("q"))
        if computer.fault and len(computer.asked) > computer.good:
            computer.fault(self, texts)
            self.close_connection = True
            return
        answers = [computer.rule(text) for text in texts]
        if self.path == "/v2/translate":
            say(self, {"translations": [{"detected_source_language": "NL", "text": one} for one in answers]})
        else:
            say(self, {"translatedText": answers})

    def log_message(self, *_args: Any) -> None:
        """Nothing on the screen of the tests."""


@pytest.fixture
def computer() -> Iterator[Computer]:
    """The computer, without a setting that leads to it."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.handle_error = lambda *_args: None
    httpd.told = Computer(f"http://127.0.0.1:{httpd.server_address[1]}")
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield httpd.told
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def choose(settings: Any, provider: str, address: str) -> None:
    """Set the portal up for a provider."""
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "home.words.machine.services.PortalTranslator",
        "OPTIONS": {"PROVIDER": provider, "KEY": KEY, "ADDRESS": address},
    }
    settings.PORTAL_TRANSLATOR_SECONDS = 1.0


@pytest.fixture
def deepl(computer: Computer, settings: Any) -> Computer:
    """The portal is set up for DeepL."""
    choose(settings, "deepl", computer.address)
    return computer


@pytest.fixture(params=["deepl", "libretranslate"])
def provider(request: Any, computer: Computer, settings: Any) -> Computer:
    """The portal is set up for each of the two."""
    choose(settings, request.param, computer.address)
    return computer


@pytest.fixture
def editor(world: World) -> Client:
    return signed_in(world, make_user(Role.COMMUNICATION, world.library))
