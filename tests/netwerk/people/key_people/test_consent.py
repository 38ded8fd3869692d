"""What the public sees of a key person is what she agreed to, and no longer than that."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from netwerk.people.key_people import services
from netwerk.people.key_people.models import Consent, KeyPerson, Welcoming
from plein.programme.events.models import Welcomer
from tests.factories.inside import Inside, make_person
from tests.factories.world import World

EVENT = "/nl/activiteiten/avond/"


def public_rows() -> list[tuple[str, list[str]]]:
    return list(Welcomer.objects.values_list("name", "languages"))


def test_link_without_consent_shows_nobody(world: World) -> None:
    person = make_person(world, "Zofia Achternaam")
    services.link_to_event(key_person=person, event=world.event)
    assert public_rows() == []
    assert "Zofia" not in world.client().get(EVENT).content.decode()


def test_consent_shows_first_name_and_languages_on_each_linked_event(world: World) -> None:
    person = make_person(world, "Zofia Achternaam")
    services.link_to_event(key_person=person, event=world.event)
    services.give_consent(key_person=person, fields=["first_name", "languages"], public_name="Zosia")
    assert public_rows() == [("Zosia", ["pl", "nl"])]
    page = world.client().get(EVENT).content.decode()
    assert "Zosia" in page
    assert "Achternaam" not in page


def test_consent_to_a_name_alone_keeps_languages_inside(world: World) -> None:
    person = make_person(world, "Zofia")
    services.give_consent(key_person=person, fields=["first_name"], public_name="Zosia")
    services.link_to_event(key_person=person, event=world.event)
    assert public_rows() == [("Zosia", [])]


def test_withdrawal_empties_the_page_at_once_and_keeps_only_dates(inside: Inside) -> None:
    assert "Oeverroepnaam" in inside.world.client().get(EVENT).content.decode()
    assert services.withdraw_consent(key_person=inside.person) is True
    assert public_rows() == []
    assert "Oeverroepnaam" not in inside.world.client().get(EVENT).content.decode()
    given, withdrawn = Consent.objects.order_by("pk")
    assert (given.answer, withdrawn.answer, withdrawn.answered_on) == ("given", "withdrawn", timezone.localdate())
    inside.person.refresh_from_db()
    assert inside.person.public_name == ""
    assert "roepnaam" not in str(list(Consent.objects.values()))


def test_withdrawal_without_consent_says_so(world: World) -> None:
    assert services.withdraw_consent(key_person=make_person(world, "Zofia")) is False


def test_withdrawal_leaves_the_neighbour_alone(inside: Inside, beside: Inside) -> None:
    services.withdraw_consent(key_person=inside.person)
    assert public_rows() == [("Vestroepnaam", ["pl", "nl"])]


def test_a_new_consent_cannot_be_traced_to_the_old_one(inside: Inside) -> None:
    before = Welcomer.objects.get().source_key
    services.withdraw_consent(key_person=inside.person)
    services.give_consent(key_person=inside.person, fields=["first_name"], public_name="Ola")
    after = Welcomer.objects.get()
    assert (after.name, after.source_key != before) == ("Ola", True)
    assert after.source_key != inside.person.uuid


def test_changed_languages_follow_to_the_public_row(inside: Inside) -> None:
    services.save_key_person(library=inside.world.library, uuid=inside.person.uuid, languages=["bg"])
    assert public_rows() == [("Oeverroepnaam", ["bg"])]


def test_unlink_takes_the_name_off_that_event(inside: Inside) -> None:
    services.unlink(key_person=inside.person, event=inside.world.event)
    assert public_rows() == []
    assert not Welcoming.objects.exists()


def test_end_of_working_together_ends_what_is_public(inside: Inside) -> None:
    services.end(key_person=inside.person)
    assert public_rows() == []


def test_deleting_a_person_deletes_what_is_public(inside: Inside) -> None:
    inside.person.delete()
    assert public_rows() == []


def test_event_of_the_neighbour_is_refused(inside: Inside, beside: Inside) -> None:
    with pytest.raises(ValidationError):
        services.link_to_event(key_person=inside.person, event=beside.world.event)
    assert Welcoming.objects.filter(event=beside.world.event).count() == 1


@pytest.mark.parametrize(
    ("fields", "name"),
    [([], "Zosia"), (["languages"], "Zosia"), (["first_name"], "  ")],
    ids=["nothing-ticked", "languages-alone", "no-name"],
)
def test_consent_that_shows_nothing_is_refused(world: World, fields: list[str], name: str) -> None:
    person = make_person(world, "Zofia")
    with pytest.raises(ValidationError):
        services.give_consent(key_person=person, fields=fields, public_name=name)
    assert not Consent.objects.exists()


def test_logs_and_lists_know_a_person_by_code(inside: Inside) -> None:
    assert str(inside.person) == f"SP-{inside.person.pk:04d}"
    rows = [inside.person.consent, inside.person.contacts.get(), Welcoming.objects.get()]
    assert [str(row).split()[0] for row in rows] == ["consent", "contact", "welcoming"]
    assert not hasattr(KeyPerson, "revisions")
