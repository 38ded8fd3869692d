"""Asking somebody else's server for a calendar, and saying in the words of an editor why there is none."""

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings

from home.outgoing import errors
from home.outgoing.client import Answer, Rules, ask
from plein.programme.calendars.addresses import tidy
from plein.programme.calendars.choices import CalendarError, Problem

MOST_BYTES = 5 * 1024 * 1024
MOST_REDIRECTS = 3
SECONDS = 20.0
LONGEST_TAG = 200
HEADERS = {"User-Agent": "Ontwikkelplein (calendar import)", "Accept": "text/calendar, */*;q=0.1"}
ANSWERS: dict[int, Problem] = {
    HTTPStatus.UNAUTHORIZED: Problem.FORBIDDEN,
    HTTPStatus.FORBIDDEN: Problem.FORBIDDEN,
    HTTPStatus.NOT_FOUND: Problem.NOT_FOUND,
    HTTPStatus.GONE: Problem.NOT_FOUND,
}
PROBLEMS: dict[type[errors.OutgoingError], Problem] = {
    errors.BadAddressError: Problem.BAD_ADDRESS,
    errors.BrokenError: Problem.BROKEN,
    errors.CertificateError: Problem.CERTIFICATE,
    errors.CompressedError: Problem.COMPRESSED,
    errors.CredentialsError: Problem.CREDENTIALS,
    errors.NoSuchNameError: Problem.NO_SUCH_NAME,
    errors.OtherSideError: Problem.OTHER_SIDE,
    errors.OwnNetworkError: Problem.OWN_NETWORK,
    errors.PortError: Problem.PORT,
    errors.RedirectsError: Problem.REDIRECTS,
    errors.RefusedError: Problem.REFUSED,
    errors.TooBigError: Problem.TOO_BIG,
    errors.TooSlowError: Problem.TOO_SLOW,
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back; no content when the other side says that nothing changed."""

    content: bytes | None
    etag: str = ""
    last_modified: str = ""


def fetch(address: str, *, etag: str = "", last_modified: str = "") -> Fetched:
    """Read a calendar; raises ``CalendarError``. Each address on the way is checked before it is opened."""
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    conditions = {name: value for name, value in conditions.items() if value}
    rules = Rules(
        seconds=getattr(settings, "CALENDAR_SECONDS", SECONDS),
        most_bytes=MOST_BYTES,
        most_redirects=MOST_REDIRECTS,
        allowed_hosts=settings.CALENDAR_ALLOWED_HOSTS,
        read_as=tidy,
    )
    try:
        answer = ask(address, rules=rules, headers=HEADERS | conditions)
    except errors.OutgoingError as error:
        raise CalendarError(PROBLEMS[type(error)]) from error
    if answer.status == HTTPStatus.NOT_MODIFIED and conditions:
        return Fetched(None)
    if answer.status != HTTPStatus.OK:
        raise CalendarError(ANSWERS.get(answer.status, Problem.OTHER_SIDE))
    return Fetched(answer.content, _tag(answer, "ETag"), _tag(answer, "Last-Modified"))


def _tag(answer: Answer, name: str) -> str:
    """A mark of this version, when it is one that can be sent back."""
    value = answer.headers.get(name, "")
    return value if len(value) <= LONGEST_TAG and value.isascii() and value.isprintable() else ""
