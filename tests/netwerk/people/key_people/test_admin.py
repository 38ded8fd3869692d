"""A community librarian's form: consent and events go through the services, and nobody else gets in."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from home.tenant.libraries.choices import Role
from netwerk.people.key_people.models import Consent, KeyPerson, Welcoming
from plein.programme.events.models import Welcomer
from tests.factories.inside import Inside, make_person, signed_in
from tests.factories.world import World, make_user

NAME = "wagtailsnippets_netwerk_people_keyperson"
LIST_QUERIES = 14
OTHERS = [Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR, Role.IDO_COORDINATOR, Role.PARTNER, Role.MANAGER]


def url(view: str, *args: Any) -> str:
    return reverse(f"{NAME}:{view}", args=args)


def form_data(**fields: Any) -> dict[str, Any]:
    inline = {
        f"{name}-{key}": 0
        for name in ("contacts", "thanks")
        for key in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    return {"name": "Zofia Nowak", "community": "Poolse buurt", "languages": ["pl"]} | inline | fields


@pytest.fixture
def librarian(world: World) -> Client:
    return signed_in(world, make_user(Role.COMMUNITY_LIBRARIAN, world.library))


def test_new_person_with_consent_and_event_is_public(world: World, librarian: Client) -> None:
    data = form_data(consent_to=["first_name", "languages"], public_name="Zosia", events=[world.event.pk])
    response = librarian.post(url("add"), data)
    assert response.status_code == 302
    assert KeyPerson.objects.get().library == world.library
    assert list(Welcomer.objects.values_list("event", "name", "languages")) == [(world.event.pk, "Zosia", ["pl"])]


def test_without_ticks_nothing_is_public(world: World, librarian: Client) -> None:
    librarian.post(url("add"), form_data(events=[world.event.pk]))
    assert (Welcoming.objects.count(), Welcomer.objects.count(), Consent.objects.count()) == (1, 0, 0)


def test_withdraw_box_empties_the_public_page(world: World, librarian: Client) -> None:
    both = form_data(consent_to=["first_name"], public_name="Zosia", events=[world.event.pk])
    librarian.post(url("add"), both)
    person = KeyPerson.objects.get()
    assert Welcomer.objects.count() == 1
    librarian.post(url("edit", person.pk), both | {"withdraw": "on"})
    assert Welcomer.objects.count() == 0
    assert KeyPerson.objects.get().consent is None


def test_saving_unchanged_keeps_the_consent(world: World, librarian: Client) -> None:
    both = form_data(consent_to=["first_name"], public_name="Zosia", events=[world.event.pk])
    librarian.post(url("add"), both)
    given = Consent.objects.get()
    librarian.post(url("edit", KeyPerson.objects.get().pk), both)
    assert list(Consent.objects.all()) == [given]


def test_unticked_event_loses_the_name(world: World, librarian: Client) -> None:
    both = form_data(consent_to=["first_name"], public_name="Zosia", events=[world.event.pk])
    librarian.post(url("add"), both)
    librarian.post(url("edit", KeyPerson.objects.get().pk), both | {"events": []})
    assert (Welcoming.objects.count(), Welcomer.objects.count()) == (0, 0)


def test_consent_without_a_name_is_refused_and_keeps_what_was_typed(librarian: Client) -> None:
    response = librarian.post(url("add"), form_data(consent_to=["first_name"], agreed="Vier uur per maand"))
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == ["public_name"]
    assert "Vier uur per maand" in response.content.decode()
    assert not KeyPerson.objects.exists()


def test_list_shows_own_people_and_not_the_neighbours(inside: Inside, beside: Inside) -> None:
    page = inside.as_role(Role.COMMUNITY_LIBRARIAN).get(url("list")).content.decode()
    assert "Oevernaam" in page
    assert "Vest" not in page


def test_form_offers_no_event_of_the_neighbour(inside: Inside, beside: Inside) -> None:
    page = inside.as_role(Role.COMMUNITY_LIBRARIAN).get(url("edit", inside.person.pk)).content.decode()
    assert "Oever avond" in page
    assert "Vest" not in page


@pytest.mark.parametrize("view", ["edit", "delete", "history", "usage"])
def test_the_neighbours_person_is_not_there(inside: Inside, beside: Inside, view: str) -> None:
    librarian = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    assert librarian.get(url(view, inside.person.pk)).status_code == 200
    response = librarian.get(url(view, beside.person.pk))
    assert response.status_code == 404
    assert b"Vestnaam" not in response.content


def test_linking_to_the_neighbours_event_changes_nothing(inside: Inside, beside: Inside) -> None:
    librarian = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    data = form_data(consent_to=["first_name"], public_name="Zosia", events=[beside.world.event.pk])
    librarian.post(url("edit", inside.person.pk), data)
    assert list(Welcomer.objects.filter(event=beside.world.event).values_list("name", flat=True)) == ["Vestroepnaam"]


@pytest.mark.parametrize("role", OTHERS, ids=str)
@pytest.mark.parametrize("view", ["list", "add", "edit"])
def test_other_roles_see_no_key_people(inside: Inside, role: str, view: str) -> None:
    args = [inside.person.pk] if view == "edit" else []
    response = inside.as_role(role).get(url(view, *args), follow=True)
    assert "Oevernaam" not in response.content.decode()
    assert "consent_to" not in response.content.decode()


def test_the_log_holds_a_code_and_no_name(world: World, librarian: Client) -> None:
    librarian.post(url("add"), form_data())
    entry = ModelLogEntry.objects.get(content_type__model="keyperson")
    assert entry.label == str(KeyPerson.objects.get())
    assert "Zofia" not in f"{entry.label} {entry.data}"


def test_list_takes_the_same_queries_for_1_and_30_people(inside: Inside, django_assert_num_queries: Any) -> None:
    librarian = inside.as_role(Role.COMMUNITY_LIBRARIAN)
    librarian.get(url("list"))
    with django_assert_num_queries(LIST_QUERIES):
        librarian.get(url("list"))
    for number in range(29):
        make_person(inside.world, f"Rij {number}")
    with django_assert_num_queries(LIST_QUERIES):
        librarian.get(url("list"))
