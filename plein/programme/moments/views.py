"""The page of a day, the page of a session, and the codes that lead a telephone to a page."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from home.site.pages.presenters import page_cards, words_of
from home.site.pages.reading import Reading
from home.site.pages.selectors import frame, reading_of_view
from home.tenant.languages import dates
from home.tenant.languages.selectors import address, languages_of, path_below_home
from home.tenant.libraries.selectors import live_sources, shown_library
from plein.offer.offers.presenters import call_action, entry_text, offer_facts
from plein.offer.places.selectors import opening_of
from plein.offer.themes.pages import ThemePage
from plein.programme.moments.presenters import advice, distance, places
from plein.programme.moments.selectors import Asked, Found, asked_session, find_session, offer_path, reading_of
from plein.programme.timetable.days import day_url, week_days
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import pages_of, session_cards, unbroken
from plein.programme.timetable.selectors import occurrences

MOST_WEEKS = 26
FIRST_MOMENTS = 3
MOST_MOMENTS = 15
QR_CACHE = "public, max-age=31536000, immutable"


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The page of today, at an address that stays the same."""
    return _day(reading_of_view(request), timezone.localdate(), "dag/")


@require_safe
def day(request: HttpRequest, day: str) -> HttpResponse:
    """The page of a day, within half a year of today."""
    reading = reading_of_view(request)
    try:
        asked = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    if day != asked.isoformat():
        raise Http404
    if abs((asked - reading.today).days) > MOST_WEEKS * 7:
        return _nothing_on(reading, asked)
    return _day(reading, asked, f"dag/{day}/")


def _day(reading: Reading, day: date, rest: str) -> HttpResponse:
    code, limit = reading.code, timedelta(weeks=MOST_WEEKS)
    rows = occurrences(reading.library, day, day)
    opening = opening_of(reading.library, day, day + timedelta(days=7))
    themes = list(ThemePage.objects.shown(reading.library))
    words = words_of(reading, [*pages_of(rows), *themes])
    [shown] = week_days(
        reading,
        day,
        1,
        rows,
        words=words,
        themes=themes,
        opening={day: unbroken(opening.label(day, code))},
        closed={day: opening.closed_label(day)},
    )
    is_open, label, again = opening.now_label(code)
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    context = frame(reading, rest=rest)
    context |= {
        "title": dates.day_label(day, code),
        "day": shown,
        "is_open": is_open,
        "open_label": (label if is_open else again or label) if shown.is_today else "",
        "previous_url": day_url(before, code) if before >= reading.today - limit else "",
        "next_url": day_url(after, code) if after <= reading.today + limit else "",
        "today_url": "" if shown.is_today else f"/{code}/dag/",
        "week_day_url": _week_of(context, day),
    }
    return render(reading.request, "plein/programme/moments/day.html", context)


def _week_of(context: dict[str, Any], day: date) -> str:
    week = context.get("week_url", "")
    return f"{week}?van={day.isoformat()}#dag-{day.isoformat()}" if week else ""


def _nothing_on(reading: Reading, day: date) -> HttpResponse:
    """A day too far away to know anything about: say so, and lead back to today."""
    context = frame(reading, rest=f"dag/{day.isoformat()}/")
    context |= {
        "title": dates.day_label(day, reading.code),
        "text": _("This day is too far away. We show half a year back and half a year ahead."),
        "action_url": f"/{reading.code}/dag/",
        "action_label": _("See what is on today"),
    }
    return render(reading.request, "plein/programme/moments/nothing.html", context, status=404)


@require_safe
def session(request: HttpRequest, uid: UUID, moment: str) -> HttpResponse:
    """The page of one session; of one that is not there, what there is instead."""
    library = shown_library(request)
    asked = asked_session(uid, moment)
    path = offer_path(library, uid) if asked else None
    reading = reading_of(request, library, path) if path else None
    if asked is None or reading is None:
        raise Http404
    if reading.source.get_view_restrictions().exists():
        # The page of the offer asks who may read it.
        return HttpResponseRedirect(address(reading.source, reading.code))
    found = find_session(library, asked)
    context = _frame_of(reading, f"moment/{asked.key}/")
    if found.session is None:
        return render(request, "plein/programme/moments/gone.html", context | _gone(reading, found), status=404)
    return render(request, "plein/programme/moments/session.html", context | _session(reading, asked, found, context))


def _frame_of(reading: Reading, rest: str) -> dict[str, Any]:
    """The frame of the offer's page, at the address of one of its moments; search engines keep to the page itself."""
    context = frame(reading, rest=rest)
    code = reading.words_language.code
    origin = f"{reading.request.scheme}://{reading.request.get_host()}"
    there = languages_of(reading.source)
    return context | {
        "page": reading.words,
        "title": reading.words.title,
        "is_fallback": reading.is_fallback,
        "canonical_url": f"{origin}{address(reading.source, code)}",
        "alternates": [(one, f"{origin}{address(reading.source, one)}") for one in reading.codes if one in there],
        "offer_url": address(reading.source, reading.code),
    }


def _gone(reading: Reading, found: Found) -> dict[str, Any]:
    rows = found.coming[:MOST_MOMENTS]
    cards = session_cards(reading, rows, words=words_of(reading, pages_of(rows)))
    return {"next_sessions": cards[:FIRST_MOMENTS], "more_sessions": cards[FIRST_MOMENTS:], **call_action(reading)}


def _session(reading: Reading, asked: Asked, found: Found, context: dict[str, Any]) -> dict[str, Any]:
    source: Any = reading.source
    row: Any = found.session
    now = timezone.now()
    coming = found.coming[:MOST_MOMENTS]
    partners = {page.pk: page for page in (row.partner, *source.also_partners.all()) if page}
    themes = [page for page in (source.theme, *source.also_themes.all()) if page and page.live]
    words = words_of(reading, [*pages_of([row, *coming]), *partners.values(), *themes])
    [card], later = session_cards(reading, [row], words=words, now=now), session_cards(reading, coming, words=words)
    return {
        "card": card,
        "kind_label": source.get_kind_display(),
        "hue": card.hue,
        "date": {
            "date_iso": card.date_iso,
            "weekday": dates.weekday_name(row.day, reading.code),
            "day_number": dates.day_number(row.day, reading.code),
            "month": dates.month_name(row.day, reading.code),
        },
        "distance": "" if card.is_cancelled else distance(row, now),
        "advice": advice(row),
        "entry_text": entry_text(source.entry),
        "facts": offer_facts(reading, words, list(partners.values()), places(reading, row, card.plein)),
        "plein": _plein(reading, row),
        "themes": page_cards(reading, themes, words),
        "next_sessions": later[:FIRST_MOMENTS],
        "more_sessions": later[FIRST_MOMENTS:],
        "calendar_url": "" if card.is_over else card.calendar_url,
        "day_url": day_url(row.day, reading.code),
        "qr_url": f"/{reading.code}/moment/{asked.key}/qr.svg",
        "whatsapp_url": _whatsapp(f"{card.title}: {card.day}, {card.time}.", context["share_url"]),
        **call_action(reading),
    }


def _plein(reading: Reading, row: Occurrence) -> dict[str, Any]:
    """How to get in and how to get there, in the words of the page of the plein."""
    there = reading_of(reading.request, reading.library, path_below_home(row.plein)) if row.plein else None
    if there is None:
        return {}
    said: Any = there.words
    if there.is_machine_draft:
        reading.machine_drafts.add(said.title)
    foreign = there.words_language if there.is_fallback else None
    return {
        "getting_in": said.getting_in,
        "route": said.route,
        "url": address(there.source, reading.code),
        "lang": foreign.code if foreign else "",
        "dir": foreign.direction if foreign else "",
    }


def _whatsapp(text: str, url: str) -> str:
    return f"https://wa.me/?text={quote(f'{text} {url}')}"


@require_safe
def session_qr(request: HttpRequest, uid: UUID, moment: str) -> HttpResponse:
    """The code that leads a telephone to the page of a session."""
    asked = asked_session(uid, moment)
    if asked is None or offer_path(shown_library(request), uid) is None:
        raise Http404
    return _qr(request, f"/{request.LANGUAGE_CODE}/moment/{asked.key}/")


@require_safe
def page_qr(request: HttpRequest, page_id: int) -> HttpResponse:
    """The code that leads a telephone to a page of this library."""
    page = live_sources(Page.objects.all(), shown_library(request)).filter(pk=page_id).first()
    if page is None:
        raise Http404
    return _qr(request, address(page, request.LANGUAGE_CODE))


def _qr(request: HttpRequest, path: str) -> HttpResponse:
    """A drawing of black on white, whatever the page's colours: a camera must see it."""
    import segno  # noqa: PLC0415 - only drawings need it

    drawing = BytesIO()
    code = segno.make(f"{request.scheme}://{request.get_host()}{path}", error="m", micro=False)
    code.save(drawing, kind="svg", scale=4, light="#fff", xmldecl=False, nl=False)
    response = HttpResponse(drawing.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = QR_CACHE
    return response
