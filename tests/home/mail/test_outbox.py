"""The outbox."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from home.mail.models import OutboxMessage
from home.mail.services import empty_old_mail, queue_text_mail, send, send_waiting

pytestmark = pytest.mark.django_db
FACTS = {"recipient": "iemand@x.example", "language": "pl", "subject": "Cześć", "text": "Dzień dobry"}
INVITATION = {"recipient": "iemand@x.example", "language": "nl", "key": "staff-invitation"}


def queue(world):
    return queue_text_mail(library=world.library, values=lambda _code: {"name": "An", "link": "x"}, **INVITATION)


def test_a_mail_goes_out_after_the_transaction(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        queue(world)
        assert mail.outbox == []
    assert [(row.subject, row.to) for row in mail.outbox] == [("Uw account voor Plein Oever", ["iemand@x.example"])]


def test_a_mail_goes_out_once(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = queue(world)
    assert send(message_id=message.pk) is False
    assert len(mail.outbox) == 1


def test_a_failure_is_kept_and_tried_again(world, settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    message = OutboxMessage.objects.create(library=world.library, **FACTS)
    assert send(message_id=message.pk) is False
    message.refresh_from_db()
    assert (message.failures, message.sent_at, message.text) == (1, None, "Dzień dobry")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting() == 1


def test_address_and_text_are_forgotten_after_a_month(world):
    message = OutboxMessage.objects.create(library=world.library, sent_at=timezone.now() - timedelta(days=31), **FACTS)
    young = OutboxMessage.objects.create(library=world.library, sent_at=timezone.now(), **FACTS)
    assert empty_old_mail() == 1
    message.refresh_from_db()
    young.refresh_from_db()
    assert (message.recipient, message.text, young.recipient) == ("", "", "iemand@x.example")


def test_a_mail_is_named_by_its_number_only(world):
    message = OutboxMessage.objects.create(library=world.library, **FACTS)
    assert str(message) == f"mail {message.pk}"
