"""The week page, narrowed to what a reader asks for."""

from datetime import timedelta

import pytest

from home.site.pages.services import save_page
from plein.offer.partners.pages import PartnerPage
from plein.programme.timetable.models import Series
from tests.factories.week import NEXT_MONDAY, choices, make_busy, other_plein, plan, titles, week
from tests.factories.world import World, a_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def busy(world: World) -> World:
    """A week in which every question has more than one answer."""
    return make_busy(world)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({}, ["Oever spreekuur", "Schulden", "Cursus", "Brieven"]),
        ({"thema": "geld"}, ["Schulden", "Brieven"]),
        ({"thema": "werk"}, ["Oever spreekuur", "Cursus", "Brieven"]),
        ({"partner": "budget"}, ["Schulden", "Cursus", "Brieven"]),
        ({"taal": "pl"}, ["Oever spreekuur", "Brieven"]),
        ({"toegang": "sign_up"}, ["Cursus"]),
        ({"toegang": "appointment", "taal": "ar"}, ["Schulden"]),
        ({"toegang": "appointment", "taal": "tr"}, []),
        ({"thema": "bestaat-niet", "taal": "xx", "toegang": "", "plein": "elders"}, None),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else "",
)
def test_a_reader_sees_what_she_asks_for(busy, query, left):
    everything = ["Oever spreekuur", "Schulden", "Cursus", "Brieven"]
    assert titles(week(busy, **query)) == (everything if left is None else left)


def test_only_what_occurs_this_week_can_be_chosen(busy):
    save_page(
        model=PartnerPage, parent=busy.partners, slug="weg", title="Weg", search_description="x", languages=["nl"]
    )
    context = week(busy)
    assert choices(context, "thema") == [("Oever werk", 3), ("Geld", 2)]
    assert choices(context, "partner") == [("Budget", 3), ("Oever raadslieden", 2)]
    assert choices(context, "toegang")[1:] == [("Op afspraak", 1), ("Eerst aanmelden", 1)]
    assert choices(context, "plein") == []


def test_a_partner_who_is_not_here_this_week_can_still_be_asked_for(busy):
    series = plan(
        busy,
        "Later",
        partner=save_page(
            model=PartnerPage,
            parent=busy.partners,
            slug="later",
            title="Later BV",
            search_description="x",
            languages=["nl"],
        ),
    )
    Series.objects.filter(pk=series.pk).update(starts_on=NEXT_MONDAY + timedelta(weeks=3))
    context = week(busy, partner="later")
    assert [(chip.label, chip.url) for chip in context["chips"]] == [("Later BV", f"/nl/week/?van={NEXT_MONDAY}")]
    assert (titles(context), context["is_empty"]) == ([], True)


def test_what_is_on_says_so_and_can_be_taken_off(busy):
    context = week(busy, taal="pl", toegang="walk_in")
    van = f"van={NEXT_MONDAY}"
    assert [(chip.label, chip.url) for chip in context["chips"]] == [
        ("Polski", f"/nl/week/?{van}&toegang=walk_in"),
        ("Zonder afspraak", f"/nl/week/?{van}&taal=pl"),
    ]
    assert context["next_url"] == f"/nl/week/?van={a_day(14)}&taal=pl&toegang=walk_in"
    assert context["this_week_url"] == "/nl/week/?taal=pl&toegang=walk_in"


def test_what_is_on_goes_along_to_other_languages_and_to_a_friend(busy):
    context = week(busy, taal="pl")
    query = f"?van={NEXT_MONDAY}&taal=pl"
    assert {row["url"] for row in context["switcher"]} == {f"/nl/week/{query}", f"/pl/week/{query}"}
    assert context["share_url"] == f"http://oever.test/nl/week/{query}"
    assert context["canonical_url"] == "http://oever.test/nl/week/"


def test_an_empty_week_offers_to_take_one_off(busy):
    html = busy.client().get("/nl/week/", {"toegang": "appointment", "taal": "tr", "van": NEXT_MONDAY}).content.decode()
    assert f'href="/nl/week/?van={NEXT_MONDAY}&amp;taal=tr"' in html.split('class="empty"')[1]


def test_each_plein_by_itself(world):
    elsewhere = other_plein(world)
    plan(world, "Wijkhulp", plein=elsewhere, weekday=0, at=9)
    context = week(world)
    assert sorted(label for label, _count in choices(context, "plein")) == ["Oever plein", "Plein Wijk"]
    assert titles(week(world, plein="wijk")) == ["Wijkhulp"]
    assert titles(week(world, plein="plein")) == ["Oever spreekuur"]
    assert {day.open_label for day in context["days"]} == {""}
    assert [bool(day.open_label) for day in week(world, plein="wijk")["days"]] == [True] + [False] * 6


def test_nothing_of_the_neighbour_can_be_chosen(world, neighbour):
    plan(neighbour, "Vesthulp", languages=["uk"])
    assert titles(week(neighbour, taal="uk")) == ["Vesthulp"]
    assert titles(week(world, taal="uk")) == []
    assert "Українська" not in [label for label, _count in choices(week(world), "taal")]
    answer = world.client().get("/nl/week/", {"partner": "raadslieden", "van": NEXT_MONDAY})
    assert "Vest" not in answer.content.decode()
