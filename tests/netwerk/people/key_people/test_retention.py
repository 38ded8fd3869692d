"""Personal data has an end."""

from datetime import timedelta

from django.utils import timezone

from home.persons.models import RetentionRun
from home.persons.services import run_retention
from netwerk.people.key_people.models import Contact, KeyPerson
from netwerk.people.key_people.services import PERSONAL_FIELDS, end
from plein.programme.events.models import Welcomer
from tests.factories.inside import Inside, make_person

KEPT = KeyPerson.personal_data.retention


def make_old(person: KeyPerson, days: int) -> None:
    moment = timezone.now() - timedelta(days=days)
    KeyPerson.objects.filter(pk=person.pk).update(created_at=moment)
    Contact.objects.filter(key_person=person).update(date=moment.date())


def test_silence_longer_than_the_retention_makes_anonymous(inside: Inside) -> None:
    make_old(inside.person, KEPT.days + 2)
    young = make_person(inside.world, "Jonge Rij")
    run_retention()
    row = KeyPerson.objects.get(pk=inside.person.pk)
    assert [getattr(row, name) for name in PERSONAL_FIELDS] == [""] * len(PERSONAL_FIELDS)
    assert (row.contacts.count(), row.consents.count(), Welcomer.objects.count()) == (0, 0, 0)
    assert list(KeyPerson.objects.known()) == [young]
    assert RetentionRun.objects.get().ended_at(inside.world.library) == {"netwerk_people.KeyPerson": 1}


def test_a_recent_contact_keeps_somebody(inside: Inside) -> None:
    KeyPerson.objects.filter(pk=inside.person.pk).update(created_at=timezone.now() - KEPT - timedelta(days=9))
    run_retention()
    assert KeyPerson.objects.known().count() == 1


def test_an_end_long_ago_makes_anonymous_in_spite_of_contacts(inside: Inside) -> None:
    end(key_person=inside.person, on=timezone.localdate() - KEPT - timedelta(days=2))
    run_retention()
    assert KeyPerson.objects.known().count() == 0


def test_the_round_can_be_repeated(inside: Inside) -> None:
    make_old(inside.person, KEPT.days + 2)
    run_retention()
    run_retention()
    assert [run.ended_at(inside.world.library) for run in RetentionRun.objects.order_by("pk")] == [
        {"netwerk_people.KeyPerson": 1},
        {},
    ]
