"""The finder's page."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from home.site.pages.reading import Reading
from home.site.pages.selectors import frame, reading_of_view
from plein.offer.places.selectors import opening_of
from plein.out.finder.choices import LONGEST_QUESTION
from plein.out.finder.presenters import answer_context
from plein.out.finder.selectors import understand

DAYS_AHEAD = 8


def find(request: HttpRequest) -> HttpResponse:
    """Answer a question in typed words (``?v=``) or a chosen theme (``?thema=``); what was typed is kept nowhere."""
    reading = reading_of_view(request)
    question = " ".join(request.GET.get("v", "").replace("\x00", " ").split())[:LONGEST_QUESTION]
    slug = "" if question else request.GET.get("thema", "")[:LONGEST_QUESTION]
    understood = understand(reading.library, question, reader=reading.code, slug=slug)
    context = frame(reading, rest="vinden/")
    context |= answer_context(reading, understood)
    context |= _desk(reading)
    context |= {
        "title": _("What would you like to get done?"),
        "question": question,
        "is_not_understood": bool(question or slug) and not understood.found,
        "search_for_url": f"{context['search_url']}?{urlencode({'q': question})}" if question else "",
    }
    _keep_question(context["switcher"], {"v": question, "thema": slug})
    response = render(request, "plein/out/finder/finder.html", context)
    # The address holds what somebody typed about debts or health: no cache on the way keeps it.
    response["Cache-Control"] = "private, no-store"
    return response


def _desk(reading: Reading) -> dict[str, Any]:
    """Whether somebody is at the desk now, and when again. Two queries."""
    is_open, label, again = opening_of(
        reading.library, reading.today, reading.today + timedelta(days=DAYS_AHEAD)
    ).now_label(reading.code)
    return {
        "is_open": is_open,
        "open_label": label,
        "next_open_label": again,
        "phone_label": _("Call the library: %(number)s") % {"number": reading.library.unbroken_phone}
        if reading.library.phone
        else "",
    }


def _keep_question(switcher: list[dict[str, Any]], asked: dict[str, str]) -> None:
    """Who changes the language keeps the question."""
    query = urlencode({name: value for name, value in asked.items() if value})
    for item in switcher if query else ():
        item["url"] += f"?{query}"
