"""All writes on the roster. What visitors see of it goes through ``publish_people`` and the programme's services."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from home.mail.kinds import Facts, Mail
from home.mail.services import queue_mail
from home.personal_links import services as personal_links
from home.tenant.gate.writing import found, write
from home.tenant.libraries.selectors import has_role
from home.tenant.users.models import User
from netwerk.floor.roster import mails, selectors
from netwerk.floor.roster.choices import PUBLIC_REASONS, STAND_IN, SWAP, UNSOLVED, AbsenceReason, Answer, GapState, Wish
from netwerk.floor.roster.models import Absence, Gap, StandInRequest, Swap, Turn
from netwerk.people.workers.models import Worker
from netwerk.people.workers.services import forget_consent
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.services import cancel_session, change_session, restore_session, set_people

Duty = tuple[Series, date]


@transaction.atomic
def publish_people(*, series: Series) -> None:
    """Make the public names of a series equal to what the roster says and people agreed to.

    The series is locked first, so that of two colleagues who save at once the later one reads what both wrote.
    """
    locked = Series.objects.select_for_update().filter(pk=series.pk).first()
    if locked is None:
        return
    people = selectors.public_people_of(locked)
    if people != locked.people:
        set_people(series=locked, people=people)


@transaction.atomic
def publish_worker(*, worker: Worker) -> None:
    """Make the public names of everything that somebody holds equal to the roster."""
    for series in selectors.series_with(worker):
        publish_people(series=series)


@transaction.atomic
def save_turn(*, worker: Worker, series: Series, first_day: date, row: Turn | None = None, **rest: Any) -> Turn:
    """Let somebody hold a series from a day on: ``row``, else the turn of the same worker, series and first day.

    ``rest``: ``last_day``, ``interval``.

    Raises ``ValidationError`` with a sentence a field.
    """
    if not series.plein.path.startswith(worker.library.site.root_page.path):
        raise ValidationError({"series": _("This series is not of your library.")})
    row = row or found(Turn, worker=worker, series=series, first_day=first_day)
    write(row, worker=worker, series=series, first_day=first_day, **rest)
    publish_people(series=series)
    return row


@transaction.atomic
def report_absence(
    *,
    worker: Worker,
    duties: Iterable[Duty],
    reason: str,
    wish: str = Wish.DESK,
    asked: Sequence[Worker] = (),
    reported_by: User | None = None,
) -> Absence:
    """Note that somebody cannot come to these sessions, and do with each what she wishes.

    ``wish`` is for sessions at which nobody is left; with others there it goes on. ``asked`` nobody means everybody
    of the same series or organisation.

    Raises ``ValidationError`` when nothing was chosen, or somebody is not expected at a session (any more).
    """
    duties = sorted(duties, key=lambda duty: (duty[0].pk, duty[1]))
    if not duties:
        raise ValidationError(_("There is no session on these days. Choose a session, or other days."))
    Worker.objects.select_for_update().get(pk=worker.pk)
    days = [day for _series, day in duties]
    expected = selectors.expected(worker, min(days), max(days))
    if any((str(series.uuid), day) not in expected for series, day in duties):
        raise ValidationError(_("You are not expected at one of these sessions any more. Look at the roster again."))
    absence = Absence(worker=worker, first_day=min(days), last_day=max(days), reason=reason, reported_by=reported_by)
    absence.full_clean()
    absence.save()
    for series, day in duties:
        gap = Gap.objects.create(absence=absence, worker=worker, series=series, day=day)
        publish_people(series=series)
        decide(gap=gap, wish=wish, asked=asked)
    return absence


@transaction.atomic
def decide(*, gap: Gap, wish: str, asked: Iterable[Worker] = ()) -> Gap:
    """Do with a gap what the worker or the desk wishes; what was decided before is taken back first."""
    gap = _locked(gap)
    if gap.state == GapState.TAKEN_OVER:
        raise ValidationError(_("%(name)s stands in already.") % {"name": gap.stand_in.name if gap.stand_in else ""})
    _lift_cancellation(gap.series, gap.day)
    gap.refresh_from_db()
    is_alone = not selectors.people_on(gap.series, gap.day)
    if wish == Wish.ASK:
        ask(gap=gap, workers=asked)
    elif wish == Wish.CANCEL and is_alone:
        _cancel(gap)
    else:
        _set_state(gap, GapState.GOES_ON if wish == Wish.GO_ON or not is_alone else GapState.OPEN)
    publish_people(series=gap.series)
    return gap


@transaction.atomic
def ask(*, gap: Gap, workers: Iterable[Worker] = ()) -> list[StandInRequest]:
    """Ask colleagues to stand in: those named, else everybody of the same series or organisation.

    With an account she gets a mail, and finds the question in the intranet. With nobody to ask the gap stays open.
    """
    there = [one.worker for one in selectors.people_on(gap.series, gap.day)]
    possible = [one for one in workers if one not in there] or selectors.can_be_asked(gap)
    rows = []
    for worker in possible:
        if worker.library_id != gap.worker.library_id or worker.pk == gap.worker_id:
            raise ValidationError(_("This colleague cannot be asked. Choose somebody else."))
        again = {"answer": Answer.WAITING, "answered_at": None}
        row, _created = StandInRequest.objects.update_or_create(gap=gap, asked=worker, defaults=again)
        _tell(worker, mails.ASKED, {"request": row.pk})
        rows.append(row)
    _close(gap.requests.exclude(pk__in=[row.pk for row in rows]))
    _set_state(gap, GapState.ASKED if rows else GapState.OPEN)
    return rows


@transaction.atomic
def accept(*, request: StandInRequest) -> Gap:
    """Say yes: the first who does stands in.

    Raises ``ValidationError`` when somebody was first, or it is no longer needed. Nothing was changed then.
    """
    gap = _locked(request.gap)
    request = StandInRequest.objects.select_related("asked").get(pk=request.pk)
    if gap.state == GapState.TAKEN_OVER and gap.stand_in_id == request.asked_id:
        return gap
    if gap.state == GapState.TAKEN_OVER and gap.stand_in:
        raise ValidationError(
            _("%(name)s was first and stands in. Thank you all the same.") % {"name": gap.stand_in.name}
        )
    if gap.state not in UNSOLVED or request.answer == Answer.OVERTAKEN:
        raise ValidationError(_("This is no longer needed. Thank you all the same."))
    if not request.asked.is_active:
        raise ValidationError(_("This colleague cannot be asked. Choose somebody else."))
    _answer(request, Answer.ACCEPTED)
    _lift_cancellation(gap.series, gap.day)
    _take_over(gap, request.asked)
    _tell(gap.worker, mails.TAKEN_OVER, {"gap": gap.pk})
    return gap


@transaction.atomic
def decline(*, request: StandInRequest) -> Gap:
    """Say no. When nobody is left who may still say yes, the gap is open again and the desk sees it."""
    gap = _locked(request.gap)
    request = StandInRequest.objects.get(pk=request.pk)
    if request.answer == Answer.WAITING:
        _answer(request, Answer.DECLINED)
    if gap.state == GapState.ASKED and not gap.requests.filter(answer=Answer.WAITING).exists():
        _set_state(gap, GapState.OPEN)
    return gap


@transaction.atomic
def undo(*, gap: Gap) -> None:
    """The worker can come after all: the session is hers again, and takes place when it was cancelled for her."""
    gap = _locked(gap)
    if gap.swap_id:
        raise ValidationError(_("This session was swapped. Propose a swap to get it back."))
    if gap.stand_in:
        # Who stood in may have been missed in her turn: that is over with it.
        _forget(Gap.objects.filter(worker=gap.stand_in, series=gap.series, day=gap.day))
        # The gap is about to be forgotten, so the mail is about what it was.
        duty = {"series": gap.series_id, "day": gap.day.isoformat()}
        _tell(gap.stand_in, mails.NOT_NEEDED, {"stand_in": gap.stand_in_id, "worker": gap.worker_id, **duty})
    _lift_cancellation(gap.series, gap.day)
    _forget(Gap.objects.filter(pk=gap.pk))
    publish_people(series=gap.series)


@transaction.atomic
def undo_all(*, absence: Absence) -> None:
    """The worker can come after all, to everything that is still to come."""
    for gap in absence.gaps.filter(day__gte=timezone.localdate(), swap=None).order_by("series", "day"):
        undo(gap=gap)


@transaction.atomic
def propose_swap(*, giver: Worker, duty: Duty, taker: Worker, other: Duty) -> Swap:
    """Propose to a colleague to exchange a session each, at which both are expected."""
    if giver.library_id != taker.library_id or giver.pk == taker.pk:
        raise ValidationError(_("This colleague cannot be asked. Choose somebody else."))
    _check_swap(giver, duty, taker, other)
    swap, _created = Swap.objects.get_or_create(
        giver=giver,
        series=duty[0],
        day=duty[1],
        taker=taker,
        other_series=other[0],
        other_day=other[1],
        answer=Answer.WAITING,
    )
    _tell(taker, mails.SWAP, {"swap": swap.pk})
    return swap


@transaction.atomic
def accept_swap(*, swap: Swap) -> Swap:
    """Agree to a swap: each holds the session of the other. Refused when one of the two cannot any more."""
    swap = _open_swap(swap)
    _check_swap(swap.giver, (swap.series, swap.day), swap.taker, (swap.other_series, swap.other_day))
    given = (swap.giver, swap.series, swap.day, swap.taker)
    taken = (swap.taker, swap.other_series, swap.other_day, swap.giver)
    for worker, series, day, stand_in in sorted((given, taken), key=lambda row: (row[1].pk, row[2])):
        absence = Absence.objects.create(worker=worker, first_day=day, last_day=day, reason=AbsenceReason.SWAP)
        gap = Gap.objects.create(absence=absence, worker=worker, series=series, day=day, swap=swap)
        _take_over(gap, stand_in)
    return _answer_swap(swap, Answer.ACCEPTED)


@transaction.atomic
def decline_swap(*, swap: Swap) -> Swap:
    """Say no to a swap, or take back one's own proposal."""
    return _answer_swap(_open_swap(swap), Answer.DECLINED)


@transaction.atomic
def anonymise_one(*, worker: Worker) -> None:
    """Empty everything that says who somebody was; the row stays as a number."""
    forget_consent(worker=worker)
    series = selectors.series_with(worker)
    worker.turns.all().delete()
    worker.absences.all().delete()
    Swap.objects.filter(Q(giver=worker) | Q(taker=worker)).delete()
    release(worker=worker)
    Worker.objects.filter(pk=worker.pk).update(name="", user=None, partner=None, anonymised_on=timezone.localdate())
    for one in series:
        publish_people(series=one)


@transaction.atomic
def release(*, worker: Worker) -> None:
    """Take somebody out of every session where she stands in: it is open again."""
    gaps = Gap.objects.filter(stand_in=worker)
    series = list(Series.objects.filter(pk__in=gaps.values("series")).order_by("pk"))
    gaps.update(state=GapState.OPEN, stand_in=None)
    for one in series:
        publish_people(series=one)


def _locked(gap: Gap) -> Gap:
    """The gap as it is now, locked: two colleagues may say yes at once."""
    rows = Gap.objects.select_for_update(of=("self",)).filter(pk=gap.pk)
    found = rows.select_related("worker__library", "stand_in", "series__offer", "absence").first()
    if found is None:
        raise ValidationError(_("This is no longer needed. Thank you all the same."))
    if found.day < timezone.localdate():
        raise ValidationError(_("This day is over. Nothing can be changed any more."))
    return found


def _set_state(gap: Gap, state: str, **rest: Any) -> None:
    """Note what becomes of a gap; who was asked need not answer any more, unless that is what becomes of it."""
    for name, value in {"state": state, **rest}.items():
        setattr(gap, name, value)
    gap.save(update_fields=["state", *rest])
    if state != GapState.ASKED:
        _close(gap.requests.all())


def _answer(request: StandInRequest, answer: str) -> None:
    personal_links.finish(subject=request, act=STAND_IN)
    StandInRequest.objects.filter(pk=request.pk).update(answer=answer, answered_at=timezone.now())


def _close(requests: QuerySet[StandInRequest]) -> None:
    requests.filter(answer=Answer.WAITING).update(answer=Answer.OVERTAKEN, answered_at=timezone.now())


def _forget(gaps: QuerySet[Gap]) -> None:
    """Delete gaps, and absences of which nothing is left."""
    absences = list(gaps.values_list("absence", flat=True))
    gaps.delete()
    Absence.objects.filter(pk__in=absences, gaps=None).delete()


def _take_over(gap: Gap, stand_in: Worker) -> None:
    # Who comes back to a session that she gave away holds it again: otherwise each would stand in for the other.
    _forget(Gap.objects.filter(worker=stand_in, series=gap.series, day=gap.day))
    _set_state(gap, GapState.TAKEN_OVER, stand_in=stand_in)
    publish_people(series=gap.series)


def _open_swap(swap: Swap) -> Swap:
    found = Swap.objects.select_for_update().get(pk=swap.pk)
    if found.answer != Answer.WAITING:
        raise ValidationError(_("This swap was answered already."))
    return found


def _answer_swap(swap: Swap, answer: str) -> Swap:
    personal_links.finish(subject=swap, act=SWAP)
    swap.answer, swap.answered_at = answer, timezone.now()
    swap.save(update_fields=["answer", "answered_at"])
    return swap


def _check_swap(giver: Worker, duty: Duty, taker: Worker, other: Duty) -> None:
    if not (selectors.can_give(giver, duty, taker) and selectors.can_give(taker, other, giver)):
        raise ValidationError(_("This swap is not possible any more. Look at the roster again."))


def _tell(worker: Worker, mail: Mail, about: Facts) -> None:
    """Mail somebody who has an account here, in the language in which this library works."""
    library = worker.library
    if worker.user is None or not worker.user.is_active or not has_role(worker.user, library):
        return
    code = library.main_language
    queue_mail(library=library, recipient=worker.user.email, language=code, key=mail.key, about=about)


def _cancel(gap: Gap) -> None:
    """Cancel the sessions of that day, and keep what was said of each before."""
    kept = []
    reason = PUBLIC_REASONS[AbsenceReason(gap.absence.reason)]
    for clock, change in selectors.standing(gap.series, gap.day):
        kept.append({"time": clock, "before": selectors.kept_of(change)})
        cancel_session(series=gap.series, original_date=gap.day, original_time=clock, reason=reason)
    _set_state(gap, GapState.CANCELLED, cancelled=kept)


def _lift_cancellation(series: Series, day: date) -> None:
    """Let the sessions of a day take place again that were cancelled because somebody was away.

    What an editor changed since stays as she left it.
    """
    for gap in Gap.objects.filter(series=series, day=day, state=GapState.CANCELLED):
        for row in gap.cancelled:
            key: dict[str, Any] = {
                "series": series,
                "original_date": day,
                "original_time": time.fromisoformat(row["time"]),
            }
            if not Change.objects.filter(**key, kind=ChangeKind.CANCELLED).exists():
                continue
            if row["before"] is None:
                restore_session(**key)
            else:
                change_session(**key, **selectors.facts_of(row["before"]))
        _set_state(gap, GapState.GOES_ON, cancelled=[])
