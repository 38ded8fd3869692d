"""The screen of the outbox: counts, failures and a button; no contents, no addresses, nothing of the neighbour's."""

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.mail.choices import MailState, Reason
from home.mail.models import OutboxMessage
from home.mail.services import queue_mail
from home.tenant.libraries.choices import Role
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user

pytestmark = pytest.mark.django_db

PATH = "/admin/outbox/"
QUERIES = 15


@pytest.fixture
def postmaster(world: World) -> Client:
    return signed_in(world, make_user(Role.LIBRARY_ADMINISTRATOR, world.library))


def put(world: World, state: str = MailState.GIVEN_UP, reason: str = Reason.NO_ADDRESS, **facts: Any) -> OutboxMessage:
    """A mail of a library in some state."""
    user = make_user(Role.MANAGER, world.library)
    local = world.library.slug
    message = queue_mail(
        library=world.library,
        recipient=f"{local}-iemand@{local}.example",
        language="nl",
        key="staff-invitation",
        about={"user": user.pk},
    )
    OutboxMessage.objects.filter(pk=message.pk).update(state=state, reason=reason, **facts)
    message.refresh_from_db()
    return message


def numbers(answer: Any) -> list[int]:
    return [card.number for card in answer.context["states"]]


def test_counts_and_failures_of_the_own_library_only(postmaster: Client, world: World, neighbour: World) -> None:
    put(world, detail="550")
    put(world, MailState.SENT, "")
    put(world, MailState.MAYBE_SENT, Reason.INTERRUPTED)
    put(world, MailState.WAITING, Reason.NO_SERVER, failures=2)
    for _number in range(5):
        put(neighbour)
    answer = postmaster.get(PATH)
    text = answer.content.decode()
    assert numbers(answer) == [1, 0, 1, 1, 1]
    assert ([card.reason for card in answer.context["stopped"]], len(answer.context["delayed"])) == (
        [Reason.INTERRUPTED.label, Reason.NO_ADDRESS.label],
        1,
    )
    assert ("o…@oever.example" in text, "oever-iemand" in text, "vest.example" in text) == (True, False, False)
    assert "Kies hier een wachtwoord" not in text


def test_what_was_not_needed_or_is_forgotten_asks_for_nothing(postmaster: Client, world: World) -> None:
    put(world, reason=Reason.NOT_NEEDED)
    put(world, recipient="")
    answer = postmaster.get(PATH)
    assert (numbers(answer), answer.context["stopped"]) == ([0, 0, 0, 0, 2], [])


def test_a_mail_goes_again_at_the_press_of_a_button(
    postmaster: Client, world: World, django_capture_on_commit_callbacks: Any
) -> None:
    message = put(world)
    address = f"{PATH}{message.pk}/again/"
    assert (postmaster.get(address).status_code, mail.outbox) == (405, [])
    with django_capture_on_commit_callbacks(execute=True):
        answer = postmaster.post(address)
    message.refresh_from_db()
    assert (answer.status_code, message.state, [one.to for one in mail.outbox]) == (
        302,
        MailState.SENT,
        [["oever-iemand@oever.example"]],
    )
    # A second press, as on a page that stood open, sends nothing.
    with django_capture_on_commit_callbacks(execute=True):
        postmaster.post(address)
    assert len(mail.outbox) == 1


def test_mails_of_the_neighbour_are_not_there(postmaster: Client, world: World, neighbour: World) -> None:
    theirs = put(neighbour)
    foreign = f"?library={neighbour.library.pk}"
    answers = [
        postmaster.get(f"{PATH}{foreign}"),
        postmaster.post(f"{PATH}{theirs.pk}/again/"),
        postmaster.post(f"{PATH}{theirs.pk}/again/{foreign}"),
        postmaster.post(f"{PATH}{theirs.pk}/again/?library={world.library.pk}"),
    ]
    theirs.refresh_from_db()
    assert ([one.status_code for one in answers], theirs.state) == ([404] * 4, MailState.GIVEN_UP)


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in {Role.LIBRARY_ADMINISTRATOR, "network_administrator"}]
)
def test_others_have_no_outbox(role: str, world: World) -> None:
    message = put(world)
    client = signed_in(world, make_user(role, world.library, name="ander"))
    statuses = {client.get(PATH).status_code, client.post(f"{PATH}{message.pk}/again/").status_code}
    message.refresh_from_db()
    assert (statuses & {200}, message.state) == (set(), MailState.GIVEN_UP)


def test_the_network_sees_every_library_one_at_a_time(world: World, neighbour: World) -> None:
    put(world)
    for _number in range(2):
        put(neighbour)
    client = signed_in(world, make_user(Role.NETWORK_ADMINISTRATOR, None, name="netwerk"))
    answer = client.get(f"{PATH}?library={neighbour.library.pk}")
    assert numbers(answer) == [0, 0, 0, 0, 2]
    assert {(one.slug, number) for one, number in answer.context["libraries"]} == {("oever", 1), ("vest", 2)}


@pytest.mark.parametrize("number", [1, 6], ids=["one", "many"])
def test_the_screen_takes_the_same_queries_for_any_number_of_mails(
    number: int, postmaster: Client, world: World
) -> None:
    for _number in range(number):
        put(world)
        put(world, MailState.WAITING, Reason.NO_SERVER, failures=1)
    postmaster.get(PATH)
    with CaptureQueriesContext(connection) as queries:
        answer = postmaster.get(PATH)
    assert (len(answer.context["stopped"]), len(queries)) == (number, QUERIES)


def test_first_screen_says_which_mail_did_not_go(postmaster: Client, world: World, neighbour: World) -> None:
    put(neighbour)
    before = postmaster.get("/admin/").content.decode()
    put(world)
    after = postmaster.get("/admin/").content.decode()
    own = f"{PATH}?library={world.library.pk}"
    assert (own in before, own in after, f"?library={neighbour.library.pk}" in after) == (False, True, False)
