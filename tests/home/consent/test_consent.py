"""Answers are only ever added, the words asked in are kept once, and a consent ends with its day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.consent.choices import Answer, Route
from home.consent.models import ConsentWords
from home.consent.selectors import current, standing
from home.consent.services import note
from home.persons.services import run_retention
from netwerk.people.key_people.models import Consent, KeyPerson
from netwerk.people.key_people.services import give_consent, withdraw_consent
from plein.programme.events.models import Welcomer
from tests.factories.inside import Inside, make_inside
from tests.factories.world import World, translate

PLACES = ("/nl/activiteiten/avond/", "/pl/activiteiten/avond/", "/nl/activiteiten/", "/nl/week/", "/pl/week/")


@pytest.fixture
def inside(world: World) -> Inside:
    return make_inside(world)


def test_an_answer_is_never_changed(inside: Inside) -> None:
    row = Consent.objects.get()
    row.answer = Answer.REFUSED
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        Consent.objects.update(answer=Answer.REFUSED)


def test_words_are_kept_once_for_each_language(inside: Inside) -> None:
    for language in ("nl", "pl", "pl"):
        give_consent(key_person=inside.person, fields=["first_name"], public_name="Ola", language=language)
    first, _nl, *polish = Consent.objects.order_by("pk")
    assert len({row.words_id for row in polish}) == 1
    assert ConsentWords.objects.count() == 3
    assert (polish[0].words.language, polish[0].words.version != first.words.version) == ("pl", True)


def test_withdrawal_empties_every_page_in_every_language(inside: Inside) -> None:
    translate(inside.world.event, "pl")
    client = inside.world.client()
    assert ["Oeverroepnaam" in client.get(path).content.decode() for path in PLACES[:2]] == [True, True]
    withdraw_consent(key_person=inside.person, route=Route.PHONE)
    assert Welcomer.objects.count() == 0
    assert not any("Oeverroepnaam" in client.get(path).content.decode() for path in PLACES)
    assert (current(Consent, inside.person).route, standing(Consent, inside.person)) == (Route.PHONE, None)


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.NOT_ASKED])
def test_another_answer_hides_what_was_public(inside: Inside, answer: str) -> None:
    note(model=Consent, person=inside.person, answer=answer, language="pl")
    assert (Welcomer.objects.count(), KeyPerson.objects.get().public_name) == (0, "")


def test_consent_ends_with_its_last_day(inside: Inside) -> None:
    today = timezone.localdate()
    give_consent(key_person=inside.person, fields=["first_name"], public_name="Zosia", until=today)
    run_retention()
    assert Welcomer.objects.get().name == "Zosia"
    run_retention(now=timezone.now() + timedelta(days=1))
    last = current(Consent, inside.person)
    assert (Welcomer.objects.count(), last.answer, last.route) == (0, Answer.WITHDRAWN, Route.TIME)
