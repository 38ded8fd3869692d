"""The addresses of the roster; each begins with the membership check, and then asks what this person may."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from home.consent.choices import Route
from home.tenant.languages import dates
from netwerk.door.intranet.selectors import asked_day, reading_for
from netwerk.door.intranet.visits import Visit, for_members
from netwerk.floor.roster import selectors, services
from netwerk.floor.roster.choices import MOST_WEEKS, WEEKS_AHEAD, Answer, GapState, Wish
from netwerk.floor.roster.forms import AbsenceForm, AskForm, NameForm, SwapForm
from netwerk.floor.roster.models import Gap
from netwerk.floor.roster.presenters import (
    ShiftLine,
    leaf,
    moment_label,
    ref_of,
    roster_days,
    shift_lines,
    swap_labels,
    visitors_see,
)
from netwerk.floor.roster.rights import Rights, rights_of
from netwerk.floor.roster.rota import Shift
from netwerk.people.workers.models import Worker
from netwerk.people.workers.selectors import workers_of
from netwerk.people.workers.services import agree, withdraw
from plein.programme.timetable.days import week_bounds
from plein.programme.timetable.models import Series
from plein.programme.timetable.presenters import SessionCard, session_cards

UNPROCESSABLE = 422
CONFLICT = 409
ANSWERS = ("yes", "no")
REPORT_WISHES = (Wish.ASK, Wish.CANCEL, Wish.DESK)
GAP_WISHES = (Wish.ASK, Wish.CANCEL, Wish.GO_ON)


def _lines(rights: Rights, shifts: Iterable[Shift]) -> list[ShiftLine]:
    visit = rights.visit
    return shift_lines(rights, reading_for(visit.request, visit.library), shifts)


@require_GET
@for_members()
def roster(visit: Visit) -> HttpResponse:
    """Who is there, day by day; what is short stands on top. A volunteer sees today."""
    rights, today = rights_of(visit), timezone.localdate()
    day = asked_day(visit.request.GET.get("van", ""), today=today, most_weeks=MOST_WEEKS)
    first, last = (today, today) if rights.sees_only_today else week_bounds(day)
    lines = _lines(rights, selectors.shifts(visit.library, first, last))
    code, now = visit.library.main_language, timezone.now().isoformat()
    context = {
        "days": roster_days(first, last, lines, code),
        "short": [line for line in lines if line.is_short and line.session.end_iso > now],
        "may_report": rights.is_planner or bool(rights.partner_ids),
        "is_worker": rights.me is not None,
        "is_week": not rights.sees_only_today,
        "week_label": _("%(first)s to %(last)s")
        % {"first": dates.day_label(first, code), "last": dates.day_label(last, code)},
    }
    return visit.page("netwerk/floor/roster/roster.html", context | leaf(reverse("roster:roster"), first, MOST_WEEKS))


@require_GET
@for_members()
def mine(visit: Visit) -> HttpResponse:
    """My coming sessions, what I said I cannot do, and what I am asked."""
    rights, today = rights_of(visit), timezone.localdate()
    me = rights.me
    if me is None:
        return visit.page("netwerk/floor/roster/mine.html", {"is_worker": False, "may_report": rights.is_planner})
    shifts = selectors.shifts_of(me, today, today + timedelta(weeks=WEEKS_AHEAD))
    now = timezone.now()
    coming = [shift for shift in shifts if shift.row.end > now]
    code = visit.library.main_language
    swaps = [(one, swap_labels(one, code)) for one in selectors.swaps_with(me)]
    context = {
        "is_worker": True,
        "me": me,
        "name_form": NameForm(initial={"public_name": me.shown_name or visit.user.first_name}),
        "lines": _lines(rights, [shift for shift in coming if selectors.is_on(shift, me)]),
        "away": [
            {"label": moment_label(gap.series, gap.day, code), "state": gap.get_state_display(), "gap": gap}
            for gap in selectors.gaps_of(visit.library).filter(worker=me, day__gte=today)
        ],
        "requests": [
            {"label": moment_label(one.gap.series, one.gap.day, code), "request": one}
            for one in selectors.requests_to(me)
        ],
        "swaps_to_me": [labels | {"swap": one} for one, labels in swaps if one.taker_id == me.pk],
        "swaps_by_me": [labels | {"swap": one} for one, labels in swaps if one.giver_id == me.pk],
    }
    return visit.page("netwerk/floor/roster/mine.html", context)


@require_POST
@for_members()
def my_name(visit: Visit) -> HttpResponse:
    """Agree to be named on the website, or take that back: nobody else needs to do it for her."""
    me = rights_of(visit).me
    if me is None:
        raise Http404
    form = NameForm(visit.request.POST)
    if "withdraw" in visit.request.POST:
        withdraw(worker=me, route=Route.FORM)
        messages.success(visit.request, _("Your name is gone from the website."))
    elif form.is_valid():
        agree(worker=me, public_name=form.cleaned_data["public_name"], route=Route.FORM)
        messages.success(visit.request, _("Visitors see your first name from now on."))
    else:
        return _refused(visit, ValidationError(form.errors["public_name"]))
    return HttpResponseRedirect(reverse("roster:mine"))


@require_GET
@for_members()
def colleagues(visit: Visit) -> HttpResponse:
    """Whom I may report away: everybody here, or everybody of my organisation."""
    rights = rights_of(visit)
    if not (rights.is_planner or rights.partner_ids):
        raise Http404
    return visit.page("netwerk/floor/roster/colleagues.html", {"workers": list(rights.workers())})


def _choices(visit: Visit, shifts: Iterable[Shift], *, with_names: bool = False) -> list[tuple[str, str]]:
    """Sessions to choose from; several on one day are one choice, as turns go by day."""
    shifts = list(shifts)
    cards = session_cards(reading_for(visit.request, visit.library), [shift.row for shift in shifts])
    found: dict[str, str] = {}
    for shift, card in zip(shifts, cards, strict=True):
        names = f" ({', '.join(one.worker.name for one in shift.present)})" if with_names else ""
        label = f"{card.day}, {card.time}: {card.title}{names}"
        ref = ref_of(shift)
        found[ref] = f"{found[ref]}; {card.time}" if ref in found else label
    return list(found.items())


@require_http_methods(["GET", "POST"])
@for_members()
def report(visit: Visit, worker: UUID) -> HttpResponse:
    """Say that somebody cannot come: oneself, or a colleague for whom one may speak."""
    rights = rights_of(visit)
    person = rights.worker(worker)
    shifts = selectors.duties_of(person)
    known = {str(one.uuid) for one in selectors.series_with(person)}
    asked_for = [*visit.request.POST.getlist("duties"), *visit.request.GET.getlist("dienst")]
    if any(ref.partition(":")[0] not in known for ref in asked_for):
        raise Http404
    form = AbsenceForm(
        visit.request.POST or None,
        initial={"duties": asked_for, "wish": Wish.ASK, "reason": "illness"},
        duties=_choices(visit, shifts),
        is_me=person == rights.me,
        colleagues=_askable(rights, person),
        wishes=REPORT_WISHES,
    )
    if form.is_valid():
        try:
            made = services.report_absence(worker=person, **_reported(form, person, shifts), reported_by=visit.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return HttpResponseRedirect(reverse("roster:absence", args=[made.uuid]))
    context = {"form": form, "person": person, "is_me": person == rights.me}
    return visit.page("netwerk/floor/roster/report.html", context, status=UNPROCESSABLE if form.errors else 200)


def _askable(rights: Rights, worker: Worker) -> list[Worker]:
    """Who can be asked by name: a planner asks anybody here, others those of the same sessions or organisation."""
    if rights.is_planner:
        return list(workers_of(worker.library).exclude(pk=worker.pk))
    return list(selectors.candidates(worker, [one.pk for one in selectors.series_with(worker)]))


def _reported(form: AbsenceForm, worker: Worker, shifts: list[Shift]) -> dict[str, Any]:
    """What the form says, as the service takes it."""
    chosen = set(form.cleaned_data.get("duties") or [])
    picked = [shift for shift in shifts if ref_of(shift) in chosen]
    if form.days:
        picked += selectors.duties_of(worker, *form.days)
    days = {(shift.row.uid, shift.day) for shift in picked}
    series = {str(one.uuid): one for one in selectors.series_with(worker)}
    return {
        "duties": [(series[uid], day) for uid, day in days],
        "reason": form.cleaned_data["reason"],
        "wish": form.cleaned_data["wish"],
        "asked": form.workers,
    }


@require_GET
@for_members()
def absence(visit: Visit, absence: UUID) -> HttpResponse:
    """What was noted, what visitors see now, and the way back."""
    rights = rights_of(visit)
    row = rights.absence(absence)
    gaps = list(selectors.gaps_of(visit.library).filter(absence=row))
    context = {
        "absence": row,
        "is_me": row.worker == rights.me,
        "items": _outcomes(rights, gaps),
        "can_undo": any(one.day >= timezone.localdate() and not one.swap_id for one in gaps),
    }
    return visit.page("netwerk/floor/roster/absence.html", context)


def _outcomes(rights: Rights, gaps: list[Gap]) -> list[dict[str, Any]]:
    """Gaps in words: what becomes of each, and what visitors read now. The same queries for any number."""
    visit = rights.visit
    shifts = selectors.shifts_at(visit.library, gaps)
    cards = session_cards(reading_for(visit.request, visit.library), [shift.row for shift in shifts.values()])
    by_ref = dict(zip(shifts, cards, strict=True))
    return [_outcome(rights, one, by_ref.get((one.series_id, one.day))) for one in gaps]


def _outcome(rights: Rights, gap: Gap, card: SessionCard | None) -> dict[str, Any]:
    asked = [row for row in gap.requests.all() if row.answer == Answer.WAITING]
    return {
        "gap": gap,
        "moment": moment_label(gap.series, gap.day, rights.visit.library.main_language),
        "visitors": visitors_see(card) if card else _("Nothing: there is no session on this day."),
        "is_cancelled": bool(card and card.is_cancelled),
        "public_url": card.url if card else "",
        "state": gap.state,
        "state_label": gap.get_state_display(),
        "asked": ", ".join(row.asked.name for row in asked),
        # Who has no account is called, and somebody notes what she says.
        "to_call": [row for row in asked if rights.may_answer_for(row)],
        "stand_in": gap.stand_in.name if gap.stand_in else "",
        "can_change": gap.state != GapState.TAKEN_OVER and gap.day >= timezone.localdate(),
    }


@require_POST
@for_members()
def undo_absence(visit: Visit, absence: UUID) -> HttpResponse:
    """She can come after all, to everything."""
    rights = rights_of(visit)
    row = rights.absence(absence)
    services.undo_all(absence=row)
    messages.success(visit.request, _("The roster is as it was. Visitors see it at once."))
    return HttpResponseRedirect(reverse("roster:mine" if row.worker == rights.me else "roster:roster"))


@require_http_methods(["GET", "POST"])
@for_members()
def gap(visit: Visit, gap: UUID) -> HttpResponse:
    """Decide what becomes of a session that somebody misses."""
    rights = rights_of(visit)
    row = rights.gap(gap)
    form = AskForm(
        visit.request.POST or None,
        initial={"wish": Wish.ASK},
        colleagues=_askable(rights, row.worker),
        wishes=GAP_WISHES,
    )
    if form.is_valid():
        try:
            services.decide(gap=row, wish=form.cleaned_data["wish"], asked=form.workers)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return HttpResponseRedirect(reverse("roster:absence", args=[row.absence.uuid]))
    context = {"form": form, "item": _outcomes(rights, [row])[0], "is_me": row.worker == rights.me}
    return visit.page("netwerk/floor/roster/gap.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_POST
@for_members()
def undo_gap(visit: Visit, gap: UUID) -> HttpResponse:
    """She can come after all, to this one."""
    rights = rights_of(visit)
    row = rights.gap(gap)
    try:
        services.undo(gap=row)
    except ValidationError as error:
        return _refused(visit, error)
    messages.success(visit.request, _("The roster is as it was. Visitors see it at once."))
    return HttpResponseRedirect(reverse("roster:mine" if row.worker == rights.me else "roster:roster"))


def _refused(visit: Visit, error: ValidationError) -> HttpResponse:
    """A sentence that says why nothing was changed, and a way on."""
    return visit.page("netwerk/floor/roster/refused.html", {"sentence": " ".join(error.messages)}, status=CONFLICT)


@require_http_methods(["GET", "POST"])
@for_members()
def question(visit: Visit, question: UUID) -> HttpResponse:
    """Somebody asks me to stand in: yes or no."""
    rights = rights_of(visit)
    row = rights.request(question)
    back = reverse("roster:mine") if row.asked == rights.me else reverse("roster:roster")
    if visit.request.POST.get("answer") in ANSWERS:
        is_yes = visit.request.POST["answer"] == "yes"
        try:
            (services.accept if is_yes else services.decline)(request=row)
        except ValidationError as error:
            return _refused(visit, error)
        said = _("You stand in. It is on your roster.") if is_yes else _("You said no. We ask somebody else.")
        if row.asked != rights.me:
            said = _("It was noted. The roster is up to date.")
        messages.success(visit.request, said)
        return HttpResponseRedirect(back)
    context = {
        "request_row": row,
        "is_mine": row.asked == rights.me,
        "moment": moment_label(row.gap.series, row.gap.day, visit.library.main_language),
        "is_waiting": row.answer == Answer.WAITING,
        "first": row.gap.stand_in.name if row.gap.stand_in and row.gap.stand_in_id != row.asked_id else "",
    }
    return visit.page("netwerk/floor/roster/request.html", context)


@require_http_methods(["GET", "POST"])
@for_members()
def swap(visit: Visit, worker: UUID) -> HttpResponse:
    """Propose to a colleague of the same sessions or organisation to exchange a session each."""
    rights = rights_of(visit)
    person = rights.worker(worker)
    if person != rights.me:
        raise Http404  # nobody swaps for another
    own = selectors.duties_of(person)
    theirs = _of_colleagues(person)
    refs = {ref_of(shift): shift for shift in [*own, *theirs]}
    asked_for = visit.request.GET.get("dienst", "")
    if asked_for and asked_for not in refs:
        raise Http404
    form = SwapForm(
        visit.request.POST or None,
        initial={"mine": asked_for},
        mine=_choices(visit, own),
        others=_choices(visit, theirs, with_names=True),
    )
    if form.is_valid():
        given, wanted = refs[form.cleaned_data["mine"]], refs[form.cleaned_data["other"]]
        try:
            services.propose_swap(giver=person, duty=_duty(given), taker=wanted.present[0].worker, other=_duty(wanted))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(visit.request, _("We asked your colleague. Until she says yes nothing changes."))
            return HttpResponseRedirect(reverse("roster:mine"))
    context = {"form": form, "person": person, "can_swap": bool(own and theirs)}
    return visit.page("netwerk/floor/roster/swap.html", context, status=UNPROCESSABLE if form.errors else 200)


def _of_colleagues(worker: Worker) -> list[Shift]:
    """Coming sessions of who can be asked, at which this worker is not."""
    today, now = timezone.localdate(), timezone.now()
    near = selectors.candidates(worker, [one.pk for one in selectors.series_with(worker)])
    # Who has no account could not agree.
    ids = set(near.filter(user__isnull=False).values_list("pk", flat=True))
    rows = selectors.shifts(worker.library, today, today + timedelta(weeks=WEEKS_AHEAD))
    return [
        shift
        for shift in rows
        if len(shift.present) == 1
        and shift.present[0].worker.pk in ids
        and shift.row.end > now
        and not shift.row.is_cancelled
    ]


def _duty(shift: Shift) -> tuple[Series, date]:
    return Series.objects.select_related("offer").get(uuid=shift.row.uid), shift.day


@require_http_methods(["GET", "POST"])
@for_members()
def swap_answer(visit: Visit, swap: UUID) -> HttpResponse:
    """Agree to a swap or not; who proposed it may take it back."""
    rights = rights_of(visit)
    row = rights.swap(swap)
    is_mine = row.taker == rights.me
    if visit.request.POST.get("answer") in ANSWERS:
        is_yes = is_mine and visit.request.POST["answer"] == "yes"
        try:
            (services.accept_swap if is_yes else services.decline_swap)(swap=row)
        except ValidationError as error:
            return _refused(visit, error)
        said = _("You swapped. Visitors see it at once.") if is_yes else _("The swap is off. Nothing changes.")
        messages.success(visit.request, said)
        return HttpResponseRedirect(reverse("roster:mine"))
    labels = swap_labels(row, visit.library.main_language)
    context = {"swap": row, "is_mine": is_mine, "is_waiting": row.answer == Answer.WAITING, **labels}
    return visit.page("netwerk/floor/roster/swap_answer.html", context)
