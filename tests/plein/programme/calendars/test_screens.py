"""The editor's screens: an address, what is in it, what its titles stand for, and a list with a light."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from home.site.pages.services import save_page
from home.tenant.libraries.choices import Role
from plein.offer.offers.pages import OfferPage
from plein.offer.places.choices import Reason
from plein.offer.places.models import Closure
from plein.programme.calendars.choices import Problem
from plein.programme.calendars.models import CalendarSource
from plein.programme.timetable.models import Change
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user
from tests.plein.programme.calendars.conftest import Server, calendar, event
from tests.plein.programme.calendars.test_taking import a_weekday

pytestmark = pytest.mark.django_db

LIST = "/admin/snippets/plein/calendarsource/"


@pytest.fixture
def editor(world: World) -> Client:
    return signed_in(world, make_user(Role.COMMUNICATION, world.library, name="redactie"))


@pytest.fixture
def theirs(neighbour: World) -> CalendarSource:
    source = CalendarSource.objects.create(
        library=neighbour.library,
        plein=neighbour.plein,
        partner=neighbour.partner,
        address="https://vest.example/geheim.ics",
        last_ok_at=timezone.now(),
    )
    source.rules.create(title="Vestinloop", offer=neighbour.offer)
    return source


def form(world: World, address: str, **other: Any) -> dict[str, Any]:
    return {"plein": world.plein.pk, "partner": world.partner.pk, "address": address, "owner": ""} | other


def test_new_address_leads_to_what_is_in_it(editor: Client, world: World, server: Server) -> None:
    address = server.give(calendar(event(a_weekday(3), "Taalcafé")))
    answer = editor.post(f"{LIST}add/", form(world, address))
    source = CalendarSource.objects.get()
    text = editor.get(answer.headers["Location"]).content.decode()
    assert (answer.headers["Location"], source.is_active, Change.objects.count()) == (
        f"/admin/calendars/{source.pk}/",
        False,
        0,
    )
    assert ("Taalcafé" in text, "Oever spreekuur" in text, "Vest" in text) == (True, True, False)


@pytest.mark.parametrize(
    ("body", "more", "problem"),
    [
        (b"<html>", {}, Problem.WEB_PAGE),
        (b"hallo", {}, Problem.NO_CALENDAR),
        (b"", {"status": 404}, Problem.NOT_FOUND),
        (b"X" * 6_000_000, {}, Problem.TOO_BIG),
        (calendar(event(a_weekday(3), RRULE="FREQ=SECONDLY")), {}, Problem.RETURNS_TOO_OFTEN),
    ],
    ids=["page", "no calendar", "gone", "big", "bomb"],
)
def test_bad_address_gets_its_sentence_and_keeps_what_was_typed(
    body: bytes, more: dict[str, Any], problem: Problem, editor: Client, world: World, server: Server
) -> None:
    address = server.give(body, **more)
    answer = editor.post(f"{LIST}add/", form(world, address))
    text = answer.content.decode()
    assert (answer.status_code, str(problem.label) in text, f'value="{address}"' in text) == (200, True, True)
    assert list(CalendarSource.objects.all()) == []


def test_address_into_the_own_network_gets_its_sentence(editor: Client, world: World) -> None:
    text = editor.post(f"{LIST}add/", form(world, "http://169.254.169.254/latest/")).content.decode()
    assert (Problem.OWN_NETWORK.label.replace("'", "&#x27;") in text, CalendarSource.objects.count()) == (True, 0)


def test_same_calendar_is_not_added_twice(editor: Client, world: World, source: CalendarSource) -> None:
    answer = editor.post(f"{LIST}add/", form(world, source.address))
    assert (answer.status_code, CalendarSource.objects.count()) == (200, 1)


def test_title_is_proposed_the_offer_that_is_called_like_it(
    editor: Client, world: World, server: Server, source: CalendarSource
) -> None:
    offer = save_page(
        model=OfferPage,
        parent=world.offers,
        slug="taal",
        title="Oever Taalcafé",
        search_description="x",
        languages=["nl"],
    )
    source.rules.all().delete()
    day = a_weekday(3)
    server.give(
        calendar(event(day, "taalcafe oever"), event(day, "Vergadering", uid="twee", clock="150000", until="160000"))
    )
    form = editor.get(f"/admin/calendars/{source.pk}/").context["form"]
    assert {title: field.value() for title, field in form.rows} == {
        "taalcafe oever": str(offer.pk),
        "Vergadering": "",
        "": "",
    }


def test_taking_over_puts_the_sessions_on_the_programme(
    editor: Client, world: World, server: Server, source: CalendarSource
) -> None:
    source.rules.all().delete()
    CalendarSource.objects.update(is_active=False, next_try_at=None)
    day = a_weekday(3)
    server.give(calendar(event(day, "Taalcafé"), event(day, "Vergadering", uid="twee", clock="150000", until="160000")))
    sent = {"title": ["Taalcafé", "Vergadering", ""], "offer-0": world.offer.pk, "offer-1": "", "offer-2": ""}
    answer = editor.post(f"/admin/calendars/{source.pk}/", sent)
    source.refresh_from_db()
    rules = {rule.title: rule.offer_id for rule in source.rules.all()}
    assert (answer.headers["Location"], source.is_active, source.taken, source.left_out) == (LIST, True, 1, 1)
    assert rules == {"Taalcafé": world.offer.pk, "Vergadering": None, "": None}
    assert [row.original_date for row in Change.objects.exclude(external_key="")] == [day]


def test_offer_of_another_library_is_no_choice(
    editor: Client, neighbour: World, server: Server, source: CalendarSource
) -> None:
    server.give(calendar(event(a_weekday(3), "Taalcafé")))
    answer = editor.post(
        f"/admin/calendars/{source.pk}/", {"title": ["Taalcafé", ""], "offer-0": neighbour.offer.pk, "offer-1": ""}
    )
    assert (answer.status_code, Change.objects.exclude(external_key="").count()) == (200, 0)


def test_calendar_that_breaks_before_it_is_taken_keeps_the_choices(
    editor: Client, world: World, server: Server, source: CalendarSource
) -> None:
    server.give(status=404)
    sent = {"title": ["Taalcafé", ""], "offer-0": world.offer.pk, "offer-1": ""}
    answer = editor.post(f"/admin/calendars/{source.pk}/", sent)
    text = answer.content.decode()
    assert (answer.status_code, str(Problem.NOT_FOUND.label) in text) == (200, True)
    assert (f'<option value="{world.offer.pk}" selected>' in text, 'value="Taalcafé"' in text) == (True, True)


def test_what_is_left_out_is_listed_with_line_and_reason(
    editor: Client, server: Server, source: CalendarSource
) -> None:
    server.give(calendar(event(a_weekday(3), "Achterstevoren", clock="150000", until="140000")))
    missed = editor.get(f"/admin/calendars/{source.pk}/").context["missed"]
    assert [(row.line, row.title, row.reason.value) for row in missed] == [(3, "Achterstevoren", "ends_first")]


def test_day_on_which_the_plein_is_closed_is_listed_too(editor: Client, server: Server, source: CalendarSource) -> None:
    day = a_weekday(3)
    Closure.objects.create(plein=source.plein, first_day=day, last_day=day, reason=Reason.ILLNESS)
    server.give(calendar(event(day)))
    context = editor.get(f"/admin/calendars/{source.pk}/").context
    assert [(row.line, row.day, row.reason.value) for row in context["missed"]] == [(3, day, "closed")]
    assert context["count"] == 0


def test_button_fetches_at_once(editor: Client, server: Server, source: CalendarSource) -> None:
    server.give(calendar(event(a_weekday(3))))
    answer = editor.post(f"/admin/calendars/{source.pk}/fetch/")
    source.refresh_from_db()
    assert (answer.headers["Location"], source.taken, len(server.asked)) == (LIST, 1, 1)


def test_button_fetches_nothing_by_a_mere_link(editor: Client, server: Server, source: CalendarSource) -> None:
    assert (editor.get(f"/admin/calendars/{source.pk}/fetch/").status_code, server.asked) == (405, [])


def test_list_shows_own_calendars_with_light_and_problem(
    editor: Client, source: CalendarSource, theirs: CalendarSource
) -> None:
    CalendarSource.objects.filter(pk=source.pk).update(failures=5, problem=Problem.NOT_FOUND)
    text = editor.get(LIST).content.decode()
    shown = [word in text for word in ("Oever raadslieden", str(Problem.NOT_FOUND.label), "Vest raadslieden", "geheim")]
    assert shown == [True, True, False, False]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "path", ["/admin/calendars/{}/", "/admin/calendars/{}/fetch/", f"{LIST}edit/{{}}/", f"{LIST}delete/{{}}/"]
)
def test_calendar_of_another_library_is_not_there(
    path: str, method: str, editor: Client, theirs: CalendarSource
) -> None:
    answer = getattr(editor, method)(path.format(theirs.pk))
    before = (theirs.failures, theirs.last_tried_at)
    theirs.refresh_from_db()
    statuses = {404, 405} if method == "get" and path.endswith("fetch/") else {404}
    assert (answer.status_code in statuses, (theirs.failures, theirs.last_tried_at)) == (True, before)


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VOLUNTEER, Role.PLEIN_WORKER], ids=str)
def test_who_does_not_work_in_the_admin_has_no_calendars(role: str, world: World, source: CalendarSource) -> None:
    client = signed_in(world, make_user(role, world.library))
    paths = [LIST, f"/admin/calendars/{source.pk}/"]
    assert {client.get(path).status_code for path in paths} <= {302, 403, 404}


@pytest.mark.parametrize("count", [1, 30])
def test_list_of_calendars_has_a_fixed_number_of_queries(
    count: int, editor: Client, world: World, source: CalendarSource, django_assert_num_queries: Any
) -> None:
    for number in range(count - 1):
        CalendarSource.objects.create(
            library=world.library, plein=world.plein, partner=world.partner, address=f"https://a.example/{number}.ics"
        )
    editor.get(LIST)
    with django_assert_num_queries(13):
        editor.get(LIST)
