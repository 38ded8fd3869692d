"""What a library holds of somebody is found, copied and erased there, and nowhere else; and it ends by itself."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from home.persons import ledger
from home.persons.models import Erasure, RetentionRun
from home.persons.registry import all_holdings
from home.persons.selectors import chosen, find
from home.persons.services import erase, run_ledger_again, run_retention
from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from netwerk.people.key_people.models import Consent, KeyPerson
from netwerk.people.key_people.services import give_consent
from plein.programme.events.models import Welcomer
from tests.factories.inside import Inside, make_inside, signed_in
from tests.factories.world import World, make_user

URL = "/admin/persons/"
OTHERS = [role for role in Role if role not in {Role.LIBRARY_ADMINISTRATOR, Role.NETWORK_ADMINISTRATOR}]


@pytest.fixture
def inside(world: World) -> Inside:
    return make_inside(world)


@pytest.fixture
def beside(neighbour: World) -> Inside:
    return make_inside(neighbour)


@pytest.fixture
def administrator(world: World) -> Client:
    return signed_in(world, make_user(Role.LIBRARY_ADMINISTRATOR, world.library))


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("achter oevernaam", ["netwerk_people.Consent", "netwerk_people.KeyPerson"]),
        ("oever@bewoner.example", ["netwerk_people.Consent", "netwerk_people.KeyPerson"]),
        ("vest@bewoner.example", []),
        ("Vestnaam", []),
        ("  ", []),
    ],
    ids=["name", "address", "address of the neighbour's", "name of the neighbour's", "nothing"],
)
def test_person_is_found_within_the_own_library(inside: Inside, beside: Inside, words: str, labels: list[str]) -> None:
    assert [one.holding.label for one in find(inside.world.library, words)] == labels


def test_copy_holds_all_of_a_person_and_nothing_of_the_neighbour(
    inside: Inside, beside: Inside, administrator: Client
) -> None:
    form = {"action": "data", "rows": [f"netwerk_people.KeyPerson:{inside.person.pk}"]}
    answer = administrator.post(URL, form)
    (row,) = json.loads(answer.content)["held"]
    assert set(row["data"].values()) >= {"Oevernaam Achter", "06-Oever", "oever@bewoner.example", "Oeverroepnaam"}
    assert [part["title"] for part in row["parts"]] == ["Contacten", "Toestemmingen", "Ontvangsten"]
    assert ("Vest" in answer.content.decode(), answer.headers["Content-Disposition"][:10]) == (False, "attachment")
    text = administrator.post(URL, form | {"action": "text"}).content.decode()
    assert ("Oevergesprek" in text, "Vest" in text) == (True, False)


@pytest.mark.parametrize("action", ["data", "text", "ask", "erase"])
def test_row_of_the_neighbour_is_not_there(inside: Inside, beside: Inside, administrator: Client, action: str) -> None:
    keys = [f"netwerk_people.KeyPerson:{one.person.pk}" for one in (inside, beside)]
    answer = administrator.post(URL, {"action": action, "rows": keys})
    assert (answer.status_code, "Vest" in answer.content.decode()) == (404, False)
    assert KeyPerson.objects.known().count() == 2


@pytest.mark.parametrize("key", ["home.Library:1", "netwerk_people.KeyPerson:x", "netwerk_people.KeyPerson:", "onzin"])
def test_junk_names_no_row(inside: Inside, key: str) -> None:
    assert chosen(inside.world.library, [key]) is None


@pytest.mark.parametrize("role", OTHERS, ids=str)
def test_screen_is_for_the_administrator_alone(inside: Inside, role: str) -> None:
    answer = inside.as_role(role).post(URL, {"action": "find", "words": "Oevernaam"}, follow=True)
    assert "Oevernaam" not in answer.content.decode()


def test_erasing_asks_first_and_then_takes_the_public_name_too(inside: Inside, administrator: Client) -> None:
    form = {"rows": [f"netwerk_people.KeyPerson:{inside.person.pk}"]}
    assert "Oevernaam" in administrator.post(URL, form | {"action": "ask"}).content.decode()
    assert (KeyPerson.objects.known().count(), Welcomer.objects.count()) == (1, 1)
    assert administrator.post(URL, form | {"action": "erase"}).status_code == 302
    inside.person.refresh_from_db()
    assert (inside.person.name, Welcomer.objects.count(), Consent.objects.count()) == ("", 0, 0)
    assert list(Erasure.objects.values_list("model", "key")) == [("netwerk_people.KeyPerson", str(inside.person.uuid))]
    assert "naam" not in repr(list(Erasure.objects.values()))


def test_ledger_outlives_a_backup_and_can_run_twice(
    inside: Inside, tmp_path: object, settings: object, django_capture_on_commit_callbacks: object
) -> None:
    settings.ERASURE_LEDGER = tmp_path / "erasures.txt"
    before = KeyPerson.objects.filter(pk=inside.person.pk).values().get()
    with django_capture_on_commit_callbacks(execute=True):
        erase(library=inside.world.library, rows=find(inside.world.library, "Oevernaam"))
    # The backup brings her back, and knows of no erasure.
    KeyPerson.objects.filter(pk=inside.person.pk).update(**before)
    Erasure.objects.all().delete()
    assert ("netwerk_people.KeyPerson", str(inside.person.uuid)) in ledger.entries()
    assert [run_ledger_again(), run_ledger_again()] == [1, 0]
    assert KeyPerson.objects.known().count() == 0


def test_last_administrator_and_who_works_elsewhere_cannot_be_erased(world: World, neighbour: World) -> None:
    user = make_user(Role.LIBRARY_ADMINISTRATOR, world.library, name="Enige")
    with pytest.raises(ValidationError):
        erase(library=world.library, rows=find(world.library, user.email))
    assert User.objects.get(pk=user.pk).email == user.email


def test_erased_account_is_a_number_without_a_way_in(world: World) -> None:
    make_user(Role.LIBRARY_ADMINISTRATOR, world.library)
    user = make_user(Role.VOLUNTEER, world.library, name="Vera")
    erase(library=world.library, rows=find(world.library, user.email))
    user.refresh_from_db()
    assert (user.first_name, user.is_active, user.memberships.count(), "vera" in user.email) == ("", False, 0, False)
    assert find(world.library, "Vera") == []


def test_a_row_that_cannot_be_ended_stops_no_other(
    inside: Inside, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    give_consent(key_person=inside.person, fields=["first_name"], public_name="Zosia", until=timezone.localdate())
    KeyPerson.objects.update(ended_on=timezone.localdate() - KeyPerson.personal_data.retention - timedelta(days=2))
    monkeypatch.setattr("netwerk.people.key_people.services.KeyPerson.save", lambda *_args, **_kwargs: 1 / 0)
    run = run_retention(now=timezone.now() + timedelta(days=1))
    assert (run.failed_at(inside.world.library), run.ended_at(inside.world.library)) == (
        {"netwerk_people.KeyPerson": 1},
        {"netwerk_people.Consent": 1},
    )
    assert "Oevernaam" not in caplog.text


def test_round_is_seen_by_the_administrator(inside: Inside, beside: Inside, administrator: Client) -> None:
    KeyPerson.objects.update(ended_on=timezone.localdate() - KeyPerson.personal_data.retention - timedelta(days=2))
    run_retention()
    context = administrator.get(URL).context
    assert context["last_run"] == RetentionRun.objects.get()
    assert {kind["title"]: kind["ended"] for kind in context["kinds"] if kind["ended"]} == {"sleutelpersonen": 1}


def test_each_holding_can_be_asked(inside: Inside) -> None:
    for holding in all_holdings():
        assert set(holding.over(timezone.now())) <= set(holding.held())
