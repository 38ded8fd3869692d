"""The week page."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from home.site.pages.services import save_page
from home.tenant.libraries.countries import public_holidays
from plein.offer.offers.pages import OfferPage
from plein.offer.partners.pages import PartnerPage
from plein.offer.places.choices import PresenceForm, Reason, Stops, Weekday
from plein.offer.places.models import Closure
from plein.offer.places.services import close_plein
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.services import add_session, cancel_session, change_session, save_series, set_people
from tests.clock import AMSTERDAM
from tests.factories.week import NEXT_MONDAY, make_busy, plan, week
from tests.factories.world import World, a_day, add_events, add_series, translate

pytestmark = pytest.mark.django_db

QUERIES = 13


@pytest.fixture
def busy(world: World) -> World:
    """A week in which every question has more than one answer."""
    return make_busy(world)


def test_a_theme_names_its_daypart(visitor):
    tuesday = visitor.get("/nl/week/").context["days"][1]
    assert [(band.code, band.theme, len(band.sessions)) for band in tuesday.dayparts] == [
        ("morning", "", 0),
        ("afternoon", "Oever werk", 1),
        ("evening", "", 0),
    ]


def test_a_cancelled_session_is_struck_in_every_language(world, visitor):
    cancel_session(series=world.series, original_date=a_day(1), reason=Reason.ILLNESS)
    for code in ("nl", "pl"):
        card = visitor.get(f"/{code}/week/").context["days"][1].sessions[0]
        assert (card.is_cancelled, bool(card.reason_label)) == (True, True)


@pytest.mark.parametrize("asked", ["gisteren", "2026-13-45", "", "9999-12-31", "0001-01-01"])
def test_an_odd_day_in_the_address_never_breaks_the_page(visitor, asked):
    answer = visitor.get("/nl/week/", {"van": asked})
    assert (answer.status_code, len(answer.context["days"])) == (200, 7)


def test_leafing_ends(visitor):
    far = (a_day(0) + timedelta(weeks=26)).isoformat()
    context = visitor.get("/nl/week/", {"van": far}).context
    assert (context["next_url"], bool(context["previous_url"])) == ("", True)


def test_words_come_from_the_translation_and_times_from_the_source(world):
    for page in (world.home, world.offers, world.offer):
        translate(page, "pl")
    card = world.client().get("/pl/week/").context["days"][1].sessions[0]
    assert (card.title, card.lang, card.theme, card.theme_lang) == ("Oever spreekuur [pl]", "", "Oever werk", "nl")
    assert card.time.startswith("13:00")


def test_a_session_moved_to_another_day_stays_struck_on_its_old_one(world):
    change_session(
        series=world.series,
        original_date=a_day(8),
        kind=ChangeKind.MOVED,
        reason=Reason.OTHER,
        new_date=a_day(9),
        new_start=time(14),
        new_end=time(16),
    )
    days = week(world)["days"]
    # On a Friday the library's event is on that Wednesday too.
    [ghost], [card] = ([one for one in days[number].sessions if one.kind == "offer"] for number in (1, 2))
    assert (ghost.is_ghost, ghost.time, "14.00" in ghost.moved_label) == (True, "13.00", True)
    assert (card.is_ghost, card.time, "13.00" in card.change_label) == (False, "14.00\xa0tot\xa016.00\xa0uur", True)
    assert ghost.url == card.url


def test_a_session_moved_out_of_the_week_leaves_its_ghost(world):
    change_session(
        series=world.series, original_date=a_day(8), kind=ChangeKind.MOVED, reason=Reason.OTHER, new_date=a_day(16)
    )
    cards = [card for day in week(world)["days"] for card in day.sessions if card.kind == "offer"]
    assert [(card.is_ghost, card.is_cancelled) for card in cards] == [(True, False)]


def test_a_ghost_is_not_in_the_calendar(world, visitor):
    change_session(
        series=world.series, original_date=a_day(8), kind=ChangeKind.MOVED, reason=Reason.OTHER, new_date=a_day(9)
    )
    text = visitor.get(f"/nl/kalender/{world.series.uuid}.ics").content.decode()
    starts = [line.rsplit(":", 1)[1] for line in text.splitlines() if line.startswith("DTSTART")]
    assert (f"{a_day(9):%Y%m%d}T130000" in starts, f"{a_day(8):%Y%m%d}T130000" in starts) == (True, False)


def test_full_replaced_and_extra_are_said(world):
    partner = save_page(
        model=PartnerPage,
        parent=world.partners,
        slug="budget",
        title="Budget",
        search_description="x",
        languages=["nl"],
    )
    change_session(series=world.series, original_date=a_day(8), kind=ChangeKind.FULL, reason=Reason.FULL)
    change_session(
        series=world.series,
        original_date=a_day(15),
        kind=ChangeKind.REPLACED,
        reason=Reason.ILLNESS,
        new_partner=partner,
    )
    add_session(series=world.series, day=a_day(9), start=time(10), end=time(11), reason=Reason.OTHER)
    cards = [card for day in week(world)["days"] for card in day.sessions if card.kind == "offer"]
    assert [(card.status, card.is_noted, bool(card.status_label)) for card in cards] == [
        ("full", True, True),
        ("extra", True, True),
    ]
    later = world.client().get("/nl/week/", {"van": a_day(14)}).context["days"][1].sessions[0]
    assert (later.status, later.partner, bool(later.reason_label)) == ("replaced", "Budget", True)


def test_closed_days_and_school_holidays_are_said(world):
    close_plein(plein=world.plein, first_day=a_day(9), last_day=a_day(9), reason=Reason.HOLIDAY)
    Closure.objects.create(plein=world.plein, first_day=a_day(10), last_day=a_day(11), stops=Stops.TERM_TIME)
    days = week(world)["days"]
    assert [bool(day.closed_label) for day in days] == [False, False, True, False, False, False, False]
    assert [bool(day.note_label) for day in days] == [False, False, False, True, True, False, False]


def test_a_public_holiday_closes_the_day(world):
    world.plein.closes_on_holidays = True
    world.plein.save_revision().publish()
    coming = [timezone.localdate() + timedelta(days=number) for number in range(1, 180)]
    day = next(day for day in coming if day in public_holidays(day.year, "NL") and day.weekday() < Weekday.SUNDAY)
    context = world.client().get("/nl/week/", {"van": day}).context
    assert bool(context["days"][day.weekday()].closed_label)


def test_who_is_there_stands_on_the_card(world):
    turn = {"name": "Halina", "first_day": "2020-01-06", "last_day": None, "interval": 1, "not_on": []}
    set_people(series=world.series, people=[turn])
    assert [card.people_label for card in week(world)["days"][1].sessions] == ["Met Halina"]


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let it be this moment."""
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.mark.parametrize(
    ("clock", "before_session", "in_band"),
    [(time(12, 30), True, False), (time(14), False, True), (time(10), False, False)],
    ids=["before-it", "during-it", "in-the-morning"],
)
def test_a_line_marks_now(world, monkeypatch, clock, before_session, in_band):
    at(monkeypatch, datetime.combine(a_day(8), clock, tzinfo=AMSTERDAM))
    tuesday = world.client().get("/nl/week/").context["days"][1]
    afternoon = tuesday.dayparts[1]
    assert (bool(afternoon.sessions[0].now_label), bool(afternoon.now_label)) == (before_session, in_band)
    assert bool(tuesday.dayparts[0].now_label) == (clock == time(10))


def test_today_says_now_next_and_what_is_still_to_come(busy, monkeypatch):
    plan(busy, "Straks", weekday=1, at=16)
    at(monkeypatch, datetime.combine(a_day(8), time(14), tzinfo=AMSTERDAM))
    box = busy.client().get("/nl/week/").context["today_box"]
    assert (box["is_open"], "17.00" in box["open_label"]) == (True, True)
    assert [card.title for card in box["now"]] == ["Oever spreekuur"]
    assert [card.title for card in box["next"]] == ["Straks", "Schulden"]
    assert "1" in box["still_label"]
    assert week(busy)["today_box"] is not None
    assert busy.client().get("/nl/week/", {"van": a_day(14)}).context["today_box"] is None


@pytest.mark.parametrize("form", list(PresenceForm), ids=str)
def test_the_page_follows_the_form_of_the_plein(busy, form):
    plan(busy, "Samen", weekday=1, at=14, partner=busy.partner)
    busy.plein.presence_form = form
    busy.plein.save_revision().publish()
    context = week(busy)
    assert (context["lead"] is not None, bool(context["roster"])) == (
        form == PresenceForm.ONE_DAYPART,
        form == PresenceForm.ONE_DESK,
    )


def test_one_daypart_leads_with_everybody_who_is_there(busy):
    plan(busy, "Samen", weekday=1, at=14, partner=PartnerPage.objects.get(slug="budget"))
    busy.plein.presence_form = PresenceForm.ONE_DAYPART
    busy.plein.save_revision().publish()
    lead = week(busy)["lead"]
    assert (lead["day"].date_iso, lead["band"].code, lead["band"].theme) == (
        a_day(8).isoformat(),
        "afternoon",
        "Oever werk",
    )
    assert lead["who"] == [("Budget", ""), ("Oever raadslieden", "")]
    assert lead["time"] == "13.00\xa0tot\xa015.00\xa0uur"


def test_one_desk_shows_who_holds_it(world):
    turns = [
        {"name": "Halina", "first_day": "2020-01-06", "last_day": None, "interval": 1, "not_on": []},
    ]
    set_people(series=world.series, people=turns)
    world.plein.presence_form = PresenceForm.ONE_DESK
    world.plein.save_revision().publish()
    assert [day.weekday for day in week(world)["roster"] if day.sessions[0].kind == "offer"] == ["dinsdag"]
    html = world.client().get("/nl/week/", {"van": NEXT_MONDAY}).content.decode()
    roster = html.split('class="roster"')[1].split("day-tabs")[0]
    assert "Halina" in roster
    assert "Oever raadslieden" in roster


def test_at_one_desk_the_library_is_named_where_nobody_else_is(world):
    world.plein.presence_form = PresenceForm.ONE_DESK
    world.plein.save_revision().publish()
    add_events(world, 14)
    series = save_series(
        offer=save_page(
            model=OfferPage,
            parent=world.offers,
            slug="alleen",
            title="Alleen",
            search_description="x",
            languages=["nl"],
        ),
        plein=world.plein,
        room=world.room,
        starts_on=NEXT_MONDAY,
        start_time=time(10),
        end_time=time(11),
    )
    for code, lang in (("nl", ""), ("pl", "nl")):
        own = [card for day in week(world, code)["roster"] for card in day.sessions if not card.partner]
        assert {card.kind for card in own} == {"event", "offer"}
        assert str(series.uuid) in {card.key.split("/")[0] for card in own}
        assert {(card.host, card.host_lang) for card in own} == {("Bibliotheek Oever", lang)}
    html = world.client().get("/nl/week/", {"van": NEXT_MONDAY}).content.decode()
    whos = [part.split("</a>")[0] for part in html.split('class="roster__who"')[1:]]
    assert [who for who in whos if "Bibliotheek Oever" not in who and "raadslieden" not in who] == []


def test_the_desk_of_this_week_shows_no_day_that_is_over(busy, monkeypatch):
    busy.plein.presence_form = PresenceForm.ONE_DESK
    busy.plein.save_revision().publish()
    now = datetime.combine(a_day(10), time(8), tzinfo=AMSTERDAM)
    monkeypatch.setattr(timezone, "now", lambda: now)
    days = busy.client().get("/nl/week/").context["roster"]
    assert [day.weekday for day in days if day.sessions[0].kind == "offer"] == ["donderdag", "vrijdag"]


@pytest.mark.parametrize(
    ("path", "query"),
    [("/nl/week/", {}), ("/pl/week/", {}), ("/pl/week/", {"thema": "werk", "taal": "nl", "partner": "raadslieden"})],
    ids=["main", "translated", "narrowed"],
)
def test_a_week_costs_the_same_whatever_is_in_it(world, django_assert_max_num_queries, path, query):
    add_events(world, 20)
    query = {"van": NEXT_MONDAY.isoformat(), **query}
    client = world.client()
    client.get(path, query)
    for count in (1, 29):
        with django_assert_max_num_queries(QUERIES):
            assert client.get(path, query).status_code == 200
        add_series(world, count) if count == 1 else None
    offer = OfferPage.objects.get(slug="meer-0")
    for number in range(29):
        save_series(
            offer=offer,
            plein=world.plein,
            room=world.room,
            starts_on=a_day(number % 6),
            start_time=time(8, number),
            end_time=time(9, number),
        )
    with django_assert_max_num_queries(QUERIES):
        context = client.get(path, query).context
    assert sum(len(day.sessions) for day in context["days"]) >= 30


@pytest.mark.parametrize("path", ["/nl/", "/pl/"])
def test_the_home_page_costs_the_same_whatever_is_in_it(world, django_assert_max_num_queries, path):
    client = world.client()
    client.get(path)
    with django_assert_max_num_queries(16):
        client.get(path)
    add_series(world, 10)
    add_events(world, 10)
    with django_assert_max_num_queries(16):
        client.get(path)
