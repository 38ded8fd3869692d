"""Reads: a calendar from somebody else's server, and what of the library's own its titles may stand for."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import client
from socket import SHUT_RDWR, create_connection, socket
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from rapidfuzz import fuzz, process, utils

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.pages import OfferPage
from plein.programme.calendars.addresses import Target, target_of, tidy
from plein.programme.calendars.choices import CalendarError, LeftOut, Problem
from plein.programme.calendars.ics import DAYS_AHEAD, DAYS_BACK, Findings, Missed, Session
from plein.programme.calendars.models import CalendarRule, CalendarSource
from plein.programme.timetable.selectors import closed_days_of

MOST_BYTES = 5 * 1024 * 1024
MOST_REDIRECTS = 3
CHUNK = 64 * 1024
# For each step, and for the whole of a fetch, however slowly the other side drips.
SECONDS_A_STEP, SECONDS = 8.0, 20.0
LONGEST_TAG = 200
# How much a title has to look like that of an offer to be proposed.
ALIKE = 75
HEADERS = {
    "User-Agent": "Ontwikkelplein (calendar import)",
    "Accept": "text/calendar, */*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
ANSWERS = {
    client.UNAUTHORIZED: Problem.FORBIDDEN,
    client.FORBIDDEN: Problem.FORBIDDEN,
    client.NOT_FOUND: Problem.NOT_FOUND,
    client.GONE: Problem.NOT_FOUND,
}
MOVED = {
    client.MOVED_PERMANENTLY, client.FOUND, client.SEE_OTHER, client.TEMPORARY_REDIRECT, client.PERMANENT_REDIRECT
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back; no content when the other side says that nothing changed."""

    content: bytes | None
    etag: str = ""
    last_modified: str = ""


class _Plain(client.HTTPConnection):
    """A connection to the number that was checked, whatever its name leads to by now."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self.target = target
        # The line itself: ``http.client`` forgets it as soon as the headers are in.
        self.line: socket | None = None

    def connect(self) -> None:
        self.sock: socket = create_connection((self.target.ip, self.target.port), self.timeout)
        self.line = self.sock


class _Secure(_Plain):
    """The same with a certificate, which has to be that of the name."""

    def connect(self) -> None:
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.target.host)
        self.line = self.sock


def fetch(address: str, *, etag: str = "", last_modified: str = "") -> Fetched:
    """Read a calendar; raises ``CalendarError``. Each address on the way is checked before it is opened."""
    deadline = time.monotonic() + getattr(settings, "CALENDAR_SECONDS", SECONDS)
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = HEADERS | {name: value for name, value in conditions.items() if value}
    for _step in range(MOST_REDIRECTS + 1):
        found = _ask(target_of(address), headers, deadline)
        if isinstance(found, Fetched):
            return found
        address = _next(address, found)
    raise CalendarError(Problem.REDIRECTS)


def _next(address: str, location: str) -> str:
    try:
        return tidy(urljoin(address, location))
    except ValueError as error:
        raise CalendarError(Problem.BAD_ADDRESS) from error


def _ask(target: Target, headers: dict[str, str], deadline: float) -> Fetched | str:
    """One request: what came back, or the address that it leads on to."""
    kind = _Secure if target.scheme == "https" else _Plain
    connection = kind(target, min(SECONDS_A_STEP, max(0.1, deadline - time.monotonic())))
    with _problems(deadline), _closed_at(connection, deadline):
        connection.request("GET", target.path, headers={"Host": target.host_header} | headers)
        answer = connection.getresponse()
        _check_time(deadline)
        if answer.status in MOVED:
            return answer.getheader("Location") or ""
        if answer.status == client.NOT_MODIFIED and ("If-None-Match" in headers or "If-Modified-Since" in headers):
            return Fetched(None)
        if answer.status != client.OK:
            raise CalendarError(ANSWERS.get(answer.status, Problem.OTHER_SIDE))
        return Fetched(_body(answer, deadline), _tag(answer, "ETag"), _tag(answer, "Last-Modified"))
    raise AssertionError  # the block above ends in an answer or in a problem


def _body(answer: client.HTTPResponse, deadline: float) -> bytes:
    """The content, of which no more is read than is taken."""
    if (answer.getheader("Content-Encoding") or "identity").strip().lower() != "identity":
        raise CalendarError(Problem.COMPRESSED)
    if (answer.length or 0) > MOST_BYTES:
        raise CalendarError(Problem.TOO_BIG)
    pieces, size = [], 0
    while piece := answer.read1(CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise CalendarError(Problem.TOO_BIG)
        _check_time(deadline)
    _check_time(deadline)
    if answer.length:
        raise CalendarError(Problem.BROKEN)
    return b"".join(pieces)


def _check_time(deadline: float) -> None:
    """A line that was cut at the deadline looks like one that came to its end."""
    if time.monotonic() >= deadline:
        raise CalendarError(Problem.TOO_SLOW)


def _tag(answer: client.HTTPResponse, name: str) -> str:
    """A mark of this version, when it is one that can be sent back."""
    value = answer.getheader(name) or ""
    return value if len(value) <= LONGEST_TAG and value.isascii() and value.isprintable() else ""


@contextmanager
def _closed_at(connection: _Plain, deadline: float) -> Iterator[None]:
    """Cut the line at the deadline, also while the headers are still dripping in."""

    def cut() -> None:
        with suppress(OSError):
            if connection.line:
                connection.line.shutdown(SHUT_RDWR)

    timer = threading.Timer(max(0.1, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        connection.close()


@contextmanager
def _problems(deadline: float) -> Iterator[None]:
    """What may go wrong on the line, as a problem with a sentence."""
    try:
        yield
    except ssl.SSLError as error:
        raise CalendarError(Problem.CERTIFICATE) from error
    except TimeoutError as error:
        raise CalendarError(Problem.TOO_SLOW) from error
    except OSError as error:
        raise CalendarError(Problem.TOO_SLOW if time.monotonic() >= deadline else Problem.REFUSED) from error
    except (client.HTTPException, ValueError) as error:
        raise CalendarError(Problem.TOO_SLOW if time.monotonic() >= deadline else Problem.OTHER_SIDE) from error


def due(now: datetime) -> QuerySet[CalendarSource]:
    """Calendars whose next try has come."""
    return CalendarSource.objects.filter(is_active=True, next_try_at__lte=now)


def offers_for(library: Library, partner_id: int) -> list[OfferPage]:
    """What a title may stand for: the live offers of the library, those of the partner first."""
    rows = live_sources(OfferPage.objects.all(), library).order_by("title")
    return sorted(rows, key=lambda offer: offer.partner_id != partner_id)


def proposal(title: str, offers: list[OfferPage]) -> int | None:
    """The id of the offer that is called most like a title, when one is called enough like it."""
    names = {offer.pk: offer.title for offer in offers}
    found: Any = process.extractOne(
        title, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=ALIKE
    )
    return found[2] if found else None


def on_open_days(source: CalendarSource, found: Findings) -> Findings:
    """The same without the sessions on days on which the plein is closed. One query.

    An extra session stands on a closed day, since an editor put it there; a partner's calendar knows nothing of our
    door.
    """
    today = timezone.localdate()
    closed = closed_days_of(source.library, today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))
    plein: Any = source.plein

    def is_closed(row: Session) -> bool:
        return bool(closed.reason(plein.pk, row.day, on_holidays=plein.closes_on_holidays))

    shut = [Missed(row.line, row.title, LeftOut.CLOSED, row.day) for row in found.sessions if is_closed(row)]
    missed = sorted([*found.missed, *shut], key=lambda row: row.line)
    return Findings([row for row in found.sessions if not is_closed(row)], missed)


def rules_of(source: CalendarSource) -> dict[str, CalendarRule]:
    """What the titles of a calendar stand for. One query."""
    return {rule.title: rule for rule in source.rules.select_related("series")}
