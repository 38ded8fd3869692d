"""The page from which a reader subscribes, and the editor's screens of a partner's calendar."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from home.limits.presenters import wait_sentence
from home.limits.registry import Limit, Part, declare
from home.limits.services import NO_WAIT, attempt
from home.site.pages.selectors import frame, reading_of_view
from home.tenant.gate.permissions import for_roles
from home.tenant.libraries.choices import ADMIN_ROLES
from plein.programme.calendars.choices import CalendarError
from plein.programme.calendars.fetching import Fetched, fetch
from plein.programme.calendars.forms import MappingForm, proposals, titles_to_map
from plein.programme.calendars.ics import Findings, read
from plein.programme.calendars.models import CalendarSource
from plein.programme.calendars.presenters import feed_groups, how_to
from plein.programme.calendars.selectors import offers_for, on_open_days, rules_of
from plein.programme.calendars.services import Outcome, accept
from plein.programme.calendars.services import fetch_now as fetch_source

# Each goes to somebody else's server.
FETCHES = declare(Limit("calendar-fetch", (Part.ACCOUNT, Part.NETWORK), free=20, window=timedelta(minutes=10)))
FIRST_EVENTS = 20
MOST_MISSED = 50


def subscribe(request: HttpRequest) -> HttpResponse:
    """The calendars of a plein, its themes and its partners, and how to put one into one's own calendar."""
    reading = reading_of_view(request)
    context = frame(reading, rest="kalender/")
    context |= {"title": _("The programme in your own calendar"), "groups": feed_groups(reading), "ways": how_to()}
    return render(request, "plein/programme/calendars/subscribe.html", context)


def _source(request: HttpRequest, source_id: int) -> CalendarSource:
    """A calendar of the user's own libraries; 404 for another's."""
    rows = CalendarSource.objects.select_related("library__site__root_page", "plein", "partner", "owner")
    return get_object_or_404(rows, pk=source_id, library__in=request.own_libraries)  # type: ignore[attr-defined]


def _list_address() -> str:
    return reverse(CalendarSource.snippet_viewset.get_url_name("list"))


@for_roles(*ADMIN_ROLES)
def preview(request: HttpRequest, source_id: int) -> HttpResponse:
    """Show what is in a calendar before it is taken; take it once somebody said what its titles stand for."""
    source = _source(request, source_id)
    rules = rules_of(source)
    offers = offers_for(source.library, source.partner_id)
    problem, found, fetched = _look(source)
    if request.method == "POST":
        form = MappingForm(request.POST, titles=MappingForm.titles_of(request.POST), offers=offers)
        if form.is_valid() and found and fetched:
            outcome = accept(source=source, offers=form.offers, found=found, fetched=fetched)
            _tell(request, source, outcome)
            return redirect(_list_address())
    else:
        titles = titles_to_map(found, rules) if found else [title for title in rules if title]
        form = MappingForm(initial=proposals(titles, rules, offers), titles=titles, offers=offers)
    return render(
        request, "plein/programme/calendars/preview.html", _preview_context(source, form, found) | {"problem": problem}
    )


def _look(source: CalendarSource) -> tuple[str, Findings | None, Fetched | None]:
    try:
        fetched = fetch(source.address)
        return "", on_open_days(source, read(fetched.content or b"", timezone.localdate())), fetched
    except CalendarError as error:
        return str(error.problem.label), None, None


def _preview_context(source: CalendarSource, form: MappingForm, found: Findings | None) -> dict[str, Any]:
    counts = found.titles if found else {}
    others = sum(count for title, count in counts.items() if title not in form.titles or not title)
    missed = found.missed if found else []
    return {
        "source": source,
        "form": form,
        "has_found": found is not None,
        "rows": [(title, field, counts.get(title, 0) if title else others) for title, field in form.rows],
        "first": found.sessions[:FIRST_EVENTS] if found else [],
        "count": len(found.sessions) if found else 0,
        "missed": missed[:MOST_MISSED],
        "missed_count": len(missed),
        "missed_more": max(0, len(missed) - MOST_MISSED),
        "list_url": _list_address(),
        "edit_url": reverse(CalendarSource.snippet_viewset.get_url_name("edit"), args=[source.pk]),
        "page_title": _("What is in this calendar"),
        "page_subtitle": source.partner.title,
        "header_icon": "calendar-alt",
    }


@require_POST
def _fetch_now(request: HttpRequest, source_id: int) -> HttpResponse:
    """Fetch a calendar at once, and say what came of it."""
    source = _source(request, source_id)
    if not source.rules.exists():
        messages.info(request, _("Say first what the titles in this calendar stand for."))
        return redirect("calendars:preview", source.pk)
    wait = attempt(limit=FETCHES, request=request, account=request.user.email)
    if wait > NO_WAIT:
        messages.error(request, wait_sentence(wait))
        return redirect(_list_address())
    _tell(request, source, fetch_source(source=source, is_asked=True))
    return redirect(_list_address())


fetch_now = for_roles(*ADMIN_ROLES)(_fetch_now)


def _tell(request: HttpRequest, source: CalendarSource, outcome: Outcome) -> None:
    if outcome.problem:
        messages.error(request, f"{source.partner.title}: {outcome.problem.label}")
        return
    text = ngettext(
        "%(partner)s: %(count)d session is on the programme.",
        "%(partner)s: %(count)d sessions are on the programme.",
        outcome.taken,
    )
    messages.success(request, text % {"partner": source.partner.title, "count": outcome.taken})
