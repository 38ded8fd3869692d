"""Where the portal goes when somebody gives it an address, and where it does not."""

import socket
from typing import Any

import pytest

from plein.programme.calendars.addresses import is_public, target_of
from plein.programme.calendars.choices import CalendarError, Problem
from plein.programme.calendars.selectors import fetch
from tests.plein.programme.calendars.conftest import Server, calendar

INSIDE = [
    "http://127.0.0.1/",
    "http://127.0.0.1./",
    "http://localhost/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://0.0.0.0/",
    "http://0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://10.0.0.7/agenda.ics",
    "http://172.16.1.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "https://127.0.0.1/",
    "webcal://127.0.0.1/",
]
NO_ADDRESS = [
    ("", Problem.BAD_ADDRESS),
    ("agenda", Problem.BAD_ADDRESS),
    ("file:///etc/passwd", Problem.BAD_ADDRESS),
    ("ftp://8.8.8.8/", Problem.BAD_ADDRESS),
    ("gopher://8.8.8.8/", Problem.BAD_ADDRESS),
    ("http://", Problem.BAD_ADDRESS),
    ("http://[::1", Problem.BAD_ADDRESS),
    ("http://8.8.8.8:port/", Problem.BAD_ADDRESS),
    ("http://8.8.8.8/\r\nHost: x", Problem.BAD_ADDRESS),
    ("http://8.8.8.8/" + 500 * "a", Problem.BAD_ADDRESS),
    ("http://user:secret@8.8.8.8/", Problem.CREDENTIALS),
    ("http://user@8.8.8.8/", Problem.CREDENTIALS),
    ("http://8.8.8.8:22/", Problem.PORT),
    ("http://127.0.0.1:6379/", Problem.PORT),
]


def problem_of(address: str) -> Problem | None:
    try:
        target_of(address)
    except CalendarError as error:
        return error.problem
    return None


@pytest.mark.parametrize("address", INSIDE)
def test_address_into_the_own_network_is_refused(address: str) -> None:
    assert problem_of(address) == Problem.OWN_NETWORK


@pytest.mark.parametrize(("address", "problem"), NO_ADDRESS, ids=[row[0][:30] or "empty" for row in NO_ADDRESS])
def test_what_is_no_address_of_a_calendar_is_refused(address: str, problem: Problem) -> None:
    assert problem_of(address) == problem


@pytest.mark.parametrize("address", ["http://8.8.8.8/a.ics", "https://8.8.8.8/", "http://[2001:4860:4860::8888]/"])
def test_address_on_the_internet_is_taken(address: str) -> None:
    assert problem_of(address) is None


def test_calendar_scheme_is_read_as_a_secure_address() -> None:
    target = target_of(" webcal://8.8.8.8/agenda van mij.ics".replace(" van ", "%20van%20"))
    assert (target.scheme, target.port, target.path) == ("https", 443, "/agenda%20van%20mij.ics")


@pytest.mark.parametrize("number", ["nonsense", "", "1.2.3"])
def test_what_is_no_number_is_not_public(number: str) -> None:
    assert is_public(number) is False


def answer_with(*numbers: str) -> Any:
    def look_up(host: str, port: int, **_more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    return look_up


@pytest.mark.parametrize("numbers", [("10.1.2.3",), ("8.8.8.8", "10.1.2.3"), ("127.0.0.1",)])
def test_name_that_leads_into_the_own_network_is_refused(
    numbers: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answer_with(*numbers))
    assert problem_of("https://agenda.example/") == Problem.OWN_NETWORK


def test_name_that_does_not_exist_has_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_args: Any, **_more: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert problem_of("https://agenda.example/") == Problem.NO_SUCH_NAME


def test_connection_is_made_to_the_number_that_was_checked(
    server: Server, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that gives another number at the second question leads nowhere else."""
    port = int(server.host.split(":")[1])
    settings.CALENDAR_ALLOWED_HOSTS = [f"agenda.example:{port}"]
    answers = iter([answer_with("127.0.0.1"), answer_with("10.1.2.3")])
    real, asked = socket.getaddrinfo, []

    def look_up(host: str, *args: Any, **more: Any) -> list[Any]:
        if host != "agenda.example":
            return real(host, *args, **more)
        asked.append(host)
        return next(answers)(host, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    server.give(calendar())
    fetched = fetch(f"http://agenda.example:{port}/agenda.ics")
    host = server.asked[0][1]["Host"]
    assert (fetched.content, len(asked), host) == (calendar(), 1, f"agenda.example:{port}")
