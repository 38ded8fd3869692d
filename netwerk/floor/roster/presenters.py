"""The roster as a colleague sees it, every text ready to be shown; and what is filled in in its mails."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Protocol

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from home.mail.kinds import Facts
from home.site.pages.presenters import words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from netwerk.floor.roster.choices import UNSOLVED, Answer, GapState
from netwerk.floor.roster.models import Gap, Swap
from netwerk.floor.roster.rota import Shift
from netwerk.people.workers.models import Worker
from plein.programme.timetable.models import Series
from plein.programme.timetable.presenters import SessionCard, pages_of, session_cards
from plein.programme.timetable.selectors import monday_of


class Viewer(Protocol):
    """Who looks at the roster: herself, and for whom she may speak."""

    @property
    def me(self) -> Worker | None: ...

    def may_act_for(self, worker: Worker) -> bool: ...


@dataclass(frozen=True, slots=True)
class NameTag:
    """Somebody on a session."""

    name: str
    note: str = ""
    is_me: bool = False
    # Where to say that she cannot come, for who may say so.
    report_url: str = ""


@dataclass(frozen=True, slots=True)
class GapLine:
    """Somebody who is missed, and what becomes of it."""

    text: str
    is_open: bool
    asked: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """One session on the roster."""

    session: SessionCard
    ref: str
    is_short: bool
    has_roster: bool
    names: list[NameTag] = field(default_factory=list)
    gaps: list[GapLine] = field(default_factory=list)
    is_mine: bool = False
    report_url: str = ""
    swap_url: str = ""
    # What visitors read about who is there, or that it does not take place.
    visitors: str = ""


def ref_of(shift: Shift) -> str:
    """What names a session in a form: the series and the day."""
    return f"{shift.row.uid}:{shift.day.isoformat()}"


def visitors_see(card: SessionCard) -> str:
    """What visitors read now."""
    if card.is_cancelled:
        return f"{card.status_label}: {card.reason_label}" if card.reason_label else card.status_label
    return card.people_label or _("The session, without a name.")


def shift_lines(
    viewer: Viewer, reading: Reading, shifts: Iterable[Shift], *, words: dict[int, Any] | None = None
) -> list[ShiftLine]:
    """Sessions for a list, in the order given; one query for the words unless they are given."""
    shifts = list(shifts)
    words = words_of(reading, pages_of([one.row for one in shifts])) if words is None else words
    cards = session_cards(reading, [one.row for one in shifts], words=words)
    return [_line(viewer, shift, card) for shift, card in zip(shifts, cards, strict=True)]


def _line(viewer: Viewer, shift: Shift, card: SessionCard) -> ShiftLine:
    me = viewer.me
    is_mine = me is not None and any(one.worker.pk == me.pk for one in shift.present)
    query = f"?dienst={ref_of(shift)}"
    return ShiftLine(
        session=card,
        ref=ref_of(shift),
        is_short=shift.is_short,
        has_roster=shift.has_roster,
        names=[_tag(viewer, one.worker, one.instead_of, query) for one in shift.present],
        gaps=[_gap_line(viewer, gap) for gap in shift.gaps if gap.state != GapState.TAKEN_OVER],
        is_mine=is_mine,
        report_url=reverse("roster:report", args=[me.uuid]) + query if me else "",
        swap_url=reverse("roster:swap", args=[me.uuid]) + query if me else "",
        visitors=visitors_see(card),
    )


def _tag(viewer: Viewer, worker: Worker, instead_of: Worker | None, query: str) -> NameTag:
    knows = instead_of is not None and viewer.may_act_for(instead_of)
    return NameTag(
        name=worker.name,
        note=_("instead of %(name)s") % {"name": instead_of.name} if instead_of and knows else "",
        is_me=viewer.me is not None and worker.pk == viewer.me.pk,
        report_url=reverse("roster:report", args=[worker.uuid]) + query if viewer.may_act_for(worker) else "",
    )


def _gap_line(viewer: Viewer, gap: Gap) -> GapLine:
    """Who is missed is for who may act for her; others see that somebody is missed."""
    is_open = gap.state in UNSOLVED
    if not viewer.may_act_for(gap.worker):
        return GapLine(_("Nobody yet") if is_open else str(gap.get_state_display()), is_open)
    asked = [row.asked.name for row in gap.requests.all() if row.answer == Answer.WAITING]
    text = _("%(name)s cannot come: %(state)s") % {"name": gap.worker.name, "state": gap.get_state_display()}
    return GapLine(
        text,
        is_open,
        asked=", ".join(asked) if gap.state == GapState.ASKED else "",
        url=reverse("roster:gap", args=[gap.uuid]),
    )


def roster_days(first: date, last: date, lines: list[ShiftLine], language: str) -> list[dict[str, Any]]:
    """The days of the roster with their sessions."""
    today = timezone.localdate()
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return [
        {
            "label": dates.day_label(day, language),
            "short": f"{dates.weekday_short(day, language)} {day.day}",
            "iso": day.isoformat(),
            "is_today": day == today,
            "relative": dates.relative_day(day, today),
            "lines": [line for line in lines if line.session.date_iso == day.isoformat()],
        }
        for day in days
    ]


def leaf(own: str, monday: date, most_weeks: int) -> dict[str, str]:
    """Where the weeks before and after are, as far as one can leaf."""
    weeks_away = (monday - monday_of(timezone.localdate())).days // 7
    return {
        "previous_url": f"{own}?van={monday - timedelta(days=7)}" if weeks_away > -most_weeks else "",
        "next_url": f"{own}?van={monday + timedelta(days=7)}" if weeks_away < most_weeks else "",
        "this_week_url": own if weeks_away else "",
    }


def moment_label(series: Series, day: date, language: str) -> str:
    """``dinsdag 24 november, 13.00 tot 15.00 uur: Formulierenspreekuur``, for a mail or a choice."""
    with translation.override(language):
        times = _("%(start)s to %(end)s") % {
            "start": dates.clock_time(series.times[0][0], language),
            "end": dates.clock_time(series.times[-1][1], language),
        }
    return f"{dates.day_label(day, language)}, {times}: {series.offer.title}"


def taken_over_values(about: Facts, language: str) -> dict[str, str] | None:
    """What is filled in for who is away: somebody stands in."""
    rows = Gap.objects.select_related("worker", "stand_in", "series__offer")
    gap = rows.filter(pk=about["gap"]).exclude(stand_in=None).first()
    if gap is None or gap.stand_in is None:
        return None
    return {
        "name": gap.worker.name,
        "stand_in": gap.stand_in.name,
        "moment": moment_label(gap.series, gap.day, language),
    }


def not_needed_values(about: Facts, language: str) -> dict[str, str] | None:
    """What is filled in for a stand-in who is not needed any more."""
    people = Worker.objects.in_bulk([about["stand_in"], about["worker"]])
    series = Series.objects.select_related("offer").filter(pk=about["series"]).first()
    if len(people) < len({about["stand_in"], about["worker"]}) or series is None:
        return None
    day = date.fromisoformat(about["day"])
    return {
        "name": people[about["stand_in"]].name,
        "absent": people[about["worker"]].name,
        "moment": moment_label(series, day, language),
        "day": dates.day_label(day, language),
    }


def swap_labels(swap: Swap, language: str) -> dict[str, str]:
    """The two moments that change hands."""
    return {
        "given": moment_label(swap.series, swap.day, language),
        "taken": moment_label(swap.other_series, swap.other_day, language),
    }
