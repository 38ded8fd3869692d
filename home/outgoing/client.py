"""One request to another computer: to the address that was checked, whole before a deadline, and of a bounded size.

The connections are urllib3's. What it leaves to who uses it stands here: looking a name up once, a deadline over the
whole exchange (its own time limits count from one piece to the next, so one that drips never meets them), and a size
that is counted as the answer is unpacked.
"""

import ssl
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import IncompleteRead
from socket import SHUT_RDWR, socket
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3 import exceptions as line
from urllib3.connection import HTTPConnection, HTTPSConnection

from home.outgoing import errors
from home.outgoing.addresses import Target, target_of

CHUNK = 64 * 1024
# For each step, such as connecting, within the deadline.
SECONDS_A_STEP = 8.0
# A time limit of nothing would mean none.
SHORTEST = 0.1
MOVED = {
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
}


def _as_it_is(address: str) -> str:
    return address


@dataclass(frozen=True, slots=True)
class Rules:
    """What one request may take and where it may go.

    Args:
        seconds: for all of it, redirects included, however slowly the other side drips.
        most_bytes: of the answer, counted as it is when unpacked.
        most_redirects: how many are followed; none: the redirect itself is the answer.
        allowed_hosts: ``name:port`` that may lie in the own network, and at any port.
        takes_packed: whether the other side may pack its answer.
        read_as: turns an address, also that of a redirect, into the one that is meant.

    """

    seconds: float
    most_bytes: int
    most_redirects: int = 0
    allowed_hosts: Collection[str] = ()
    takes_packed: bool = False
    read_as: Callable[[str], str] = _as_it_is


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; headers by name in any case, and content only of an answer that says all went well."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""


@dataclass(slots=True)
class _Line:
    """The connection itself, to be cut from outside, also during its handshake or its headers."""

    deadline: float
    ends: list[socket] = field(default_factory=list)

    @property
    def left(self) -> float:
        return max(SHORTEST, self.deadline - time.monotonic())

    def keep(self, connected: socket) -> socket:
        """Remember a connection by a second handle: a secure one takes the first away."""
        self.ends.append(connected.dup())
        return connected

    def check(self) -> None:
        """A line that was cut at the deadline looks like one that came to its end."""
        if time.monotonic() >= self.deadline:
            raise errors.TooSlowError

    def cut(self) -> None:
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(SHUT_RDWR)

    def close(self) -> None:
        for end in self.ends:
            end.close()


def ask(
    address: str, *, rules: Rules, headers: Mapping[str, str] | None = None, content: bytes | None = None
) -> Answer:
    """Put a question: POST when there is content, else GET. Raises an ``OutgoingError``.

    Each address on the way is checked before it is opened, and the connection is made to the number that was checked.
    """
    deadline = time.monotonic() + rules.seconds
    packing = {"Accept-Encoding": "gzip" if rules.takes_packed else "identity", "Connection": "close"}
    given = packing | dict(headers or {})
    for _step in range(rules.most_redirects + 1):
        target = target_of(rules.read_as(address), rules.allowed_hosts)
        answer = _exchange(target, given, content, rules, _Line(deadline))
        if answer.status not in MOVED or not rules.most_redirects:
            return answer
        try:
            address = urljoin(address, answer.headers.get("Location", ""))
        except ValueError as error:
            raise errors.BadAddressError from error
    raise errors.RedirectsError


def _exchange(target: Target, headers: dict[str, str], content: bytes | None, rules: Rules, held: _Line) -> Answer:
    method = "GET" if content is None else "POST"
    with _problems(held), _cut_at_deadline(held), _pool(target, held) as pool:
        response = pool.urlopen(
            method,
            target.path,
            body=content,
            headers={"Host": target.host_header} | headers,
            retries=False,
            redirect=False,
            assert_same_host=False,
            preload_content=False,
            decode_content=False,
            timeout=Timeout(connect=min(SECONDS_A_STEP, held.left), read=held.left),
        )
        held.check()
        is_good = HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES
        return Answer(response.status, response.headers, _body(response, rules, held) if is_good else b"")
    raise AssertionError  # the block above ends in an answer or in an error


def _pool(target: Target, held: _Line) -> HTTPConnectionPool:
    """Connections to the number that was checked, whatever its name leads to by now; the certificate is the name's."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket:
            return held.keep(super()._new_conn())

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket:
            return held.keep(super()._new_conn())

    if target.scheme == "https":
        secure = HTTPSConnectionPool(
            target.ip,
            target.port,
            ssl_context=ssl.create_default_context(),
            server_hostname=target.host,
            assert_hostname=target.host,
        )
        secure.ConnectionCls = Secure
        return secure
    plain = HTTPConnectionPool(target.ip, target.port)
    plain.ConnectionCls = Plain
    return plain


def _body(response: BaseHTTPResponse, rules: Rules, held: _Line) -> bytes:
    """The content, of which no more is read, and no more unpacked, than is taken."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ({"identity", "gzip"} if rules.takes_packed else {"identity"}):
        raise errors.CompressedError
    if (response.length_remaining or 0) > rules.most_bytes:
        raise errors.TooBigError
    pieces, size = [], 0
    for piece in response.stream(CHUNK, decode_content=rules.takes_packed):
        pieces.append(piece)
        size += len(piece)
        if size > rules.most_bytes:
            raise errors.TooBigError
        held.check()
    held.check()
    return b"".join(pieces)


@contextmanager
def _cut_at_deadline(held: _Line) -> Iterator[None]:
    timer = threading.Timer(held.left, held.cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        held.close()


@contextmanager
def _problems(held: _Line) -> Iterator[None]:
    """What may go wrong on the line, as an error of ours; told without the line's own, which may carry a key."""
    try:
        yield
    except (line.HTTPError, OSError, ValueError) as error:
        kind = errors.TooSlowError if time.monotonic() >= held.deadline else _kind_of(error)
        raise kind from None


def _kind_of(error: Exception) -> type[errors.OutgoingError]:
    # The package wraps what broke off in an error that says no more than that it was on the line.
    if any(isinstance(one, IncompleteRead) for one in (error, *error.args)):
        return errors.BrokenError
    kinds: list[tuple[type[Exception], type[errors.OutgoingError]]] = [
        (line.SSLError, errors.CertificateError),
        (line.NewConnectionError, errors.RefusedError),  # before the next, of which it is a kind
        (line.TimeoutError, errors.TooSlowError),
        (line.DecodeError, errors.BrokenError),
        (line.HTTPError, errors.OtherSideError),
        (TimeoutError, errors.TooSlowError),
        (OSError, errors.RefusedError),
        (ValueError, errors.BadAddressError),  # what cannot be put on the line, such as a header with a line break
    ]
    return next((ours for theirs, ours in kinds if isinstance(error, theirs)), errors.OtherSideError)
