"""The page from which the week is printed, the addresses of the sheets, and the short one on them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.tenant.libraries.services import switch_on_language
from plein.offer.places.choices import Reason
from plein.out.print import services
from plein.programme.timetable.pages import WeekPage
from plein.programme.timetable.services import cancel_session
from tests.factories.world import a_day, add_series

pytestmark = pytest.mark.django_db
# The week in which no activity of the small library falls, whatever day it is today.
MONDAY = a_day(14)
PAGE_QUERIES = 13
PDF_QUERIES = 11


def test_the_page_offers_both_sheets_in_every_language_the_readers_first(world, visitor):
    page = visitor.get("/pl/druk/", {"van": MONDAY.isoformat()})
    offered = [(row["language"].code, row["folder_url"], row["poster_url"]) for row in page.context["sheets"]]
    assert offered == [
        (code, f"/{code}/druk/folder.pdf?van={MONDAY}", f"/{code}/druk/poster.pdf?van={MONDAY}")
        for code in ("pl", "nl")
    ]


def test_a_language_that_our_fonts_do_not_draw_is_read_on_the_screen(world, visitor):
    switch_on_language(library=world.library, code="ti")
    page = visitor.get("/ti/druk/")
    assert [row["language"].code for row in page.context["sheets"]] == ["nl", "pl"]
    assert not page.context["is_on_paper"]
    sheet = visitor.get("/ti/druk/folder.pdf")
    assert (sheet.status_code, sheet["Content-Type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    "query", ["van=gisteren", "van=9999-12-31", "van=0001-01-01", "van=%00&plein=%00", "plein=../x"]
)
@pytest.mark.parametrize("path", ["", "folder.pdf", "poster.pdf"])
def test_odd_questions_are_answered_all_the_same(visitor, path, query):
    response = visitor.get(f"/nl/druk/{path}?{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == ("application/pdf" if path else "text/html; charset=utf-8")


def test_weeks_are_leafed_through_no_further_than_half_a_year(visitor):
    page = visitor.get("/nl/druk/", {"van": "2999-01-01"})
    assert page.context["next_url"] == ""
    assert page.context["previous_url"] == f"/nl/druk/?van={a_day(7 * 25)}"
    assert visitor.get("/nl/druk/").context["this_week_url"] == ""


def test_a_language_that_the_library_does_not_show_has_no_sheets(visitor):
    assert [visitor.get(f"/bg/{path}").status_code for path in ("druk/", "druk/folder.pdf", "w/")] == [404, 404, 404]


def test_the_short_address_leads_to_the_week_of_this_library(world, neighbour, visitor):
    assert visitor.get("/pl/w/")["Location"] == "/pl/week/"
    assert visitor.get("/pl/w/ander/")["Location"] == "/pl/week/?plein=ander"
    WeekPage.objects.filter(pk=world.week.pk).update(live=False)
    assert visitor.get("/pl/w/")["Location"] == "/pl/druk/"
    assert neighbour.client().get("/pl/w/")["Location"] == "/pl/week/"


def test_a_sheet_is_sent_again_only_when_something_on_it_changed(world, visitor):
    address = f"/nl/druk/folder.pdf?van={MONDAY}"
    first = visitor.get(address)
    assert first["Cache-Control"] == "public, no-cache"
    assert first["Content-Disposition"] == f'inline; filename="folder-{MONDAY}-nl.pdf"'
    again = visitor.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    cancel_session(series=world.series, original_date=MONDAY + timedelta(days=1), reason=Reason.ILLNESS)
    changed = visitor.get(address, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_a_sheet_that_cannot_be_made_is_answered_with_the_page_and_a_sentence(
    world, visitor, monkeypatch, tmp_path, caplog
):
    (tmp_path / "folder.typ").write_text("#panic()")
    monkeypatch.setattr(services, "SOURCES", tmp_path)
    services._compiler.cache_clear()
    services._sources.cache_clear()
    try:
        response = visitor.get("/nl/druk/folder.pdf")
    finally:
        services._compiler.cache_clear()
        services._sources.cache_clear()
    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")
    assert response.context["has_failed"]
    assert "input file must be contained in project root" in caplog.text


@pytest.mark.parametrize("more", [0, 29])
def test_page_and_sheets_ask_the_same_number_of_questions_for_one_session_and_for_many(
    world, visitor, django_assert_num_queries, more
):
    add_series(world, more)
    with django_assert_num_queries(PAGE_QUERIES):
        visitor.get("/pl/druk/", {"van": MONDAY.isoformat()})
    with django_assert_num_queries(PDF_QUERIES):
        visitor.get("/pl/druk/folder.pdf", {"van": MONDAY.isoformat()})


def test_the_page_shows_nothing_of_a_neighbour(world, neighbour):
    add_series(neighbour, 3)
    page = world.client().get("/nl/druk/", {"van": MONDAY.isoformat(), "plein": neighbour.plein.slug})
    text = page.content.decode()
    assert "Oever spreekuur" in text
    assert "Vest" not in text


def test_this_week_is_shown_when_none_is_asked_for(visitor):
    page = visitor.get("/nl/druk/")
    assert page.context["week"].programme.monday == timezone.localdate() - timedelta(
        days=timezone.localdate().weekday()
    )
