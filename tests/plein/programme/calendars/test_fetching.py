"""A real server that does what real servers do, and what bad ones do."""

import gzip
import socket
from contextlib import suppress
from threading import Event
from typing import Any

import pytest

from home.outgoing import errors
from plein.programme.calendars.choices import CalendarError, Problem
from plein.programme.calendars.fetching import MOST_BYTES, PROBLEMS, fetch
from tests.plein.programme.calendars.conftest import Server, calendar

MEGABYTE = 1024 * 1024
# Only a fault waits this long, in seconds.
PATIENCE = 60


def problem_of(address: str) -> Problem | None:
    try:
        fetch(address)
    except CalendarError as error:
        return error.problem
    return None


def test_calendar_is_read_with_its_marks(server: Server) -> None:
    address = server.give(calendar(), headers={"ETag": '"een"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"})
    fetched = fetch(address)
    assert (fetched.content, fetched.etag, fetched.last_modified) == (
        calendar(),
        '"een"',
        "Mon, 02 Nov 2026 10:00:00 GMT",
    )


def test_request_asks_for_a_plain_file_and_sends_the_marks_back(server: Server) -> None:
    address = server.give(status=304)
    fetched = fetch(address, etag='"een"', last_modified="Mon, 02 Nov 2026 10:00:00 GMT")
    headers = server.asked[0][1]
    asked = [headers[name] for name in ("Accept-Encoding", "If-None-Match", "If-Modified-Since", "Host")]
    assert (fetched.content, asked) == (None, ["identity", '"een"', "Mon, 02 Nov 2026 10:00:00 GMT", server.host])


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (401, Problem.FORBIDDEN),
        (403, Problem.FORBIDDEN),
        (404, Problem.NOT_FOUND),
        (410, Problem.NOT_FOUND),
        (500, Problem.OTHER_SIDE),
        (503, Problem.OTHER_SIDE),
        (204, Problem.OTHER_SIDE),
        (304, Problem.OTHER_SIDE),
    ],
)
def test_answer_without_a_calendar_has_its_problem(status: int, problem: Problem, server: Server) -> None:
    assert problem_of(server.give(status=status)) == problem


def test_announced_file_of_50_mb_is_refused_without_being_read(server: Server) -> None:
    written = []

    def write(line: Any) -> None:
        for _number in range(50):
            line.write(b"X" * MEGABYTE)
            written.append(1)

    address = server.give(headers={"Content-Length": str(50 * MEGABYTE)}, write=write)
    assert (problem_of(address), len(written) < 10) == (Problem.TOO_BIG, True)


def test_unannounced_file_of_50_mb_is_refused_without_being_read(server: Server) -> None:
    written = []

    def write(line: Any) -> None:
        line.write(b"BEGIN:VCALENDAR\r\n")
        for _number in range(50):
            line.write(b"X" * MEGABYTE)
            written.append(1)

    assert (problem_of(server.give(write=write)), len(written) < 20) == (Problem.TOO_BIG, True)


def test_largest_file_is_still_read(server: Server) -> None:
    assert len(fetch(server.give(b"X" * MOST_BYTES)).content or b"") == MOST_BYTES


def test_compressed_answer_is_not_opened(server: Server) -> None:
    bomb = gzip.compress(b"X" * 50 * MEGABYTE)
    assert problem_of(server.give(bomb, headers={"Content-Encoding": "gzip"})) == Problem.COMPRESSED


def test_half_a_file_is_not_taken_for_a_whole_one(server: Server) -> None:
    assert problem_of(server.give(b"half", headers={"Content-Length": "400"})) == Problem.BROKEN


def test_silence_ends_at_the_deadline(server: Server) -> None:
    is_over = Event()
    address = server.give(write=lambda line: is_over.wait(PATIENCE))
    assert (problem_of(address), is_over.is_set()) == (Problem.TOO_SLOW, False)
    is_over.set()


class Drip:
    """A byte now and then, for as long as somebody listens."""

    def __init__(self) -> None:
        self.ended = Event()

    def __call__(self, line: Any) -> None:
        with suppress(OSError):
            while not self.ended.wait(0.05):
                line.write(b"X")
                line.flush()
        self.ended.set()


def test_dripping_body_ends_at_the_deadline(server: Server) -> None:
    drip = Drip()
    assert (problem_of(server.give(write=drip)), drip.ended.wait(PATIENCE)) == (Problem.TOO_SLOW, True)


def test_dripping_header_ends_at_the_deadline(server: Server) -> None:
    drip = Drip()

    def write(line: Any) -> None:
        with suppress(OSError):
            line.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
            drip(line)

    address = server.give(write=write, is_raw=True)
    assert (problem_of(address), drip.ended.wait(PATIENCE)) == (Problem.TOO_SLOW, True)


def test_redirects_are_followed(server: Server) -> None:
    server.give(calendar(), path="/drie.ics")
    server.give(status=301, path="/een.ics", headers={"Location": "/twee.ics"})
    server.give(status=307, path="/twee.ics", headers={"Location": server.url("/drie.ics")})
    assert fetch(server.url("/een.ics")).content == calendar()


def test_fourth_redirect_is_one_too_many(server: Server) -> None:
    for number in range(4):
        server.give(status=302, path=f"/{number}.ics", headers={"Location": f"/{number + 1}.ics"})
    server.give(calendar(), path="/4.ics")
    assert (problem_of(server.url("/1.ics")), problem_of(server.url("/0.ics"))) == (None, Problem.REDIRECTS)


@pytest.mark.parametrize(
    ("location", "problem"),
    [
        ("http://127.0.0.1/intern", Problem.OWN_NETWORK),
        ("http://127.0.0.1:6379/", Problem.PORT),
        ("http://169.254.169.254/latest/meta-data/", Problem.OWN_NETWORK),
        ("http://[::1]/", Problem.OWN_NETWORK),
        ("file:///etc/passwd", Problem.BAD_ADDRESS),
        ("http://user:secret@8.8.8.8/", Problem.CREDENTIALS),
        ("http://[", Problem.BAD_ADDRESS),
        ("", Problem.REDIRECTS),
    ],
)
def test_redirect_is_checked_as_the_first_address_was(location: str, problem: Problem, server: Server) -> None:
    address = server.give(status=302, headers={"Location": location})
    assert problem_of(address) == problem


def test_nobody_at_home_has_its_problem(server: Server, settings: Any) -> None:
    settings.CALENDAR_ALLOWED_HOSTS = ["127.0.0.1:1"]
    assert problem_of("http://127.0.0.1:1/") == Problem.REFUSED


def test_certificate_that_nobody_vouches_for_is_refused(secure_server: Server) -> None:
    secure_server.give(calendar())
    address = secure_server.url().replace("http://", "https://")
    assert (problem_of(address), secure_server.asked) == (Problem.CERTIFICATE, [])


def test_mark_that_cannot_be_sent_back_is_forgotten(server: Server) -> None:
    assert fetch(server.give(calendar(), headers={"ETag": "x" * 300})).etag == ""


@pytest.mark.parametrize("address", ["webcal://127.0.0.1/", " webcals://10.0.0.7/a.ics ", "https://[::1]/"])
def test_own_network_is_not_opened_in_the_scheme_of_calendars_either(address: str) -> None:
    assert problem_of(address) == Problem.OWN_NETWORK


def test_every_reason_for_no_answer_has_its_sentence() -> None:
    kinds = {one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.OutgoingError)}
    assert set(PROBLEMS) == kinds - {errors.OutgoingError}


def answer_with(*numbers: str) -> Any:
    def look_up(host: str, port: int, **_more: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    return look_up


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
