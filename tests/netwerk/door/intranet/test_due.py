"""What is due stands on the first page of who has to do it, most urgent first."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.test import RequestFactory
from django.utils import timezone

from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from netwerk.door.intranet.due import DueThing, due_for
from netwerk.door.intranet.visits import Visit
from netwerk.people.key_people.services import give_consent
from netwerk.reach.focus_groups.services import save_focus_group
from netwerk.reach.trajectories.services import add_step
from tests.factories.inside import Inside, blocks_of, make_person, signed_in
from tests.factories.world import make_user


def visit(inside: Inside, user: User) -> Visit:
    return Visit(RequestFactory().get("/intranet/"), inside.world.library, User.objects.get(pk=user.pk))


def add_due(inside: Inside, user: User, number: int, day: date) -> None:
    """One due thing of each kind."""
    word = f"{inside.word}{number}"
    add_step(trajectory=inside.trajectory, month=day, action=f"{word} doen", outcome="", due_on=day, owner=user)
    save_focus_group(library=inside.world.library, uuid=uuid4(), title=f"{word} praat", date=day, topics="?")
    person = make_person(inside.world, f"{word} naam")
    give_consent(key_person=person, fields=["first_name"], public_name=word, until=day)


def test_due_things_are_mine_and_most_urgent_first(inside: Inside, beside: Inside) -> None:
    today = timezone.localdate()
    user, other = (make_user(Role.COMMUNITY_LIBRARIAN, inside.world.library, name=name) for name in ("Ik", "Zij"))
    add_due(inside, user, 1, today - timedelta(days=2))
    add_due(beside, make_user(Role.COMMUNITY_LIBRARIAN, beside.world.library), 1, today)
    add_step(trajectory=inside.trajectory, month=today, action="Van haar", outcome="", due_on=today, owner=other)
    add_step(
        trajectory=inside.trajectory,
        month=today,
        action="Eerst",
        outcome="",
        due_on=today - timedelta(days=9),
        owner=user,
    )
    things = due_for(visit(inside, user))
    assert (len(things), things[0].title, things[0].is_late) == (4, "Oevertraject: Eerst", True)
    assert not any("Vest" in thing.title or "Van haar" in thing.title for thing in things)
    page = signed_in(inside.world, user).get("/intranet/").content.decode()
    assert ("Oever1 doen" in page, "Oever1 naam" in page, "Vest" in page) == (True, True, False)


def test_who_does_not_see_people_sees_no_name(inside: Inside) -> None:
    today = timezone.localdate()
    manager = make_user(Role.MANAGER, inside.world.library)
    add_due(inside, manager, 1, today)
    assert [thing.title for thing in due_for(visit(inside, manager))] == ["Oevertraject: Oever1 doen"]


def test_first_page_says_when_nothing_is_due(inside: Inside) -> None:
    page = inside.as_role(Role.VOLUNTEER).get("/intranet/")
    lines = blocks_of(page)["netwerk/door/intranet/to_do.html"]["due"]
    assert (lines, "Er wacht niets op u" in page.content.decode()) == ([], True)


def test_a_provider_takes_one_query_whatever_the_number(inside: Inside, django_assert_num_queries: Any) -> None:
    today = timezone.localdate()
    user = make_user(Role.COMMUNITY_LIBRARIAN, inside.world.library)
    add_due(inside, user, 0, today)
    # Memberships and the worker that she is, and then one for each of the four features.
    first = visit(inside, user)
    with django_assert_num_queries(6):
        assert len(due_for(first)) == 3
    for number in range(1, 11):
        add_due(inside, user, number, today)
    one = visit(inside, user)
    with django_assert_num_queries(6):
        assert len(due_for(one)) == 33


def test_what_is_due_now_stands_with_today() -> None:
    today = timezone.localdate()
    things = [
        DueThing("b", today + timedelta(days=1), "/"),
        DueThing("a", None, "/"),
        DueThing("c", timezone.now(), "/"),
    ]
    assert [one.title for one in sorted(things, key=lambda thing: thing.order)] == ["a", "c", "b"]
