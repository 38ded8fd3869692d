"""The first page of the intranet and its week; each address begins with the membership check."""

from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from home.site.pages.presenters import words_of
from home.tenant.languages import dates
from netwerk.door.intranet import selectors
from netwerk.door.intranet.first_page import DAYS_AHEAD, Side, Today, blocks_for
from netwerk.door.intranet.visits import Visit, for_members
from plein.offer.places.selectors import opening_of
from plein.programme.timetable.days import week_bounds, week_days
from plein.programme.timetable.presenters import pages_of
from plein.programme.timetable.selectors import occurrences

MOST_WEEKS = 26


@require_GET
@for_members()
def start(visit: Visit) -> HttpResponse:
    """The first page is today: who is in, what is on, what is new, what is stuck."""
    library, day = visit.library, timezone.localdate()
    reading = selectors.reading_for(visit.request, library)
    rows = occurrences(library, day, day + timedelta(days=DAYS_AHEAD))
    today = Today(visit, reading, rows, words_of(reading, pages_of(rows)), timezone.now())
    opening = opening_of(library, day, day)
    blocks = blocks_for(today)
    context = {
        "greeting": selectors.greeting(),
        "today_label": dates.day_label(day, today.language),
        "open_label": opening.label(day, today.language),
        "closed_label": opening.closed_label(day),
        "blocks": [block for block in blocks if block.side is Side.MAIN],
        "blocks_aside": [block for block in blocks if block.side is Side.ASIDE],
    }
    return visit.page("netwerk/door/intranet/intranet_root_page.html", context)


@require_GET
@for_members()
def week(visit: Visit) -> HttpResponse:
    """The programme of a week, the same that visitors see."""
    today = timezone.localdate()
    day = selectors.asked_day(visit.request.GET.get("van", ""), today=today, most_weeks=MOST_WEEKS)
    monday, sunday = week_bounds(day)
    reading = selectors.reading_for(visit.request, visit.library)
    rows = occurrences(visit.library, monday, sunday)
    opening = opening_of(visit.library, monday, sunday)
    days = [monday + timedelta(days=offset) for offset in range(7)]
    code = visit.library.main_language
    own = reverse("intranet:week")
    weeks_away = (monday - week_bounds(today)[0]).days // 7
    context = {
        "days": week_days(
            reading,
            monday,
            7,
            rows,
            words=words_of(reading, pages_of(rows)),
            opening={row: opening.label(row, code) for row in days},
            closed={row: opening.closed_label(row) for row in days},
        ),
        "week_label": _("%(first)s to %(last)s")
        % {"first": dates.day_label(monday, code), "last": dates.day_label(sunday, code)},
        "previous_url": f"{own}?van={monday - timedelta(days=7)}" if weeks_away > -MOST_WEEKS else "",
        "next_url": f"{own}?van={monday + timedelta(days=7)}" if weeks_away < MOST_WEEKS else "",
        "this_week_url": own if weeks_away else "",
    }
    return visit.page("netwerk/door/intranet/week.html", context)
