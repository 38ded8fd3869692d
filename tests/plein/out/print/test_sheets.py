"""Folder and poster as a reader's program sees them: PDFs with structure, letters and the right sessions."""

import io
import json
import re
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.utils import translation
from pypdf import PdfReader
from wagtail.models import Page

from home.site.pages.reading import Reading
from home.site.pages.services import save_page
from home.tenant.libraries.selectors import language_codes
from home.tenant.libraries.services import switch_on_language
from plein.offer.offers.pages import OfferPage
from plein.offer.places.choices import PresenceForm, Reason
from plein.offer.places.pages import PleinPage
from plein.out.print.choices import Sheet
from plein.out.print.presenters import week_of
from plein.out.print.selectors import programme_of
from plein.out.print.services import typeset
from plein.out.print.sheets import as_json, sheet_of
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Series
from plein.programme.timetable.selectors import occurrences
from plein.programme.timetable.services import cancel_session, change_session, save_series, set_people
from tests.factories.world import World, a_day, translate

pytestmark = pytest.mark.django_db
# The week in which no activity of the small library falls, whatever day it is today.
MONDAY = a_day(14)
SUNDAY = MONDAY + timedelta(days=6)


def plan(world: World, title: str, weekday: int, hour: int, *, room: Any = None) -> Series:
    """An offer with a session each week."""
    offer = save_page(
        model=OfferPage,
        parent=world.offers,
        slug=f"extra-{world.offers.get_children().count()}",
        title=title,
        search_description=f"{title} in een zin.",
        languages=["nl"],
    )
    return save_series(
        offer=offer,
        plein=world.plein,
        room=room or world.room,
        starts_on=MONDAY + timedelta(days=weekday),
        start_time=time(hour),
        end_time=time(hour + 1),
    )


def keys_of(sheet: dict[str, Any]) -> list[str]:
    """Which sessions stand on a sheet, in the order in which they are read."""
    days = [*sheet["table"], *sheet["days"]]
    return [row["key"] for day in days for part in day["parts"] for row in part["sessions"]]


def get_pdf(world: World, sheet: str = "folder", code: str = "nl", **query: str) -> PdfReader:
    response = world.client().get(f"/{code}/druk/{sheet}.pdf", {"van": MONDAY.isoformat(), **query})
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    return PdfReader(io.BytesIO(response.content))


def text_of(pdf: PdfReader) -> str:
    """All text in the order of the pages, without line breaks."""
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def data_of(world: World, sheet: str = "folder", code: str = "nl") -> dict[str, Any]:
    home = world.library.site.root_page
    reading = Reading(None, world.library, code, home, home, language_codes(world.library))
    with translation.override(code):
        week = week_of(reading, programme_of(world.library, MONDAY))
        return sheet_of(reading, week, sheet, today=MONDAY, address="https://oever.test/nl/w/")


def fonts_in(pdf: PdfReader) -> dict[str, bool]:
    """Each font with whether its letters are in the file."""
    found = {}
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            found[str(inner["/BaseFont"])] = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    return found


def tags_in(pdf: PdfReader) -> list[str]:
    """The structure in reading order."""
    tags = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            tags.append(str(node.get("/S", "")))
            walk(node.get("/K", []))

    walk(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return [tag for tag in tags if tag]


@pytest.mark.parametrize("sheet", Sheet.values)
def test_a_sheet_is_tagged_and_says_that_it_is_accessible(world, sheet):
    root = get_pdf(world, sheet).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - a PDF's own kind of yes
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert root["/Lang"] == "nl"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("sheet", Sheet.values)
def test_every_font_is_in_the_file(world, sheet):
    fonts = fonts_in(get_pdf(world, sheet))
    assert set(fonts.values()) == {True}
    assert {name.split("+")[1] for name in fonts} <= {"NotoSans-Regular", "NotoSans-Bold"}


def test_a_folder_has_headings_a_table_with_headers_and_a_description_of_the_code(world):
    pdf = get_pdf(world)
    tags = tags_in(pdf)
    headings = [int(tag[2]) for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))
    assert tags.count("/TH") == 2
    assert tags.count("/Figure") == 1


def test_a_folder_names_the_plein_and_the_week_in_its_title(world):
    title = get_pdf(world).metadata.title
    assert title.startswith("Oever plein · ")
    assert str(MONDAY.day) in title


def test_days_follow_each_other_and_the_time_comes_before_the_title(world):
    plan(world, "Vrijdagding", 4, 10)
    plan(world, "Maandagding", 0, 10)
    text = text_of(get_pdf(world))
    words = ["maandag", "10.00", "Maandagding", "dinsdag", "13.00", "Oever spreekuur", "vrijdag", "Vrijdagding"]
    week = text[text.rindex("maandag") :]
    assert [week.index(word) for word in words] == sorted(week.index(word) for word in words)


@pytest.mark.parametrize(
    ("code", "words"),
    [("pl", "Zażółć gęślą jaźń"), ("bg", "Помощ с писма и формуляри"), ("tr", "Şişli'de iğne, ığdır çağrısı")],
)
def test_letters_of_a_language_can_be_taken_out_again(world, code, words):
    switch_on_language(library=world.library, code=code)
    Page.objects.filter(pk=translate(world.offer, code).pk).update(title=words)
    pdf = get_pdf(world, code=code)
    assert words in text_of(pdf)
    assert pdf.trailer["/Root"]["/Lang"] == code


def test_an_arabic_folder_is_arabic_and_its_page_holds_the_same_sessions(world):
    switch_on_language(library=world.library, code="ar")
    plan(world, "Nog een", 3, 10)
    pdf = get_pdf(world, code="ar")
    assert pdf.trailer["/Root"]["/Lang"] == "ar"
    assert {name.split("+")[1] for name in fonts_in(pdf)} >= {"NotoSansArabic-Regular", "NotoSansArabic-Bold"}
    page = world.client().get("/ar/druk/", {"van": MONDAY.isoformat()})
    shown = [card.key for day in page.context["week"].days for part in day.parts for card in part.sessions]
    assert sorted(shown) == sorted(keys_of(data_of(world, code="ar")))
    assert 'dir="rtl"' in page.content.decode()


@pytest.mark.parametrize("form", PresenceForm.values)
@pytest.mark.parametrize("sheet", Sheet.values)
def test_a_sheet_holds_each_occurrence_of_the_week_once_whatever_happened_to_it(world, sheet, form):
    rows = [plan(world, f"Ding {number}", number % 5, 9 + number) for number in range(6)]
    monday = MONDAY
    cancel_session(series=rows[0], original_date=monday, reason=Reason.ILLNESS)
    change_session(
        series=rows[1],
        original_date=monday + timedelta(days=1),
        kind=ChangeKind.MOVED,
        reason=Reason.MOVED,
        new_date=monday + timedelta(days=9),
    )
    change_session(series=rows[2], original_date=monday + timedelta(days=2), kind=ChangeKind.FULL, reason=Reason.FULL)
    PleinPage.objects.filter(pk=world.plein.pk).update(presence_form=form)
    expected = sorted(row.key for row in occurrences(world.library, MONDAY, SUNDAY))
    assert len(expected) == 7
    data = data_of(world, sheet)
    assert sorted(keys_of(data)) == expected
    assert bool(data["table"]) == (sheet == Sheet.FOLDER and form != PresenceForm.SPREAD)
    by_title = {
        row["title"]["text"]: row
        for day in data["table"] + data["days"]
        for part in day["parts"]
        for row in part["sessions"]
    }
    assert by_title["Ding 0"]["is_off"]
    assert by_title["Ding 0"]["status"] == "Gaat niet door: vanwege ziekte"
    assert by_title["Ding 1"]["is_off"]
    assert not by_title["Ding 2"]["is_off"]
    assert by_title["Ding 2"]["status"] == "Vol"
    text = text_of(get_pdf(world, sheet))
    assert all(title in text for title in by_title)


def test_the_folder_of_one_desk_names_who_sits_there(world):
    PleinPage.objects.filter(pk=world.plein.pk).update(presence_form=PresenceForm.ONE_DESK)
    turn = {"name": "Halina", "first_day": MONDAY.isoformat(), "last_day": None, "interval": 1, "not_on": []}
    set_people(series=world.series, people=[turn])
    pdf = get_pdf(world)
    assert "Halina" in text_of(pdf)
    assert tags_in(pdf).count("/TH") == 7


def test_a_session_that_is_elsewhere_this_week_says_where_it_went(world):
    day = MONDAY + timedelta(days=1)
    change_session(
        series=world.series,
        original_date=day,
        kind=ChangeKind.MOVED,
        reason=Reason.MOVED,
        new_date=day + timedelta(days=1),
        new_start=time(10),
        new_end=time(11),
    )
    (row,) = [row for day in data_of(world)["days"] for part in day["parts"] for row in part["sessions"]]
    assert (row["start"], row["end"], row["is_off"]) == ("10.00", "11.00", False)
    assert "13.00" in row["detail"]


def test_what_looks_like_instructions_stays_text(world):
    title = '#panic("x") $x$ *b* <b>h</b> "q" \\ `r` {% x %} @y #image("/etc/passwd")'
    plan(world, title, 2, 10)
    PleinPage.objects.filter(pk=world.plein.pk).update(route="<p>#read(&quot;/etc/hosts&quot;) *vet*</p>")
    for sheet in Sheet.values:
        # A long word is broken over two lines.
        assert title.replace(" ", "") in text_of(get_pdf(world, sheet)).replace(" ", "")
    assert '#read("/etc/hosts") *vet*' in text_of(get_pdf(world))


@pytest.mark.parametrize("sheet", Sheet.values)
def test_a_dutch_question_keeps_its_mark_at_its_end_among_arabic(world, sheet):
    switch_on_language(library=world.library, code="ar")
    plan(world, "Wat kiest u?", 1, 10)
    # As it lies on the paper, without the signs that only turn the direction.
    laid = "".join(page.extract_text(extraction_mode="layout") for page in get_pdf(world, sheet, "ar").pages)
    seen = re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", laid)
    assert re.findall(r"\S*Wat kiest u\S*", seen) == ["Wat kiest u?"]


def test_a_draft_is_not_printed(world):
    series = plan(world, "Geheim", 2, 10)
    plan(world, "Openbaar", 2, 12)
    OfferPage.objects.filter(pk=series.offer.pk).update(live=False)
    text = text_of(get_pdf(world))
    assert "Openbaar" in text
    assert "Geheim" not in text


def test_a_sheet_shows_nothing_of_a_neighbour(world, neighbour):
    plan(neighbour, "Vestspreekuur extra", 2, 10)
    for sheet in Sheet.values:
        text = text_of(get_pdf(world, sheet, plein=neighbour.plein.slug))
        assert "Oever spreekuur" in text
        assert "Vest" not in text
    assert "Vestspreekuur extra" in text_of(get_pdf(neighbour))


def test_a_second_plein_has_sheets_of_its_own(world):
    other = save_page(
        model=PleinPage, parent=world.home, slug="ander", title="Het andere plein", search_description="Het andere."
    )
    series = plan(world, "Alleen daar", 2, 10)
    Series.objects.filter(pk=series.pk).update(plein=other, room=None)
    assert "Alleen daar" not in text_of(get_pdf(world))
    text = text_of(get_pdf(world, plein="ander"))
    assert "oever.test/nl/w/ander" in text
    assert "Het andere plein" in text
    assert "Alleen daar" in text
    assert "Oever spreekuur" not in text


def test_a_week_with_very_much_goes_on_on_further_sides_and_loses_nothing(world):
    assert len(get_pdf(world).pages) == 2
    template = data_of(world)
    days = [day for day in template["days"] if day["parts"]]
    row = days[0]["parts"][0]["sessions"][0]
    many = [row | {"title": {"text": f"Sessie {number:03}", "lang": ""}} for number in range(200)]
    days[0]["parts"][0]["sessions"] = many
    for sheet in Sheet.values:
        pdf = PdfReader(io.BytesIO(typeset(sheet, as_json(template))))
        text = text_of(pdf)
        assert len(pdf.pages) > 2 - (sheet == Sheet.POSTER)
        assert [number for number in range(200) if f"Sessie {number:03}" not in text] == []


def test_a_day_goes_on_beside_the_fold_before_a_folder_gets_a_third_side(world):
    template = data_of(world)
    day = next(day for day in template["days"] if day["parts"])
    row = day["parts"][0]["sessions"][0]
    day["parts"][0]["sessions"] = [row | {"title": {"text": f"Sessie {number:03}", "lang": ""}} for number in range(40)]
    pdf = PdfReader(io.BytesIO(typeset(Sheet.FOLDER, as_json(template))))
    assert len(pdf.pages) == 2
    assert [number for number in range(40) if f"Sessie {number:03}" not in text_of(pdf)] == []


def test_thirty_sessions_fit_on_the_two_sides(world):
    for number in range(29):
        plan(world, f"Spreekuur nummer {number}", number % 6, 9 + number % 8)
    pdf = get_pdf(world)
    assert len(pdf.pages) == 2
    assert len(get_pdf(world, "poster").pages) == 1
    text = text_of(pdf)
    assert all(f"Spreekuur nummer {number}" in text for number in range(29))


def test_the_data_is_plain_json(world):
    data = as_json(data_of(world))
    assert json.loads(data)["lang"] == "nl"
    assert as_json(data_of(world)) == data


def test_the_day_of_printing_has_a_year(world):
    assert str(date.today().year)[:2] in text_of(get_pdf(world))  # noqa: DTZ011 - only the century is looked at
