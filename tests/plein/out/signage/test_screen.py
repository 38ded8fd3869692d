"""The screen of a plein: its data, and the page that shows a moment without a script."""

import json
import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from home.site.pages.services import save_page
from home.tenant.languages.dates import at
from home.tenant.libraries.services import switch_on_language
from plein.offer.offers.pages import OfferPage
from plein.offer.places.choices import PresenceForm, Reason
from plein.offer.places.pages import PleinPage
from plein.offer.places.services import close_plein, set_opening_hours
from plein.out.signage.presenters import panel
from plein.out.signage.preview import SCREEN
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Series
from plein.programme.timetable.services import cancel_session, change_session, save_series, set_people
from tests.factories.world import World, add_series, translate

PAGE = "/scherm/plein/"
DATA = "/scherm/plein/gegevens.json"


def data_of(visitor: Client, path: str = DATA) -> dict[str, Any]:
    response = visitor.get(path)
    assert response.status_code == 200
    return json.loads(response.content)


def words_of(data: dict[str, Any], code: str) -> dict[str, Any]:
    return next(words for words in data["languages"] if words["code"] == code)


@pytest.fixture
def day(world: World) -> date:
    """The next day on which the library's series has its session."""
    today = timezone.localdate()
    return next(world.series.rule.days(today + timedelta(days=1), today + timedelta(days=7)))


def lines(data: dict[str, Any], title: str, code: str = "nl") -> list[tuple[dict[str, Any], dict[str, Any]]]:
    rows = zip(data["sessions"], words_of(data, code)["sessions"], strict=True)
    return [(facts, words) for facts, words in rows if words["title"] == title]


def line(data: dict[str, Any], title: str, day: date, code: str = "nl") -> tuple[dict[str, Any], dict[str, Any]]:
    """The one of a day: a screen that is looked at on such a day has today's as well."""
    number = (day - timezone.localdate()).days
    (found,) = [(facts, words) for facts, words in lines(data, title, code) if facts["day"] == number]
    return found


def test_data_tells_the_session_in_each_language(world: World, visitor: Client, day: date) -> None:
    translate(world.offer, "pl")
    data = data_of(visitor)
    assert [words["code"] for words in data["languages"]] == ["nl", "pl"]
    facts, words = line(data, "Oever spreekuur", day)
    starts = [int(at(day, clock).timestamp() * 1000) for clock in (time(13), time(15))]
    assert [facts["start"], facts["end"]] == starts
    assert (facts["off"], facts["hue"], facts["pictogram"]) == (False, 3, "job")
    assert (words["from"], words["until"], words["where"], words["note"]) == ("13.00", "15.00", "Oeverkamer", "")
    polish = line(data, "Oever spreekuur [pl]", day, "pl")[1]
    assert (polish["from"], polish["lang"]) == ("13:00", "")
    # Nobody translated the event: its Dutch title says that it is Dutch.
    assert [words["lang"] for _facts, words in lines(data, "Oever avond", "pl")] == ["nl"]


def test_data_holds_a_day_for_each_of_the_coming_eight(visitor: Client) -> None:
    data = data_of(visitor)
    today = timezone.localdate()
    expected = [int(at(today + timedelta(days=offset), time.min).timestamp() * 1000) for offset in range(9)]
    assert data["days"] == expected


def test_data_names_nothing_of_another_library(neighbour: World, visitor: Client) -> None:
    add_series(neighbour, 3)
    assert not re.search("vest", visitor.get(DATA).content.decode(), re.IGNORECASE)
    assert not re.search("vest", visitor.get(PAGE).content.decode(), re.IGNORECASE)


def test_data_leaves_out_a_draft_and_another_plein(world: World, visitor: Client, day: date) -> None:
    other = save_page(
        model=PleinPage, parent=world.home, slug="ander", title="Ander plein", search_description="Een tweede."
    )
    offers = {}
    for name, plein in (("Concept", world.plein), ("Elders", other), ("Hier", world.plein)):
        offers[name] = save_page(
            model=OfferPage, parent=world.offers, slug=name.lower(), title=name, search_description=f"{name}."
        )
        save_series(offer=offers[name], plein=plein, room=None, starts_on=day, start_time=time(9), end_time=time(10))
    offers["Concept"].unpublish()
    offers["Hier"].title = "Nieuwe naam"
    offers["Hier"].save_revision()
    data = data_of(visitor)
    assert {words["title"] for words in words_of(data, "nl")["sessions"]} == {"Oever spreekuur", "Oever avond", "Hier"}
    there = data_of(visitor, "/scherm/ander/gegevens.json")
    assert [words["title"] for words in words_of(there, "nl")["sessions"]] == ["Elders"]


def test_a_cancelled_session_stays_struck_with_its_reason(world: World, visitor: Client, day: date) -> None:
    cancel_session(series=world.series, original_date=day, reason=Reason.ILLNESS)
    data = data_of(visitor)
    facts, words = line(data, "Oever spreekuur", day)
    assert (facts["status"], facts["off"]) == ("cancelled", True)
    assert words["note"] == "Gaat niet door: vanwege ziekte"
    assert line(data, "Oever spreekuur", day, "pl")[1]["note"] == "Odwołane: z powodu choroby"


def test_a_session_moved_to_another_day_stands_on_both(world: World, visitor: Client, day: date) -> None:
    later = day + timedelta(days=1 if (day - timezone.localdate()).days < 7 else -1)
    change_session(series=world.series, original_date=day, kind=ChangeKind.MOVED, reason=Reason.MOVED, new_date=later)
    first = timezone.localdate()
    found = {facts["day"]: facts["off"] for facts, _words in lines(data_of(visitor), "Oever spreekuur")}
    assert found[(day - first).days] is True
    assert found[(later - first).days] is False


def test_one_desk_puts_the_person_first(world: World, visitor: Client, day: date) -> None:
    turn = {"name": "Halina", "first_day": "2026-01-05", "last_day": None, "interval": 1, "not_on": []}
    set_people(series=world.series, people=[turn])
    PleinPage.objects.filter(pk=world.plein.pk).update(presence_form=PresenceForm.ONE_DESK)
    data = data_of(visitor)
    assert data["form"] == "one_desk"
    assert lines(data, "Oever spreekuur")[0][1]["who"] == {"text": "Halina", "lang": ""}


def test_one_desk_names_the_library_at_an_event(world: World, visitor: Client) -> None:
    PleinPage.objects.filter(pk=world.plein.pk).update(presence_form=PresenceForm.ONE_DESK)
    data = data_of(visitor)
    assert [words["who"] for _facts, words in lines(data, "Oever avond")] == [{"text": "Bibliotheek Oever", "lang": ""}]
    polish = [words["who"] for _facts, words in lines(data, "Oever avond", "pl")]
    assert polish == [{"text": "Bibliotheek Oever", "lang": "nl"}]


def test_the_neighbours_people_and_screens_are_not_here(visitor: Client, neighbour: World) -> None:
    PleinPage.objects.filter(pk=neighbour.plein.pk).update(slug="buurplein")
    assert visitor.get("/scherm/buurplein/").status_code == 404
    assert visitor.get("/scherm/buurplein/gegevens.json").status_code == 404
    assert neighbour.client().get("/scherm/buurplein/").status_code == 200


@pytest.mark.parametrize("path", [PAGE, DATA])
def test_a_plein_that_is_not_live_has_no_screen(world: World, visitor: Client, path: str) -> None:
    assert visitor.get(path).status_code == 200
    world.plein.unpublish()
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", [PAGE, DATA])
def test_a_plein_for_members_only_has_no_screen(world: World, visitor: Client, path: str) -> None:
    world.plein.view_restrictions.create(restriction_type="login")
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("path", [PAGE, DATA, "/scherm/werker.js"])
def test_a_screen_only_reads(visitor: Client, path: str) -> None:
    assert visitor.post(path).status_code == 405


def test_data_is_sent_again_only_when_it_changed(world: World, visitor: Client, day: date) -> None:
    first = visitor.get(DATA)
    same = visitor.get(DATA, headers={"if-none-match": first["ETag"]})
    assert (same.status_code, same.content, "Date" in same) == (304, b"", True)
    # Compressed on the way, the same answer carries a weak tag.
    assert visitor.get(DATA, headers={"if-none-match": f"W/{first['ETag']}"}).status_code == 304
    cancel_session(series=world.series, original_date=day, reason=Reason.ILLNESS)
    changed = visitor.get(DATA, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


@pytest.mark.parametrize("count", [0, 30], ids=["one", "thirty"])
def test_data_costs_the_same_for_one_session_and_for_thirty(
    world: World, visitor: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    add_series(world, count)
    visitor.get(DATA)
    with django_assert_num_queries(12):
        data_of(visitor)


def test_a_language_that_is_switched_on_is_in_the_data(world: World, visitor: Client) -> None:
    switch_on_language(library=world.library, code="ar")
    words = words_of(data_of(visitor), "ar")
    assert (words["code"], words["dir"], words["name"]) == ("ar", "rtl", "العربية")
    assert words["address"] == "oever.test/ar/week/"


def test_a_closed_day_says_why_and_opens_no_door(world: World, visitor: Client, day: date) -> None:
    close_plein(plein=world.plein, first_day=day, last_day=day, reason=Reason.HOLIDAY)
    data = data_of(visitor)
    number = (day - timezone.localdate()).days
    assert words_of(data, "nl")["closed"][number] == "Gesloten: vanwege vakantie of een feestdag"
    start, end = data["days"][number : number + 2]
    assert [span for span in data["opening"] if start <= span["start"] < end] == []


def running(world: World) -> Series:
    """A session that is on all day today, on a plein that is open all day."""
    clocks = time(0), time(23, 59)
    set_opening_hours(plein=world.plein, hours=[(number, *clocks) for number in range(7)])
    offer = save_page(
        model=OfferPage,
        parent=world.offers,
        slug="vandaag",
        title="Open tafel",
        search_description="De hele dag.",
        languages=["nl", "ar"],
    )
    return save_series(
        offer=offer,
        plein=world.plein,
        room=world.room,
        starts_on=timezone.localdate(),
        start_time=clocks[0],
        end_time=clocks[1],
    )


def test_without_a_script_the_page_shows_this_moment(world: World, visitor: Client) -> None:
    running(world)
    page = visitor.get(PAGE).content.decode()
    assert re.search(r'data-slot="heading">Nu<.*?<bdi>Open tafel</bdi>', page, re.DOTALL)
    assert '<noscript><meta http-equiv="refresh" content="20; url=/scherm/plein/?taal=pl"></noscript>' in page
    assert 'src="data:image/svg+xml' in page


def test_without_a_script_the_next_language_follows(world: World, visitor: Client) -> None:
    response = visitor.get(f"{PAGE}?taal=pl")
    assert response["Content-Language"] == "pl"
    assert '<html lang="pl" dir="ltr"' in response.content.decode()
    assert "url=/scherm/plein/?taal=nl" in response.content.decode()
    unknown = visitor.get(f"{PAGE}?taal=tlh")
    assert unknown["Content-Language"] == "nl"


def test_a_page_asks_no_other_host_and_runs_no_inline_script(visitor: Client) -> None:
    response = visitor.get(PAGE)
    page = response.content.decode()
    assert re.findall(r"(?:https?:)?//[\w.]+", page.replace("http://www.w3.org", "")) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|\sstyle=|\son\w+=", page) == []
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


def test_the_worker_lies_where_it_may_rule_over_the_screens(visitor: Client) -> None:
    response = visitor.get("/scherm/werker.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-cache")


def test_nothing_planned_is_calm_and_says_when_there_is_something_again(
    world: World, visitor: Client, day: date
) -> None:
    data = data_of(visitor)
    evening_before = at(day - timedelta(days=1), time(22))
    shown = panel(data, "nl", evening_before)
    assert (shown["mode"], shown["rows"], shown["calm"]["title"]) == ("calm", [], "Nu gesloten")
    assert [(row["title"], row["from"]) for row in shown["sections"][-1]["rows"]][:1] == [("Oever spreekuur", "13.00")]
    assert shown["sections"][-1]["when"].startswith("morgen, ")


def test_a_preview_shows_unsaved_facts_with_live_sessions(world: World, day: date, rf: Any) -> None:
    page = PleinPage.objects.get(pk=world.plein.pk)
    page.presence_form = PresenceForm.ONE_DAYPART
    mode, label, show = SCREEN.code, SCREEN.label, SCREEN.show
    request = rf.get("/", SERVER_NAME=world.host)
    request.csp_nonce = ""
    html = show(page, request).content.decode()
    held = json.loads(re.search(r'<script id="screen-data"[^>]*>(.*?)</script>', html, re.DOTALL)[1])
    assert (mode, str(label)) == ("screen", "Scherm")
    assert held["form"] == "one_daypart"
    assert "Oever spreekuur" in {words["title"] for words in words_of(held, "nl")["sessions"]}
    assert 'data-source=""' in html
    assert PleinPage.objects.get(pk=page.pk).presence_form == PresenceForm.SPREAD
