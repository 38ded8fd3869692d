"""Sending what is in the outbox: claim, write, hand over to the mail server, note.

No transaction is open while a mail server is spoken to: on SQLite a server that hangs would keep every writer
waiting. A claim is one conditional statement with a number and an end (the lease), so that two processes never send
the same attempt, and a process that is killed keeps nothing for itself. Between the server's "taken" and our note of
it nobody can know; what happens then is the promise of the mail.
"""

import contextlib
import logging
import smtplib
import time
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend
from django.db import InterfaceError, OperationalError, connection
from django.db.models import F, QuerySet
from django.utils import timezone

from home.mail import kinds
from home.mail.addresses import reply_address_of, sender_of
from home.mail.choices import MailState, Reason
from home.mail.kinds import Promise
from home.mail.models import OutboxMessage
from home.mail.selectors import Letter, compose
from home.tenant.libraries.clock import on_clock_of

logger = logging.getLogger(__name__)

# Longer than any conversation: each of its some ten steps has the time limit of the settings, twenty seconds.
LEASE = timedelta(minutes=10)
# After the first failure a minute, then twice as long each time: a day and a half in all.
FIRST_WAIT, LONGEST_WAIT, MOST_FAILURES = timedelta(minutes=1), timedelta(hours=4), 16
# A round ends in time for the next one of the scheduler, whose other jobs wait for it.
ROUND = 45.0  # seconds
PERMANENT = 500  # answers of a mail server from here on stay as they are
NOTE_PAUSES = (0.5, 2.0, 8.0, 30.0)  # seconds between attempts to note that a mail went, while the database is away


class NotNeededError(Exception):
    """The mail has nothing to say any more."""


class NotSentError(Exception):
    """An attempt failed.

    Args:
        reason: a ``Reason``.
        detail: a number or a name, without anything that a server said in words.
        is_known: whether it is certain that the mail did not go.
        is_final: whether another attempt would end the same.

    """

    def __init__(self, reason: Reason, detail: object = "", *, is_known: bool = True, is_final: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, str(detail)[:40]
        self.is_known, self.is_final = is_known, is_final


def send(*, message_id: int, now: datetime | None = None) -> bool:
    """Send one mail of the outbox when it is due; whether it went. Safe to call twice, and at the same time."""
    message = claim(message_id=message_id, now=now or timezone.now())
    if message is None:
        return False
    try:
        letter = write(message)
        hand_over(message, letter)
    except NotNeededError:
        _give_up(message, Reason.NOT_NEEDED)
    except NotSentError as failure:
        _note_failure(message, failure)
    else:
        return True
    return False


def send_due(*, now: datetime | None = None) -> int:
    """Send what is due, oldest first, until a minute is nearly over; return how many went.

    A mail server that cannot be reached ends the round: the others would wait for it too.
    """
    moment = now or timezone.now()
    settle_broken_leases(now=moment)
    began, sent = time.monotonic(), 0
    for pk in list(_due(moment).order_by("due_at", "pk").values_list("pk", flat=True)):
        if time.monotonic() - began > ROUND:
            break
        if send(message_id=pk, now=moment):
            sent += 1
        elif OutboxMessage.objects.filter(pk=pk, state=MailState.WAITING, reason=Reason.NO_SERVER).exists():
            break
    return sent


def settle_broken_leases(*, now: datetime) -> int:
    """Note what was claimed by a process that is gone: try it again, or say that it was perhaps sent; how many."""
    broken = OutboxMessage.objects.filter(state=MailState.SENDING, lease_until__lte=now)
    settled = broken.filter(promise=Promise.AT_MOST_ONCE).update(
        state=MailState.MAYBE_SENT, reason=Reason.INTERRUPTED, detail="", lease_until=None
    )
    again = broken.filter(promise=Promise.AT_LEAST_ONCE)
    # A mail that ends its program each time must not do so for ever.
    settled += again.filter(failures__gte=MOST_FAILURES - 1).update(
        state=MailState.GIVEN_UP, reason=Reason.INTERRUPTED, failures=F("failures") + 1, lease_until=None
    )
    return settled + again.update(
        state=MailState.WAITING, reason=Reason.INTERRUPTED, failures=F("failures") + 1, due_at=now, lease_until=None
    )


def claim(*, message_id: int, now: datetime) -> OutboxMessage | None:
    """Take a mail that is due, for one attempt; nothing when it is not due, or somebody else was first."""
    message = _due(now).filter(pk=message_id).select_related("library__site").first()
    if message is None:
        return None
    message.attempt += 1
    message.state, message.lease_until = MailState.SENDING, now + LEASE
    taken = _due(now).filter(pk=message_id, attempt=message.attempt - 1)
    if not taken.update(state=message.state, lease_until=message.lease_until, attempt=message.attempt):
        return None
    return message


def write(message: OutboxMessage) -> Letter:
    """The words of a mail as they go out now, with a personal link made for this attempt.

    Raises:
        NotNeededError: when it has nothing to say any more.
        NotSentError: when it cannot be written.

    """

    def values(code: str) -> Mapping[str, str]:
        given = kinds.maker_of(message.key)(message.about, code)
        if given is None:
            raise NotNeededError
        return given

    try:
        with on_clock_of(message.library):
            return compose(library=message.library, language=message.language, key=message.key, values=values)
    except (NotNeededError, OperationalError, InterfaceError):
        raise
    except Exception as error:
        # Whatever is wrong with one mail, the others go on.
        logger.exception("Mail %s (%s) could not be written.", message.pk, message.key)
        raise NotSentError(Reason.NO_WORDS, type(error).__name__) from error


def hand_over(message: OutboxMessage, letter: Letter) -> None:
    """Give a mail to the mail server and note that it went.

    Raises:
        NotSentError: says whether it is certain that it did not go.

    """
    server = get_connection()
    try:
        _connect(server)
        mail = EmailMessage(
            letter.subject,
            letter.text,
            sender_of(message.library),
            [message.recipient],
            reply_to=reply_address_of(message.library),
            headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
            connection=server,
        )
        _converse(mail)
        _note_sent(message)
    finally:
        with contextlib.suppress(OSError):
            server.close()


def _connect(server: BaseEmailBackend) -> None:
    """Whatever goes wrong here, no mail went."""
    try:
        server.open()
        if isinstance(server, SmtpBackend) and server.connection:
            # The first words too, so that a server that hangs before it has anything counts as not reached.
            server.connection.ehlo_or_helo_if_needed()
    except (smtplib.SMTPResponseException, smtplib.SMTPNotSupportedError) as error:
        raise NotSentError(Reason.REFUSED, getattr(error, "smtp_code", type(error).__name__)) from error
    except OSError as error:
        raise NotSentError(Reason.NO_SERVER, type(error).__name__) from error


def _converse(mail: EmailMessage) -> None:
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        number = next(iter(error.recipients.values()), (0, b""))[0]
        is_final = number >= PERMANENT
        raise NotSentError(Reason.NO_ADDRESS if is_final else Reason.DELAYED, number, is_final=is_final) from error
    except smtplib.SMTPResponseException as error:
        is_final = error.smtp_code >= PERMANENT and isinstance(error, smtplib.SMTPDataError)
        reason = Reason.REFUSED if error.smtp_code >= PERMANENT else Reason.DELAYED
        raise NotSentError(reason, error.smtp_code, is_final=is_final) from error
    except (ValueError, smtplib.SMTPNotSupportedError) as error:
        # An address or a header that no mail can have; nothing was said to the server yet.
        raise NotSentError(Reason.NO_WORDS, type(error).__name__, is_final=True) from error
    except OSError as error:
        # The mail may have been taken before the line went dead.
        raise NotSentError(Reason.BROKE_OFF, type(error).__name__, is_known=False) from error


def _due(now: datetime) -> QuerySet[OutboxMessage]:
    return OutboxMessage.objects.filter(state=MailState.WAITING, due_at__lte=now)


def _note_sent(message: OutboxMessage) -> None:
    """Note that a mail went, whatever else was noted of it meanwhile; wait for a database that is away."""
    facts = {"state": MailState.SENT, "sent_at": timezone.now(), "lease_until": None, "reason": "", "detail": ""}
    for pause in (*NOTE_PAUSES, 0):
        try:
            OutboxMessage.objects.filter(pk=message.pk).update(**facts)
        except (OperationalError, InterfaceError):
            if not pause:
                raise
            connection.close()
            time.sleep(pause)
        else:
            return


def _note_failure(message: OutboxMessage, failure: NotSentError) -> None:
    """Wait longer each time, or give up, or leave it at perhaps."""
    if not failure.is_known and message.promise == Promise.AT_MOST_ONCE:
        _note(message, state=MailState.MAYBE_SENT, reason=failure.reason, detail=failure.detail)
        return
    failures = message.failures + 1
    if failure.is_final or failures >= MOST_FAILURES:
        _give_up(message, failure.reason, detail=failure.detail, failures=failures)
        return
    _note(
        message,
        state=MailState.WAITING,
        reason=failure.reason,
        detail=failure.detail,
        failures=failures,
        due_at=timezone.now() + waiting_time(failures),
    )


def waiting_time(failures: int) -> timedelta:
    """How long a mail waits after so many failures in a row."""
    return min(FIRST_WAIT * 2 ** min(failures - 1, 10), LONGEST_WAIT)


def _give_up(message: OutboxMessage, reason: Reason, **facts: object) -> None:
    _note(message, state=MailState.GIVEN_UP, reason=reason, **facts)
    if reason != Reason.NOT_NEEDED:
        logger.error("Mail %s (%s) is given up: %s.", message.pk, message.key, reason.value)


def _note(message: OutboxMessage, **facts: object) -> None:
    """Note something on the attempt that this process claimed; nothing when another one was claimed since."""
    own = OutboxMessage.objects.filter(pk=message.pk, attempt=message.attempt, state=MailState.SENDING)
    own.update(lease_until=None, **facts)
