"""The page of one session: what, for whom, when, who, where, and what if it is otherwise."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from home.site.pages.services import save_page
from plein.offer.offers.choices import Entry
from plein.offer.partners.pages import PartnerPage
from plein.offer.places.choices import Reason
from plein.offer.places.models import Closure
from plein.offer.places.services import save_room
from plein.programme.moments.presenters import distance
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Series
from plein.programme.timetable.selectors import occurrences
from plein.programme.timetable.services import add_session, cancel_session, change_session, save_series, set_people
from tests.clock import AMSTERDAM
from tests.factories.world import World, a_day, translate

pytestmark = pytest.mark.django_db

QUERIES = 20
DAY = a_day(8)


def path_of(world: World, day: date = DAY, clock: str = "1300", code: str = "nl") -> str:
    return f"/{code}/moment/{world.series.uuid}/{day:%Y%m%d}T{clock}/"


def page_of(world: World, *args: Any, **kwargs: Any) -> dict[str, Any]:
    answer = world.client().get(path_of(world, *args, **kwargs))
    assert answer.status_code == 200
    return answer.context


def facts(context: dict[str, Any]) -> dict[str, list[str]]:
    return {fact.pictogram: [value.text for value in fact.values] for fact in context["facts"]}


def test_it_says_when_where_who_and_for_whom(world):
    context = page_of(world)
    assert context["card"].time == "13.00\xa0tot\xa015.00\xa0uur"
    assert facts(context) == {
        "place": ["Oeverkamer", "Oever plein", "Kade 1, Oever"],
        "host": ["Oever raadslieden"],
        "languages": ["Nederlands", "Polski"],
        "meet": ["Voor wie in Oever woont."],
        "free": ["Gratis"],
    }
    assert (context["card"].entry, context["phone_href"]) == ("walk_in", "")


def test_the_card_of_the_week_leads_here_and_this_to_the_offer(world):
    card = world.client().get("/nl/week/", {"van": DAY}).context["days"][1].sessions[0]
    assert card.url == path_of(world)
    assert page_of(world)["offer_url"] == "/nl/aanbod/spreekuur/"


def test_search_engines_keep_to_the_page_of_the_offer(world):
    html = world.client().get(path_of(world)).content.decode()
    assert '<link rel="canonical" href="http://oever.test/nl/aanbod/spreekuur/">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_nobody_translated_it_so_it_is_dutch_and_says_so(world):
    html = world.client().get(path_of(world, code="pl")).content.decode()
    assert '<html lang="pl"' in html
    assert 'lang="nl" dir="ltr">Oever spreekuur</h1>' in html
    assert "bar--fallback" in html


def test_translated_words_and_facts_of_the_source(world):
    for page in (world.home, world.offers, world.offer):
        translate(page, "pl")
    world.offer.refresh_from_db()
    world.offer.languages = ["nl", "tr"]
    world.offer.save_revision().publish()
    answer = world.client().get(path_of(world, code="pl"))
    assert "bar--fallback" not in answer.content.decode()
    assert answer.context["page"].title == "Oever spreekuur [pl]"
    found = facts(answer.context)
    assert (found["meet"], found["languages"]) == (["Voor wie in Oever woont. [pl]"], ["Nederlands", "Türkçe"])


def test_the_words_of_the_plein_are_marked_when_they_are_dutch(world):
    world.plein.getting_in = "<p>Door de groene deur.</p>"
    world.plein.save_revision().publish()
    for page in (world.home, world.offers, world.offer):
        translate(page, "pl")
    html = world.client().get(path_of(world, code="pl")).content.decode()
    assert 'lang="nl" dir="ltr"><p' in html.split('id="getting-in"')[1]


def test_three_other_days_first_and_more_on_request(world):
    context = page_of(world)
    shown = [card.date_iso for card in context["next_sessions"]]
    assert shown == [(DAY + timedelta(weeks=number)).isoformat() for number in (1, 2, 3)]
    assert len(context["more_sessions"]) > 1


def test_other_days_are_those_of_the_whole_offer_and_of_no_other(world):
    save_series(
        offer=world.offer,
        plein=world.plein,
        room=world.room,
        starts_on=DAY + timedelta(days=1),
        start_time=time(9),
        end_time=time(10),
    )
    other = save_page(
        model=type(world.offer), parent=world.offers, slug="ander", title="Ander", search_description="x", languages=[]
    )
    save_series(
        offer=other,
        plein=world.plein,
        room=None,
        starts_on=DAY + timedelta(days=2),
        start_time=time(9),
        end_time=time(10),
    )
    context = page_of(world)
    assert context["next_sessions"][0].date_iso == (DAY + timedelta(days=1)).isoformat()
    assert {card.title for card in context["next_sessions"] + context["more_sessions"]} == {"Oever spreekuur"}


def test_cancelled_with_its_reason_and_what_to_do(world):
    cancel_session(series=world.series, original_date=DAY, reason=Reason.ILLNESS)
    context = page_of(world)
    assert (context["card"].is_cancelled, context["distance"]) == (True, "")
    assert context["card"].reason_label == "vanwege ziekte"
    assert context["advice"] != ""


def test_a_cancelled_session_is_no_other_day_to_come(world):
    cancel_session(series=world.series, original_date=DAY + timedelta(weeks=1), reason=Reason.ILLNESS)
    assert page_of(world)["next_sessions"][0].date_iso == (DAY + timedelta(weeks=2)).isoformat()


def test_a_closed_plein_cancels_it(world):
    Closure.objects.create(plein=world.plein, first_day=DAY, last_day=DAY, reason=Reason.HOLIDAY)
    assert page_of(world)["card"].is_cancelled


def test_moved_keeps_its_address_and_says_what_it_was(world):
    room = save_room(plein=world.plein, name="Zolder", facilities=[], position=1)
    change_session(
        series=world.series,
        original_date=DAY,
        kind=ChangeKind.MOVED,
        reason=Reason.OTHER,
        new_date=DAY + timedelta(days=1),
        new_start=time(10),
        new_end=time(11),
        new_room=room,
    )
    context = page_of(world)
    assert (context["card"].date_iso, context["card"].time) == (
        (DAY + timedelta(days=1)).isoformat(),
        "10.00\xa0tot\xa011.00\xa0uur",
    )
    assert facts(context)["place"][0] == "Zolder"
    assert "13.00" in context["card"].change_label


def test_full_says_so(world):
    change_session(series=world.series, original_date=DAY, kind=ChangeKind.FULL, reason=Reason.FULL)
    context = page_of(world)
    assert (context["card"].status_label, context["card"].reason_label, bool(context["advice"])) == ("Vol", "", True)


def test_replaced_names_who_comes_instead(world):
    partner = save_page(
        model=PartnerPage,
        parent=world.partners,
        slug="budget",
        title="Budget",
        search_description="x",
        languages=["nl"],
    )
    set_people(series=world.series, people=[turn("Halina")])
    change_session(
        series=world.series, original_date=DAY, kind=ChangeKind.REPLACED, reason=Reason.ILLNESS, new_partner=partner
    )
    context = page_of(world)
    assert (facts(context)["host"], context["card"].people_label) == (["Budget"], "")


def test_an_extra_session_has_its_page(world):
    add_session(series=world.series, day=DAY + timedelta(days=1), start=time(10), end=time(11), reason=Reason.OTHER)
    assert page_of(world, DAY + timedelta(days=1), "1000")["card"].status == "extra"


def turn(name: str) -> dict[str, Any]:
    return {"name": name, "first_day": "2020-01-06", "last_day": None, "interval": 1, "not_on": []}


def test_who_is_there_by_first_name(world):
    set_people(series=world.series, people=[turn("Halina"), turn("Piet")])
    assert page_of(world)["card"].people_label == "Met Halina, Piet"


@pytest.mark.parametrize(
    ("days", "clock", "said"),
    [
        (20, time(9), ""),
        (2, time(23), "In 2 days"),
        (1, time(14), "Tomorrow"),
        (0, time(9), "Today, in 4 hours"),
        (0, time(12, 20), "Today, in 40 minutes"),
        (0, time(13), "Now: 2 more hours"),
        (0, time(14, 20), "Now: 40 more minutes"),
        (0, time(15), "This is over"),
    ],
    ids=["far", "days", "tomorrow", "hours", "minutes", "begins", "now", "over"],
)
def test_it_says_how_far_away_it_is(world, days, clock, said):
    [row] = occurrences(world.library, DAY, DAY, offer=world.offer.pk)
    with override("en"):
        assert distance(row, datetime.combine(DAY - timedelta(days=days), clock, AMSTERDAM)) == said


def test_what_is_over_leads_on_and_offers_no_calendar(world):
    context = page_of(world, a_day(-6))
    assert (context["card"].is_over, context["calendar_url"], len(context["next_sessions"])) == (True, "", 3)


@pytest.mark.parametrize("entry", [Entry.APPOINTMENT, Entry.SIGN_UP], ids=str)
def test_what_needs_a_call_has_a_button_to_call(world, entry):
    world.offer.entry = entry
    world.offer.save_revision().publish()
    assert page_of(world)["phone_href"] == "tel:0100000000"


def test_a_rule_that_changed_leaves_a_page_that_says_what_there_is_instead(world):
    Series.objects.filter(pk=world.series.pk).update(start_time=time(14), end_time=time(16))
    answer = world.client().get(path_of(world))
    assert answer.status_code == 404
    assert answer.context["next_sessions"][0].time.startswith("14.00")
    assert "/nl/aanbod/spreekuur/" in answer.content.decode()


def test_a_series_that_is_over_says_there_are_no_dates(world):
    Series.objects.filter(pk=world.series.pk).update(last_day=a_day(-20), ends_on=a_day(-20))
    answer = world.client().get(path_of(world))
    assert (answer.status_code, answer.context["next_sessions"]) == (404, [])


@pytest.mark.parametrize(
    "moment", ["20261301T1300", "2026-11-24T13:00", "20261124T2561", "20261124", "x", "99991231T2359", "00010101T0000"]
)
def test_an_odd_moment_is_not_there(world, moment):
    assert world.client().get(f"/nl/moment/{world.series.uuid}/{moment}/").status_code == 404


def test_the_neighbours_session_is_not_here(world, neighbour):
    path = path_of(neighbour)
    assert neighbour.client().get(path).status_code == 200
    for where in (path, f"{path}qr.svg"):
        answer = world.client().get(where)
        assert (answer.status_code, "Vest" in answer.content.decode()) == (404, False)


def test_a_draft_offer_has_no_sessions(world):
    world.offer.unpublish()
    assert world.client().get(path_of(world)).status_code == 404
    assert world.client().get(f"{path_of(world)}qr.svg").status_code == 404


def test_nobodys_series_is_not_there(visitor):
    assert visitor.get(f"/nl/moment/{uuid4()}/20261124T1300/").status_code == 404


def test_an_offer_behind_a_door_keeps_its_sessions_there(world):
    PageViewRestriction.objects.create(page=world.offer, restriction_type=PageViewRestriction.LOGIN)
    answer = world.client().get(path_of(world))
    assert (answer.status_code, answer["Location"]) == (302, "/nl/aanbod/spreekuur/")


def test_a_language_that_the_library_does_not_show_is_not_there(world):
    assert world.client().get(path_of(world, code="de")).status_code == 404


def test_sharing_says_what_and_when(world):
    url = page_of(world)["whatsapp_url"]
    assert "Oever%20spreekuur%3A%20dinsdag" in url
    assert f"{world.series.uuid}" in url


def test_the_code_leads_to_this_page(world):
    answer = world.client().get(f"{path_of(world)}qr.svg")
    assert (answer["Content-Type"], "max-age=31536000" in answer["Cache-Control"]) == ("image/svg+xml", True)
    import segno  # noqa: PLC0415

    expected = segno.make(f"http://oever.test{path_of(world)}", error="m", micro=False)
    assert expected.svg_inline(scale=4, light="#fff").split("<path")[1:] == (answer.content.decode().split("<path")[1:])


def test_the_code_of_a_page_is_of_this_library_only(world, neighbour):
    assert world.client().get(f"/nl/qr/{world.offer.pk}.svg").status_code == 200
    assert world.client().get(f"/nl/qr/{neighbour.offer.pk}.svg").status_code == 404
    world.offer.unpublish()
    assert world.client().get(f"/nl/qr/{world.offer.pk}.svg").status_code == 404


@pytest.mark.parametrize("code", ["nl", "pl"])
def test_a_page_costs_the_same_whatever_comes_after(world, django_assert_max_num_queries, code):
    client = world.client()
    client.get(path_of(world, code=code))
    with django_assert_max_num_queries(QUERIES):
        client.get(path_of(world, code=code))
    for number in range(30):
        save_series(
            offer=world.offer,
            plein=world.plein,
            room=world.room,
            starts_on=DAY + timedelta(days=number % 6),
            start_time=time(8, number),
            end_time=time(9, number),
        )
    with django_assert_max_num_queries(QUERIES):
        client.get(path_of(world, code=code))
