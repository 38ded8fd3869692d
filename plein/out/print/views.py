"""The page from which the week is printed, the sheets themselves, and the short address that stands on them."""

import logging
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from home.site.pages.reading import Reading
from home.site.pages.selectors import frame, reading_of_view
from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import address
from plein.out.print.choices import NOT_ON_PAPER, Sheet
from plein.out.print.presenters import Week, week_of
from plein.out.print.selectors import WEEK, Programme, asked_monday, programme_of, week_page
from plein.out.print.services import PrintError, fingerprint, typeset
from plein.out.print.sheets import as_json, sheet_of
from plein.programme.timetable.pages import MOST_WEEKS

logger = logging.getLogger(__name__)


def _week(reading: Reading) -> Week:
    """The week and the plein that the address asks for, in the reader's words."""
    asked = reading.request.GET
    monday = asked_monday(asked.get("van", ""), reading.today)
    return week_of(reading, programme_of(reading.library, monday, asked.get("plein", "")))


def page(request: HttpRequest) -> HttpResponse:
    """The week as a page, with folder and poster in every language."""
    reading = reading_of_view(request)
    return _page(reading, _week(reading))


def _page(reading: Reading, week: Week, *, has_failed: bool = False) -> HttpResponse:
    programme, code = week.programme, reading.code
    context = frame(reading, rest="druk/") | {
        "title": _("Print the week"),
        "week": week,
        "hours": [day for day in week.days if day.open_label or day.closed_label],
        "sheets": _sheets(reading, programme),
        "has_failed": has_failed,
        "is_on_paper": code not in NOT_ON_PAPER,
        "is_empty": not programme.rows,
        "pleinen": _pleinen(week, code),
    }
    context |= _other_weeks(reading, programme)
    return render(reading.request, "plein/out/print/print.html", context, status=503 if has_failed else 200)


def pdf(request: HttpRequest, sheet: str) -> HttpResponse:
    """A sheet as PDF. Asked again it is sent again only when something on it changed."""
    reading = reading_of_view(request)
    week = _week(reading)
    if reading.code in NOT_ON_PAPER:
        return _page(reading, week)
    try:
        data = as_json(sheet_of(reading, week, sheet, today=reading.today, address=_short_address(week, reading)))
        etag = f'"{fingerprint(sheet, data)}"'
        response = get_conditional_response(request, etag=etag)
        if response is None:
            response = HttpResponse(typeset(sheet, data), content_type="application/pdf")
    except (PrintError, OSError):
        logger.exception("The %s of %s in %s could not be printed.", sheet, reading.library.slug, reading.code)
        response = _page(reading, week, has_failed=True)
        response["Cache-Control"] = "no-store"
        return response
    response["ETag"] = etag
    # A cancelled session must be cancelled on paper too, at once: a copy is kept, and asked about each time.
    response["Cache-Control"] = "public, no-cache"
    name = f"{sheet}-{week.programme.monday.isoformat()}-{reading.code}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def short(request: HttpRequest, slug: str = "") -> HttpResponse:
    """The short address on paper: leads to the week as it is now, of one plein when the library has several."""
    reading = reading_of_view(request)
    found = week_page(reading.library)
    url = address(found, reading.code) if found else f"/{reading.code}/druk/"
    response = HttpResponseRedirect(f"{url}?{urlencode({'plein': slug})}" if slug else url)
    response["Cache-Control"] = "public, max-age=300"
    return response


def _short_address(week: Week, reading: Reading) -> str:
    request, programme = reading.request, week.programme
    slug = f"{programme.plein.slug}/" if programme.is_one_of_several and programme.plein else ""
    return f"{request.scheme}://{request.get_host()}/{reading.code}/w/{slug}"


def _query(programme: Programme, monday: date) -> str:
    asked: dict[str, Any] = {"van": monday.isoformat()}
    if programme.is_one_of_several and programme.plein:
        asked["plein"] = programme.plein.slug
    return urlencode(asked)


def _sheets(reading: Reading, programme: Programme) -> list[dict[str, Any]]:
    """Folder and poster in each language that our fonts can draw, the reader's first."""
    query = _query(programme, programme.monday)
    codes = sorted(reading.codes, key=lambda code: code != reading.code)
    return [
        {
            "language": get_language(code),
            "folder_url": f"/{code}/druk/{Sheet.FOLDER}.pdf?{query}",
            "poster_url": f"/{code}/druk/{Sheet.POSTER}.pdf?{query}",
        }
        for code in codes
        if code not in NOT_ON_PAPER
    ]


def _other_weeks(reading: Reading, programme: Programme) -> dict[str, str]:
    this_monday = asked_monday("", reading.today)
    away = (programme.monday - this_monday).days // WEEK
    own = f"/{reading.code}/druk/"

    def url(weeks: int) -> str:
        return f"{own}?{_query(programme, programme.monday + timedelta(weeks=weeks))}"

    return {
        "previous_url": url(-1) if away > -MOST_WEEKS else "",
        "next_url": url(1) if away < MOST_WEEKS else "",
        "this_week_url": f"{own}?{_query(programme, this_monday)}" if away else "",
    }


def _pleinen(week: Week, code: str) -> list[dict[str, Any]]:
    """The other pleinen of the library, when it has more than one."""
    programme = week.programme
    query = urlencode({"van": programme.monday.isoformat()})
    return [
        {"title": row.title, "url": f"/{code}/druk/?{query}&plein={row.slug}"}
        for row in programme.pleinen
        if row != programme.plein
    ]
