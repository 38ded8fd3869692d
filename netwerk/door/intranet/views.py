"""The addresses of the intranet; each begins with the membership check."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from home.site.pages.presenters import words_of
from home.tenant.languages import dates
from netwerk.door.intranet import selectors, services
from netwerk.door.intranet.choices import TRAJECTORY_ROLES
from netwerk.door.intranet.due import due_for
from netwerk.door.intranet.first_page import Block, today_wanted
from netwerk.door.intranet.forms import CardForm
from netwerk.door.intranet.pages import NewsPage
from netwerk.door.intranet.presenters import due_lines, news_lines, trajectory_lines
from netwerk.door.intranet.visits import Visit, for_members
from netwerk.people.key_people import selectors as key_people
from netwerk.reach.focus_groups.selectors import groups_of
from netwerk.reach.trajectories.selectors import stuck_since, timeline, trajectories_of, trajectory_of
from plein.offer.places.selectors import opening_of
from plein.programme.timetable.presenters import pages_of, session_cards, week_bounds, week_days
from plein.programme.timetable.selectors import now_and_next, occurrences

NEWS_ON_START = 4
NEWS_ON_PAGE = 20
MOST_WEEKS = 26
DAYS_AHEAD = 7
INLINE_TYPES = {".pdf": "application/pdf"}


@require_GET
@for_members()
def start(visit: Visit) -> HttpResponse:
    """The first page is today: who is in, what is on, what is new, what is stuck."""
    library, today, now = visit.library, timezone.localdate(), timezone.now()
    reading = selectors.reading_for(visit.request, library)
    rows = occurrences(library, today, today + timedelta(days=DAYS_AHEAD))
    words = words_of(reading, pages_of(rows))
    of_today = [row for row in rows if row.day == today]
    running, _following = now_and_next(of_today, now)
    later = [row for row in of_today if row.end > now and row not in running]
    opening = opening_of(library, today, today)
    colleagues = selectors.colleagues_of(library, today=today, reader_id=visit.user.pk)
    code = library.main_language
    context: dict[str, Any] = {
        "greeting": selectors.greeting(),
        "today_label": dates.day_label(today, code),
        "open_label": opening.label(today, code),
        "closed_label": opening.closed_label(today),
        "now": session_cards(reading, running, words=words, state="now", now=now),
        "sessions": session_cards(reading, later, words=words, now=now),
        "earlier": session_cards(reading, [row for row in of_today if row.end <= now], words=words, now=now),
        "days": [
            day
            for day in week_days(reading, today + timedelta(days=1), DAYS_AHEAD - 1, rows, words=words)
            if day.sessions
        ],
        "present": [person for person in colleagues if person.is_in_today],
        "colleague_count": len(colleagues),
        "news": news_lines(_news(visit)[:NEWS_ON_START], code),
        "agreements": list(selectors.agreements_of(library)[:NEWS_ON_START]),
    }
    context["due"] = due_lines(due_for(visit), code)
    blocks = _blocks(visit, reading=reading, rows=rows, words=words)
    context["blocks"] = [block for block in blocks if not block.is_aside]
    context["blocks_aside"] = [block for block in blocks if block.is_aside]
    if visit.sees_trajectories:
        context["trajectories"] = trajectory_lines(trajectories_of(library), code)
    if visit.sees_people:
        context["people"] = key_people.counts(library)
        context["people_url"] = reverse("wagtailsnippets_netwerk_keyperson:list")
    return visit.page("netwerk/door/intranet/intranet_root_page.html", context)


def _blocks(visit: Visit, **read: Any) -> list[Block]:
    """What other features add to the first page, from what was read for it already."""
    blocks: list[Block] = []
    for _receiver, given in today_wanted.send(sender=Visit, visit=visit, **read):
        blocks.extend(given)
    return blocks


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


def _news(visit: Visit) -> Any:
    """Live news of this library, newest first."""
    root = visit.library.intranet_root
    if root is None:
        return NewsPage.objects.none()
    return NewsPage.objects.child_of(root).live().order_by("-date", "-pk")


@require_GET
@for_members()
def news(visit: Visit) -> HttpResponse:
    """All news."""
    page = Paginator(_news(visit), NEWS_ON_PAGE).get_page(visit.request.GET.get("bladzijde"))
    context = {"news": news_lines(page.object_list, visit.library.main_language), "pages": page}
    return visit.page("netwerk/door/intranet/news.html", context)


@require_GET
@for_members()
def news_item(visit: Visit, slug: str) -> HttpResponse:
    """One piece of news."""
    page = _news(visit).filter(slug=slug).first()
    if page is None:
        raise Http404
    context = {"page": page, "day_label": selectors.date_label(page.date, visit.library.main_language)}
    return visit.page(page.template, context)


@require_GET
@for_members()
def who_is_who(visit: Visit) -> HttpResponse:
    """Everybody who works here, those who are in today first."""
    colleagues = selectors.colleagues_of(visit.library, today=timezone.localdate(), reader_id=visit.user.pk)
    context = {
        "staff": [person for person in colleagues if not person.partner],
        "partners": [person for person in colleagues if person.partner],
    }
    return visit.page("netwerk/door/intranet/who_is_who.html", context)


@require_http_methods(["GET", "POST"])
@for_members()
def my_card(visit: Visit) -> HttpResponse:
    """What I tell colleagues about myself."""
    card = selectors.card_of(visit.user, visit.library)
    form = CardForm(visit.request.POST or None, instance=card)
    if visit.request.method == "POST" and form.is_valid():
        services.save_card(library=visit.library, user=visit.user, **form.cleaned_data)
        messages.success(visit.request, _("Your colleagues see it now."))
        return HttpResponseRedirect(reverse("intranet:who_is_who"))
    return visit.page("netwerk/door/intranet/my_card.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@for_members()
def agreements(visit: Visit) -> HttpResponse:
    """What we agreed with each other."""
    return visit.page(
        "netwerk/door/intranet/agreements.html", {"agreements": list(selectors.agreements_of(visit.library))}
    )


@require_GET
@for_members()
def agreement_file(visit: Visit, uuid: UUID) -> FileResponse:
    """The file of one agreement: the only way to it."""
    agreement = selectors.agreement_of(visit.library, uuid)
    if agreement is None or not agreement.file.storage.exists(agreement.file.name):
        raise Http404
    is_shown = agreement.suffix in INLINE_TYPES
    response = FileResponse(
        agreement.file.open("rb"),
        as_attachment=not is_shown,
        filename=agreement.download_name,
        content_type=INLINE_TYPES.get(agreement.suffix, "application/octet-stream"),
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_GET
@for_members(*TRAJECTORY_ROLES)
def trajectories(visit: Visit) -> HttpResponse:
    """Every trajectory, stuck ones on top."""
    rows = trajectory_lines(trajectories_of(visit.library), visit.library.main_language)
    return visit.page("netwerk/door/intranet/trajectories.html", {"trajectories": rows})


@require_GET
@for_members(*TRAJECTORY_ROLES)
def trajectory(visit: Visit, uuid: UUID) -> HttpResponse:
    """One trajectory as a timeline, with its gaps and what came out."""
    row = trajectory_of(visit.library, uuid)
    if row is None:
        raise Http404
    code = visit.library.main_language
    context = {
        "trajectory": row,
        "stuck": stuck_since(row, code),
        "months": timeline(row, code),
        "groups": groups_of(row, code),
        "results": list(row.results.all()),
        "key_people_count": row.key_people.count(),
    }
    if visit.sees_people:
        edit = "wagtailsnippets_netwerk_keyperson:edit"
        context["key_people"] = [
            {"name": person.name, "admin_url": reverse(edit, args=[person.pk])}
            for person in row.key_people.all()
            if not person.anonymised_on
        ]
        context["edit_url"] = reverse("wagtailsnippets_netwerk_trajectory:edit", args=[row.pk])
    return visit.page("netwerk/door/intranet/trajectory.html", context)
