"""Personal data has an end."""

from datetime import timedelta

from django.utils import timezone

from netwerk.people.key_people.models import Contact, KeyPerson
from netwerk.people.key_people.services import PERSONAL_FIELDS, anonymise_over, end
from netwerk.people.key_people.tasks import anonymise
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
    said = anonymise()
    row = KeyPerson.objects.get(pk=inside.person.pk)
    assert [getattr(row, name) for name in PERSONAL_FIELDS] == [""] * len(PERSONAL_FIELDS)
    assert (row.contacts.count(), row.consents.count(), Welcomer.objects.count()) == (0, 0, 0)
    assert list(KeyPerson.objects.known()) == [young]
    assert said == "1 mensen, 0 openbare namen"


def test_a_recent_contact_keeps_somebody(inside: Inside) -> None:
    KeyPerson.objects.filter(pk=inside.person.pk).update(created_at=timezone.now() - KEPT - timedelta(days=9))
    anonymise()
    assert KeyPerson.objects.known().count() == 1


def test_an_end_long_ago_makes_anonymous_in_spite_of_contacts(inside: Inside) -> None:
    end(key_person=inside.person, on=timezone.localdate() - KEPT - timedelta(days=2))
    anonymise()
    assert KeyPerson.objects.known().count() == 0


def test_the_round_can_be_repeated(inside: Inside) -> None:
    make_old(inside.person, KEPT.days + 2)
    assert [anonymise_over(), anonymise_over()] == [(1, 0), (0, 0)]
