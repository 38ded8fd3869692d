"""A packed answer is counted as it is when unpacked, and a line that drips is cut wherever it is."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event

import pytest

from home.outgoing import errors
from home.outgoing.client import Rules, ask

MEGABYTE = 1024 * 1024
# Only a fault waits this long, in seconds.
PATIENCE = 60
Talk = Callable[[socket.socket], None]


@pytest.fixture
def listen() -> Iterator[Callable[[Talk], str]]:
    """A port of this machine on which a function talks to who comes; answers ``host:port``."""
    opened: list[socket.socket] = []

    def start(talk: Talk) -> str:
        door = socket.create_server(("127.0.0.1", 0))
        opened.append(door)

        def serve() -> None:
            with suppress(OSError):
                one, _address = door.accept()
                with one, suppress(OSError):
                    talk(one)

        threading.Thread(target=serve, daemon=True).start()
        return f"127.0.0.1:{door.getsockname()[1]}"

    yield start
    for door in opened:
        door.close()


def say(content: bytes, *headers: str) -> Talk:
    def talk(one: socket.socket) -> None:
        one.recv(65536)
        one.sendall("\r\n".join(["HTTP/1.1 200 OK", "Connection: close", *headers, "", ""]).encode() + content)

    return talk


def rules_for(host: str, **more: object) -> Rules:
    return Rules(**{"seconds": 1.0, "most_bytes": MEGABYTE, "allowed_hosts": [host], "takes_packed": True} | more)


def test_packed_answer_is_unpacked(listen: Callable[[Talk], str]) -> None:
    host = listen(say(gzip.compress(b"X" * MEGABYTE), "Content-Encoding: gzip"))
    assert ask(f"http://{host}/", rules=rules_for(host)).content == b"X" * MEGABYTE


def test_bomb_is_refused_by_its_size_unpacked(listen: Callable[[Talk], str]) -> None:
    bomb = gzip.compress(b"X" * 200 * MEGABYTE)
    host = listen(say(bomb, "Content-Encoding: gzip", f"Content-Length: {len(bomb)}"))
    assert len(bomb) < MEGABYTE
    with pytest.raises(errors.TooBigError):
        ask(f"http://{host}/", rules=rules_for(host, seconds=5.0))


@pytest.mark.parametrize("packing", ["br", "gzip, gzip", "deflate"])
def test_packing_that_was_not_asked_for_is_not_opened(packing: str, listen: Callable[[Talk], str]) -> None:
    host = listen(say(b"x", f"Content-Encoding: {packing}"))
    with pytest.raises(errors.CompressedError):
        ask(f"http://{host}/", rules=rules_for(host))


def test_handshake_that_never_ends_is_cut_at_the_deadline(listen: Callable[[Talk], str]) -> None:
    is_cut = Event()

    def drip(one: socket.socket) -> None:
        # The head of a record of 16 kB, which then comes in byte by byte, for as long as somebody listens.
        with suppress(OSError):
            one.sendall(b"\x16\x03\x03\x40\x00")
            while not is_cut.wait(0.05):
                one.sendall(b"\x00")
        is_cut.set()

    host = listen(drip)
    with pytest.raises(errors.TooSlowError):
        ask(f"https://{host}/", rules=rules_for(host))
    assert is_cut.wait(PATIENCE)


def test_what_is_no_answer_is_told_without_what_was_asked(listen: Callable[[Talk], str]) -> None:
    def talk(one: socket.socket) -> None:
        one.recv(65536)
        one.sendall(b"SSH-2.0-OpenSSH\r\n")

    host = listen(talk)
    with pytest.raises(errors.OtherSideError) as error:
        ask(f"http://{host}/", rules=rules_for(host), headers={"Authorization": "geheim"})
    assert (error.value.__cause__, str(error.value)) == (None, "")


def test_redirect_is_the_answer_when_none_is_followed(listen: Callable[[Talk], str]) -> None:
    def talk(one: socket.socket) -> None:
        one.recv(65536)
        one.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")

    host = listen(talk)
    assert ask(f"http://{host}/", rules=rules_for(host)).status == 302
