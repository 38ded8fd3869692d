"""The mails to a volunteer and to who asked her: what they say as long as nobody edited them."""

import re
from uuid import uuid4

import pytest

from home.mail.models import OutboxMessage
from home.tenant.languages.dates import day_label
from home.tenant.libraries.choices import Role
from home.words.volunteers.models import TranslationJob
from home.words.volunteers.services import create_job, send_back, send_in
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db


def ask(world: World, message: str = "") -> tuple[TranslationJob, str]:
    """A job, and its link."""
    return create_job(
        library=world.library,
        uuid=uuid4(),
        pages=[world.event],
        language="pl",
        name="Ola",
        email="ola@x.example",
        message=message,
        asked_by=make_user(Role.COMMUNICATION, world.library),
        origin=f"http://{world.host}",
        days=14,
    )


def link_in(mail: OutboxMessage) -> str:
    """The link of this mail: each has one of its own."""
    return re.findall(r"http://oever\.test/pl/vertalen/[\w-]{43}/", mail.text)[0]


def last_mail() -> OutboxMessage:
    return OutboxMessage.objects.latest("pk")


@pytest.mark.parametrize("message", ["", "Czy możesz?"], ids=["without a message", "with a message"])
def test_invitation(message: str, world: World) -> None:
    job, _link = ask(world, message)
    own = f"{message}\n\n" if message else ""
    mail = last_mail()
    assert (mail.language, mail.subject) == ("pl", "Tekst do przetłumaczenia: Bibliotheek Oever")
    assert mail.text == (
        "Dzień dobry, Ola,\n\nBibliotheek Oever prosi Państwa o przetłumaczenie tekstu. Można to zrobić w telefonie, "
        f"bez konta.\n\n{own}{link_in(mail)}\n\nTen link jest tylko dla Państwa. "
        f"Działa do: {day_label(job.expires_at.date(), 'pl')}."
    )


def test_job_that_goes_back(world: World) -> None:
    job, _link = ask(world)
    send_in(job=job)
    send_back(job=job, message="Popraw tytuł", days=14)
    job.refresh_from_db()
    mail = last_mail()
    assert (mail.language, mail.subject) == ("pl", "Tekst do przetłumaczenia: Bibliotheek Oever")
    assert mail.text == (
        "Dzień dobry, Ola,\n\nDziękujemy za tłumaczenie. Czy mogą Państwo spojrzeć na nie jeszcze raz? Proszę otworzyć "
        "otrzymany link.\n\nPopraw tytuł\n\nTen link jest tylko dla Państwa. "
        f"Działa do: {day_label(job.expires_at.date(), 'pl')}."
    )


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        (
            "nl",
            "Een vertaling is klaar om na te kijken",
            "De vertaling {code} (Pools) is ingestuurd. Kijk haar na en zet haar op de site:",
        ),
        (
            "en",
            "A translation is ready for review",
            "The Pools translation {code} was sent in. Look at it and put it on the site:",
        ),
    ],
)
def test_job_that_was_sent_in(language: str, subject: str, text: str, world: World) -> None:
    job, _link = ask(world)
    job.library.main_language = language
    job.library.save()
    send_in(job=job)
    mail = last_mail()
    assert (mail.language, mail.subject, mail.text) == (
        language,
        subject,
        f"{text.format(code=job)}\n\nhttp://localhost:8000/admin/translators/{job.uuid}/",
    )
