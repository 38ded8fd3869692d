"""Where the portal goes when somebody gives it an address, and where it does not."""

import socket
from typing import Any

import pytest

from home.outgoing import errors
from home.outgoing.addresses import is_public, target_of

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
]
NO_ADDRESS = [
    ("webcal://8.8.8.8/", errors.BadAddressError),
    ("", errors.BadAddressError),
    ("agenda", errors.BadAddressError),
    ("file:///etc/passwd", errors.BadAddressError),
    ("ftp://8.8.8.8/", errors.BadAddressError),
    ("gopher://8.8.8.8/", errors.BadAddressError),
    ("http://", errors.BadAddressError),
    ("http://[::1", errors.BadAddressError),
    ("http://8.8.8.8:port/", errors.BadAddressError),
    ("http://8.8.8.8/\r\nHost: x", errors.BadAddressError),
    ("http://8.8.8.8/" + 500 * "a", errors.BadAddressError),
    ("http://user:secret@8.8.8.8/", errors.CredentialsError),
    ("http://user@8.8.8.8/", errors.CredentialsError),
    ("http://8.8.8.8:22/", errors.PortError),
    ("http://127.0.0.1:6379/", errors.PortError),
]


def problem_of(address: str) -> type[errors.OutgoingError] | None:
    try:
        target_of(address)
    except errors.OutgoingError as error:
        return type(error)
    return None


@pytest.mark.parametrize("address", INSIDE)
def test_address_into_the_own_network_is_refused(address: str) -> None:
    assert problem_of(address) == errors.OwnNetworkError


@pytest.mark.parametrize(("address", "problem"), NO_ADDRESS, ids=[row[0][:30] or "empty" for row in NO_ADDRESS])
def test_what_is_no_web_address_is_refused(address: str, problem: type[errors.OutgoingError]) -> None:
    assert problem_of(address) == problem


@pytest.mark.parametrize("address", ["http://8.8.8.8/a.ics", "https://8.8.8.8/", "http://[2001:4860:4860::8888]/"])
def test_address_on_the_internet_is_taken(address: str) -> None:
    assert problem_of(address) is None


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
    assert problem_of("https://agenda.example/") == errors.OwnNetworkError


def test_name_that_does_not_exist_has_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_args: Any, **_more: Any) -> list[Any]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert problem_of("https://agenda.example/") == errors.NoSuchNameError


def test_allowed_host_may_lie_in_the_own_network_at_its_port_only() -> None:
    target = target_of("http://127.0.0.1:8443/a?b=c d".replace(" ", "%20"), ["127.0.0.1:8443"])
    assert (target.ip, target.port, target.path) == ("127.0.0.1", 8443, "/a?b=c%20d")
    with pytest.raises(errors.PortError):
        target_of("http://127.0.0.1:8444/", ["127.0.0.1:8443"])
