"""The outbox: what is kept of a mail, what is made when it goes, and what becomes of one that does not go."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from home.mail import kinds
from home.mail.choices import MailState, Reason
from home.mail.kinds import Promise
from home.mail.models import OutboxMessage
from home.mail.sending import LEASE, MOST_FAILURES, claim, send, send_due, settle_broken_leases, waiting_time
from home.mail.services import forget, queue_mail, try_again
from home.persons.services import run_retention
from home.tenant.users.models import User
from tests.factories.letters import letter_of
from tests.factories.mail_server import DROP, HANG, MailServer
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db

LEAST, MOST = Promise.AT_LEAST_ONCE, Promise.AT_MOST_ONCE
KEY = {LEAST: "staff-invitation", MOST: "test-reminder"}


@pytest.fixture(autouse=True)
def _reminder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail that may not come twice; none of the portal's own is one yet."""
    reminder = replace(kinds.get(KEY[LEAST]), key=KEY[MOST], promise=MOST)
    monkeypatch.setitem(kinds._mails, reminder.key, reminder)
    monkeypatch.setitem(kinds._makers, reminder.key, kinds.maker_of(KEY[LEAST]))


@pytest.fixture
def server(settings: Any) -> Iterator[MailServer]:
    """A mail server, and a portal that sends by it and waits a second for each of its answers."""
    found = MailServer()
    found.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", found.port, 1
    yield found
    found.stop()


@pytest.fixture
def colleague(world: World) -> User:
    return make_user("manager", world.library)


@pytest.fixture
def queue(world: World, colleague: User) -> Callable[..., OutboxMessage]:
    def make(promise: Promise = LEAST, recipient: str = "iemand@x.example") -> OutboxMessage:
        return queue_mail(
            library=world.library, recipient=recipient, language="nl", key=KEY[promise], about={"user": colleague.pk}
        )

    return make


def state_of(message: OutboxMessage) -> tuple[str, str, str]:
    row = OutboxMessage.objects.get(pk=message.pk)
    return row.state, row.reason, row.detail


def due(message: OutboxMessage) -> datetime:
    return OutboxMessage.objects.get(pk=message.pk).due_at


def everything_stored() -> str:
    """Every value of every table."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return repr(rows)


def test_a_mail_goes_out_after_the_transaction(queue, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = queue()
        assert mail.outbox == []
    assert [(row.subject, row.to) for row in mail.outbox] == [("Uw account voor Plein Oever", ["iemand@x.example"])]
    assert state_of(message) == (MailState.SENT, "", "")


def test_a_mail_goes_out_once(queue, server):
    message = queue()
    assert [send(message_id=message.pk) for _time in range(2)] == [True, False]
    assert server.handler.message_ids == [message.message_id]


def test_a_lost_task_loses_no_mail(queue, server):
    messages = [queue() for _number in range(3)]
    assert (send_due(), send_due()) == (3, 0)
    assert server.handler.message_ids == [message.message_id for message in messages]


def test_what_is_kept_is_which_mail_it_is(queue, colleague, world):
    row = OutboxMessage.objects.values().get(pk=queue().pk)
    assert json.loads(json.dumps(row["about"])) == {"user": colleague.pk}
    assert (row["key"], row["language"], row["library_id"], row["promise"]) == (
        "staff-invitation",
        "nl",
        world.library.pk,
        LEAST,
    )
    assert not {"text", "subject", "body"} & row.keys()


def test_a_mail_that_nobody_fills_in_is_refused_at_once(world):
    with pytest.raises(KeyError):
        queue_mail(library=world.library, recipient="a@x.example", language="nl", key="test-nobody", about={})


def test_words_are_those_of_the_moment_of_sending(queue, colleague, server):
    message = queue()
    User.objects.filter(pk=colleague.pk).update(first_name="Nieuwenaam")
    send(message_id=message.pk)
    assert "Beste Nieuwenaam," in server.handler.taken[0].get_payload(decode=True).decode()


def test_what_is_no_longer_needed_is_given_up(queue, colleague, server):
    message = queue()
    User.objects.filter(pk=colleague.pk).update(is_active=False)
    assert send(message_id=message.pk) is False
    assert (state_of(message), server.handler.taken) == ((MailState.GIVEN_UP, Reason.NOT_NEEDED, ""), [])


def test_a_mail_that_cannot_be_written_says_so_and_stops_no_other(queue, server, caplog):
    broken, other = queue(), queue()
    OutboxMessage.objects.filter(pk=broken.pk).update(about={})
    assert send_due() == 1
    assert [state_of(one) for one in (broken, other)] == [
        (MailState.WAITING, Reason.NO_WORDS, "KeyError"),
        (MailState.SENT, "", ""),
    ]
    assert [record.getMessage() for record in caplog.records if record.name.startswith("home.")] == [
        f"Mail {broken.pk} (staff-invitation) could not be written."
    ]


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"RCPT": "550 5.1.1 <iemand@x.example> is niet bekend"}, (MailState.GIVEN_UP, Reason.NO_ADDRESS, "550")),
        ({"RCPT": "451 later"}, (MailState.WAITING, Reason.DELAYED, "451")),
        ({"DATA": "554 spam"}, (MailState.GIVEN_UP, Reason.REFUSED, "554")),
        ({"DATA": "451 later"}, (MailState.WAITING, Reason.DELAYED, "451")),
        ({"EHLO": DROP}, (MailState.WAITING, Reason.NO_SERVER, "SMTPServerDisconnected")),
        ({"EHLO": HANG}, (MailState.WAITING, Reason.NO_SERVER, "SMTPServerDisconnected")),
    ],
    ids=["unknown address", "come back later", "refused", "full", "gone at once", "hangs at once"],
)
@pytest.mark.parametrize("promise", [LEAST, MOST])
def test_a_failure_of_which_the_end_is_known(promise, answers, state, queue, server):
    message = queue(promise)
    server.handler.answers = answers
    assert (send(message_id=message.pk), state_of(message)) == (False, state)
    assert "iemand" not in OutboxMessage.objects.get(pk=message.pk).detail


@pytest.mark.parametrize("answer", [DROP, HANG])
def test_a_line_that_goes_dead_after_the_mail_was_given(answer, queue, server):
    least, most = queue(LEAST), queue(MOST)
    server.handler.answers = {"DATA": answer}
    assert [send(message_id=one.pk) for one in (least, most)] == [False, False]
    assert [state_of(one)[:2] for one in (least, most)] == [
        (MailState.WAITING, Reason.BROKE_OFF),
        (MailState.MAYBE_SENT, Reason.BROKE_OFF),
    ]
    server.handler.answers = {}
    later = timezone.now() + timedelta(days=30)
    assert send_due(now=later) == 1
    # The confirmation has the same identity the second time; the reminder came once.
    assert server.handler.message_ids == [least.message_id, most.message_id, least.message_id]


def test_a_server_that_is_away_ends_the_round(queue, server):
    first, second = queue(), queue()
    server.stop()
    assert send_due() == 0
    assert [state_of(one)[1] for one in (first, second)] == [Reason.NO_SERVER, ""]
    server.start()
    assert send_due(now=due(first) + timedelta(seconds=1)) == 2


def test_a_mail_waits_longer_each_time_and_is_given_up_in_the_end(queue, server, caplog):
    message = queue()
    server.stop()
    waits = []
    for _attempt in range(MOST_FAILURES):
        moment = due(message)
        assert send(message_id=message.pk, now=moment - timedelta(seconds=1)) is False
        began = timezone.now()
        send(message_id=message.pk, now=moment)
        waits.append(round((due(message) - began) / timedelta(minutes=1)))
    assert waits[:-1] == [1, 2, 4, 8, 16, 32, 64, 128, *[240] * 7]
    assert state_of(message) == (MailState.GIVEN_UP, Reason.NO_SERVER, "ConnectionRefusedError")
    assert [record.getMessage() for record in caplog.records if record.name.startswith("home.")] == [
        f"Mail {message.pk} (staff-invitation) is given up: no_server."
    ]
    assert (waiting_time(1), waiting_time(99)) == (timedelta(minutes=1), timedelta(hours=4))


def test_of_two_that_claim_at_once_one_gets_it(queue):
    message, now = queue(), timezone.now()
    assert [claim(message_id=message.pk, now=now) is not None for _process in range(2)] == [True, False]


def test_a_lease_that_ran_out_is_tried_again_or_left_at_perhaps(queue, server):
    least, most = queue(LEAST), queue(MOST)
    now = timezone.now()
    for message in (least, most):
        claim(message_id=message.pk, now=now)
    assert settle_broken_leases(now=now + LEASE - timedelta(seconds=1)) == 0
    assert send_due(now=now + LEASE) == 1
    assert [state_of(one) for one in (least, most)] == [
        (MailState.SENT, "", ""),
        (MailState.MAYBE_SENT, Reason.INTERRUPTED, ""),
    ]
    assert server.handler.message_ids == [least.message_id]


def test_a_mail_that_ends_its_program_each_time_is_given_up(queue):
    message, now = queue(), timezone.now()
    for _attempt in range(MOST_FAILURES):
        claim(message_id=message.pk, now=now)
        now += LEASE
        settle_broken_leases(now=now)
    assert state_of(message) == (MailState.GIVEN_UP, Reason.INTERRUPTED, "")


def test_who_lost_the_lease_notes_no_failure_on_the_next_attempt(queue, server):
    message, now = queue(), timezone.now()
    late = claim(message_id=message.pk, now=now)
    settle_broken_leases(now=now + LEASE)
    again = claim(message_id=message.pk, now=now + LEASE)
    assert (late.attempt, again.attempt) == (1, 2)
    from home.mail.sending import NotSentError, _note_failure  # noqa: PLC0415 - what a late process would do

    _note_failure(late, NotSentError(Reason.BROKE_OFF))
    assert state_of(message) == (MailState.SENDING, Reason.INTERRUPTED, "")


def test_somebody_lets_a_mail_go_again(queue, server, django_capture_on_commit_callbacks):
    message = queue()
    server.handler.answers = {"RCPT": "550 no"}
    send(message_id=message.pk)
    server.handler.answers = {}
    with django_capture_on_commit_callbacks(execute=True):
        try_again(message=message)
    assert (state_of(message), server.handler.message_ids) == ((MailState.SENT, "", ""), [message.message_id])
    with pytest.raises(ValidationError):
        try_again(message=message)


@pytest.mark.parametrize("state", [MailState.SENT, MailState.GIVEN_UP, MailState.MAYBE_SENT])
def test_address_and_facts_are_forgotten_after_a_month(state, queue):
    message, young, waiting = (queue() for _number in range(3))
    OutboxMessage.objects.exclude(pk=waiting.pk).update(state=state)
    old = OutboxMessage.objects.exclude(pk=young.pk)
    old.update(created_at=timezone.now() - timedelta(days=31))
    assert run_retention().ended_at(message.library) == {"home.OutboxMessage": 1}
    rows = OutboxMessage.objects.order_by("pk").values_list("recipient", "about")
    assert [(bool(recipient), bool(about)) for recipient, about in rows] == [(False, False), (True, True), (True, True)]
    with pytest.raises(ValidationError):
        try_again(message=message)


def test_a_mail_that_is_forgotten_while_it_waits_does_not_go(queue, server):
    message = queue()
    forget(message=message)
    message.refresh_from_db()
    assert (send(message_id=message.pk), message.state, message.reason) == (
        False,
        MailState.GIVEN_UP,
        Reason.NOT_NEEDED,
    )
    assert (message.recipient, message.about) == ("", {})


def test_a_mail_is_named_by_its_number_only(queue):
    message = queue()
    assert str(message) == f"mail {message.pk}"


def test_no_link_of_a_person_is_stored_anywhere(world, server, django_capture_on_commit_callbacks):
    from uuid import uuid4  # noqa: PLC0415

    from home.words.volunteers.services import create_job  # noqa: PLC0415

    user = make_user("communication", world.library)
    with django_capture_on_commit_callbacks(execute=True):
        create_job(
            library=world.library,
            uuid=uuid4(),
            pages=[world.event],
            language="pl",
            name="Ola",
            asked_by=user,
            origin="http://oever.test",
            days=14,
            email="ola@x.example",
        )
        world.client().post("/accounts/password/reset/", {"email": user.email})
    bodies = [one.get_payload(decode=True).decode() for one in server.handler.taken]
    links = [word for body in bodies for word in body.split() if word.startswith("http://oever.test/")]
    secrets = [link.rstrip("/").rsplit("/", 1)[1].removeprefix("MQ-") for link in links]
    stored = everything_stored()
    assert (len(secrets), [secret in stored for secret in secrets]) == (2, [False, False])
    # The same search finds what is stored, so that it would have found these.
    assert "ola@x.example" in stored


def test_letter_of_a_test_is_the_one_that_goes(queue, server):
    message = queue()
    letter = letter_of(message)
    send(message_id=message.pk)
    assert (
        server.handler.taken[0].get_payload(decode=True).decode().replace("\r\n", "\n").strip() == letter.text.strip()
    )
