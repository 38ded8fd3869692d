"""The mail about a calendar that does not work: what it says as long as nobody edited it, in Dutch and in English."""

from datetime import UTC, datetime

import pytest
from wagtail.users.models import UserProfile

from home.mail.models import OutboxMessage
from plein.programme.calendars.choices import Problem
from plein.programme.calendars.models import FAILURES_UNTIL_MAIL, CalendarSource
from plein.programme.calendars.services import note_failure
from tests.factories.letters import read

pytestmark = pytest.mark.django_db

SINCE = {
    "": "",
    "nl": "De laatste keer dat het lukte was 24 november 2026.\n",
    "en": "The last time that it worked was Nov. 24, 2026.\n",
}


@pytest.mark.parametrize("has_worked", [True, False], ids=["worked before", "never worked"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_owner_reads_what_is_wrong(language: str, has_worked: bool, source: CalendarSource) -> None:
    UserProfile.objects.update_or_create(user=source.owner, defaults={"preferred_language": language})
    source.failures = FAILURES_UNTIL_MAIL - 1
    source.last_ok_at = datetime(2026, 11, 24, 12, tzinfo=UTC) if has_worked else None
    source.save()
    note_failure(source=source, problem=Problem.NOT_FOUND)
    mail = OutboxMessage.objects.get()
    since = SINCE[language if has_worked else ""]
    link = f"http://localhost:8000/admin/calendars/{source.pk}/"
    name = source.owner.first_name
    expected = {
        "nl": (
            "De agenda van Oever raadslieden werkt niet",
            (
                f"Dag {name},\n\nHet is vijf keer achter elkaar niet gelukt om de agenda van Oever raadslieden op te halen."
                f"\n\nOp dit adres staat geen agenda (meer). Vraag de partner om het nieuwe adres.\n\n{since}"
                f"Wat eerder is overgenomen, blijft op het programma staan. Bekijk de agenda hier:\n{link}\n"
            ),
        ),
        "en": (
            "The calendar of Oever raadslieden does not work",
            (
                f"Hello {name},\n\nThe calendar of Oever raadslieden could not be fetched five times in a row."
                f"\n\nThere is no calendar at this address (any more). Ask the partner for the new address.\n\n{since}"
                f"The sessions that were taken earlier stay on the programme. Look at the calendar here:\n{link}\n"
            ),
        ),
    }
    assert read(mail) == (language, *expected[language])
