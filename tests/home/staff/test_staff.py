"""The library administrator: what she arranges at her own library, and how far her power goes."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from home.mail.models import OutboxMessage
from home.staff import services
from home.staff.selectors import GRANTABLE_ROLES
from home.tenant.libraries.choices import HouseStyle, Role
from home.tenant.libraries.models import Membership
from home.tenant.libraries.selectors import language_codes
from home.tenant.libraries.services import grant
from home.tenant.users.models import User
from tests.factories.inside import signed_in
from tests.factories.letters import read
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db

NEW = {"email": "nieuw@test.example", "first_name": "Nieuwe", "last_name": "Collega", "job_title": "gastvrouw"}


@pytest.fixture
def administrator(world: World) -> User:
    return make_user(Role.LIBRARY_ADMINISTRATOR, world.library)


@pytest.fixture
def client(world: World, administrator: User) -> Client:
    return signed_in(world, administrator)


@pytest.fixture
def foreigner(neighbour: World) -> User:
    return make_user(Role.COMMUNICATION, neighbour.library, name="vreemdeling")


def roles_of(user: User) -> set[tuple[str | None, str]]:
    rows = Membership.objects.filter(user=user).values_list("library__slug", "role")
    return set(rows)


def power_of(user: User) -> tuple[bool, bool, set[str]]:
    user = User.objects.get(pk=user.pk)
    return user.is_superuser, user.is_staff, set(user.groups.values_list("name", flat=True))


def test_list_shows_own_colleagues(client: Client, world: World, foreigner: User) -> None:
    make_user(Role.PLEIN_WORKER, world.library, name="balie")
    text = client.get("/admin/staff/").content.decode()
    assert ("balie Test" in text, "vreemdeling" in text) == (True, False)


def test_new_colleague_gets_an_account_and_a_mail(client: Client) -> None:
    answer = client.post("/admin/staff/add/", NEW | {"roles": [Role.COMMUNICATION, Role.PLEIN_WORKER]})
    user = User.objects.get(email="nieuw@test.example")
    assert (answer.status_code, user.has_usable_password(), str(user)) == (302, False, "Nieuwe Collega")
    assert roles_of(user) == {("oever", Role.COMMUNICATION), ("oever", Role.PLEIN_WORKER)}
    assert power_of(user) == (False, False, {"oever: communication"})
    mail = OutboxMessage.objects.get(recipient=user.email)
    assert read(mail) == (
        "nl",
        "Uw account voor Plein Oever",
        (
            "Beste Nieuwe,\n\nEr is een account voor u gemaakt. Kies hier een wachtwoord:\n"
            "http://localhost:8000/accounts/password/reset/\n"
        ),
    )


def test_mail_to_a_new_colleague_is_in_the_language_of_the_library(client: Client, world: World) -> None:
    world.library.main_language = "en"
    world.library.save()
    client.post("/admin/staff/add/", NEW | {"roles": [Role.COMMUNICATION]})
    mail = OutboxMessage.objects.get()
    assert read(mail) == (
        "en",
        "Your account for Plein Oever",
        (
            "Hello Nieuwe,\n\nThere is an account for you. Choose a password here:\n"
            "http://localhost:8000/accounts/password/reset/\n"
        ),
    )


def test_account_of_another_library_is_not_taken(client: Client, foreigner: User) -> None:
    answer = client.post("/admin/staff/add/", NEW | {"email": foreigner.email.upper(), "roles": [Role.MANAGER]})
    foreigner.refresh_from_db()
    assert (answer.status_code, foreigner.first_name, roles_of(foreigner)) == (
        200,
        "vreemdeling",
        {("vest", Role.COMMUNICATION)},
    )
    assert "vreemdeling" not in client.get("/admin/staff/").content.decode()


def test_roles_are_changed_and_taken_away(client: Client, world: World) -> None:
    colleague = make_user(Role.PLEIN_WORKER, world.library)
    path = f"/admin/staff/{colleague.pk}/"
    client.post(path, NEW | {"roles": [Role.MANAGER]})
    changed = roles_of(colleague)
    client.post(path, NEW | {"roles": []})
    assert (changed, roles_of(colleague)) == ({("oever", Role.MANAGER)}, set())


def test_name_of_who_works_elsewhere_too_stays(client: Client, world: World, foreigner: User) -> None:
    grant(user=foreigner, role=Role.PARTNER, library=world.library)
    client.post(f"/admin/staff/{foreigner.pk}/", NEW | {"roles": [Role.MANAGER]})
    foreigner.refresh_from_db()
    assert (foreigner.first_name, foreigner.email) == ("vreemdeling", "vreemdeling@test.example")
    assert roles_of(foreigner) == {("vest", Role.COMMUNICATION), ("oever", Role.MANAGER)}


def test_mail_address_is_never_changed(client: Client, world: World) -> None:
    colleague = make_user(Role.PLEIN_WORKER, world.library, name="balie")
    client.post(f"/admin/staff/{colleague.pk}/", NEW | {"roles": [Role.PLEIN_WORKER]})
    colleague.refresh_from_db()
    assert (colleague.email, colleague.first_name) == ("balie@test.example", "Nieuwe")


def test_administrator_cannot_lock_herself_out(client: Client, administrator: User) -> None:
    answer = client.post(f"/admin/staff/{administrator.pk}/", NEW | {"roles": [Role.MANAGER]})
    assert (answer.status_code, roles_of(administrator)) == (200, {("oever", Role.LIBRARY_ADMINISTRATOR)})


MORE_POWER: dict[str, Any] = {
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "on",
    "groups": ["1", "2"],
    "user_permissions": ["1"],
    "username": "x",
    "password1": "geheim-456!",
    "password2": "geheim-456!",
    "library": "2",
}


@pytest.mark.parametrize("is_self", [True, False], ids=["herself", "a colleague"])
def test_administrator_makes_nobody_more(is_self: bool, client: Client, world: World, administrator: User) -> None:
    somebody = administrator if is_self else make_user(Role.PLEIN_WORKER, world.library)
    before = (power_of(somebody), roles_of(somebody))
    wanted = [Role.LIBRARY_ADMINISTRATOR, Role.NETWORK_ADMINISTRATOR]
    for path in (
        f"/admin/staff/{somebody.pk}/",
        f"/admin/users/edit/{somebody.pk}/",
        "/admin/users/new/",
        "/admin/account/",
        "/admin/groups/new/",
        "/admin/bulk/home/user/assign_role/?id=" + str(somebody.pk),
        "/admin/bulk/home/user/set_active_state/?id=" + str(somebody.pk),
    ):
        client.post(path, NEW | MORE_POWER | {"roles": wanted, "role": "1"})
    assert (power_of(somebody), roles_of(somebody)) == before
    assert not User.objects.filter(is_superuser=True).exists()


def test_nobody_of_the_network_is_touched(client: Client, world: World) -> None:
    network = make_user(Role.NETWORK_ADMINISTRATOR, None, name="netwerk")
    grant(user=network, role=Role.PLEIN_WORKER, library=world.library)
    before = roles_of(network)
    answer = client.post(f"/admin/staff/{network.pk}/", NEW | {"roles": []})
    network.refresh_from_db()
    assert (answer.status_code, roles_of(network), network.first_name) == (404, before, "netwerk")


def test_services_hold_to_the_library_whatever_they_are_given(world: World, foreigner: User) -> None:
    assert Role.NETWORK_ADMINISTRATOR not in GRANTABLE_ROLES
    with pytest.raises(PermissionDenied):
        services.set_roles(library=world.library, user=foreigner, roles=[Role.NETWORK_ADMINISTRATOR])
    with pytest.raises(ValidationError):
        services.add_colleague(
            library=world.library, email=foreigner.email, first_name="x", last_name="x", roles=[Role.PARTNER]
        )


@pytest.mark.parametrize("path", ["", "add/", "languages/", "library/"])
def test_screens_are_for_administrators_of_that_library(
    path: str, client: Client, world: World, neighbour: World
) -> None:
    editor = signed_in(world, make_user(Role.COMMUNICATION, world.library))
    answers = [one.get(f"/admin/staff/{path}").status_code for one in (client, editor)]
    assert [*answers, client.get(f"/admin/staff/{path}?library={neighbour.library.pk}").status_code] == [200, 404, 404]


def test_colleague_of_another_library_is_not_there(client: Client, foreigner: User) -> None:
    answers = [client.get(f"/admin/staff/{foreigner.pk}/"), client.post(f"/admin/staff/{foreigner.pk}/", NEW)]
    assert ([one.status_code for one in answers], roles_of(foreigner)) == ([404, 404], {("vest", Role.COMMUNICATION)})


def test_languages_are_switched_on_and_off(client: Client, world: World, neighbour: World) -> None:
    answer = client.post("/admin/staff/languages/", {"codes": ["tr", "ar"]})
    assert (answer.status_code, language_codes(world.library), language_codes(neighbour.library)) == (
        302,
        ["nl", "ar", "tr"],
        ["nl", "pl"],
    )
    assert world.home.get_translations().filter(locale__language_code="tr").exists()


def test_unknown_language_is_refused_with_a_sentence(client: Client, world: World) -> None:
    answer = client.post("/admin/staff/languages/", {"codes": ["klingon"]})
    assert (answer.status_code, language_codes(world.library)) == (200, ["nl", "pl"])


def test_name_and_style_are_changed(client: Client, world: World) -> None:
    facts = {
        "name": "Bibliotheek Nieuw",
        "plein_name": "Plein Nieuw",
        "address": "",
        "phone": "",
        "email": "",
        "style": HouseStyle.SAFFRON,
        "slug": "x",
        "main_language": "pl",
        "site": "1",
    }
    answer = client.post("/admin/staff/library/", facts)
    world.library.refresh_from_db()
    assert answer.status_code == 302
    assert (world.library.name, world.library.style, world.library.slug, world.library.main_language) == (
        "Bibliotheek Nieuw",
        HouseStyle.SAFFRON,
        "oever",
        "nl",
    )


def test_address_that_mail_comes_from_is_for_the_network(client: Client, world: World) -> None:
    facts = {"name": "Nieuw", "plein_name": "Plein", "style": HouseStyle.RIVER, "sender": "dief@elders.example"}
    network = signed_in(world, make_user(Role.NETWORK_ADMINISTRATOR, None, name="netwerk"))
    found = []
    for one in (client, network):
        one.post(f"/admin/staff/library/?library={world.library.pk}", facts)
        world.library.refresh_from_db()
        found.append((world.library.name, world.library.sender))
    assert found == [("Nieuw", ""), ("Nieuw", "dief@elders.example")]
