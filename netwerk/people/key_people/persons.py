"""The personal data of key people: how it is found and how it ends."""

from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from home.consent.selectors import expired_rows, standing_rows
from home.consent.services import withdraw_expired
from home.persons.registry import Holding
from netwerk.people.key_people.models import Consent, KeyPerson
from netwerk.people.key_people.services import anonymise_one


def over(at: datetime) -> QuerySet[KeyPerson]:
    """Who was not heard of, or no longer works with us, for longer than her data is kept."""
    return KeyPerson.objects.over(before=timezone.localdate(at) - KeyPerson.personal_data.retention)


def counts_from(person: KeyPerson) -> date | None:
    """The day from which her data is kept: the end of working together, else the last contact."""
    last = max((contact.date for contact in person.contacts.all()), default=person.created_at.date())
    return person.ended_on or max(last, person.created_at.date())


HOLDINGS = (
    Holding(
        model=KeyPerson,
        library="library",
        held=KeyPerson.objects.known,
        over=over,
        end=lambda row: anonymise_one(key_person=row),
        counts_from=counts_from,
        names=("name", "public_name"),
        emails=("email",),
    ),
    # Withdrawn when its last day is over; the row is proof, and goes with the person.
    Holding(
        model=Consent,
        library="key_person__library",
        held=lambda: standing_rows(Consent),
        over=lambda at: expired_rows(Consent, at),
        end=withdraw_expired,
        counts_from=lambda _row: None,
        names=("key_person__name", "key_person__public_name"),
        emails=("key_person__email",),
    ),
)
