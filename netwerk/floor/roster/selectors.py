"""Reads of the roster, always of one library. The sessions come from the one selector of the programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from home.tenant.libraries.models import Library
from netwerk.floor.roster.choices import PUBLIC_WEEKS_BACK, UNSOLVED, WEEKS_AHEAD, Answer
from netwerk.floor.roster.models import Absence, Gap, StandInRequest, Swap, Turn
from netwerk.floor.roster.rota import Present, Rota, Shift, crew, public_people
from netwerk.people.workers.models import Worker
from netwerk.people.workers.selectors import workers_of
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.selectors import occurrences

if TYPE_CHECKING:
    pass

# What a change was before a session was cancelled because somebody is away.
KEPT = ("kind", "reason", "external_key", "new_date", "new_start", "new_end", "new_room_id", "new_partner_id")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Somebody is on two sessions at once."""

    worker: Worker
    first: Shift
    second: Shift


def workers_over(*, before: date) -> QuerySet[Worker]:
    """Whose data is no longer needed, at every library."""
    return Worker.objects.over(before=before, turns=Turn.objects.all(), gaps=Gap.objects.all())


def gaps_of(library: Library) -> QuerySet[Gap]:
    """The gaps of a library with everything that is said of them."""
    requests = StandInRequest.objects.select_related("asked").order_by("pk")
    named = Gap.objects.filter(worker__library=library).select_related("worker", "stand_in", "absence", "series__offer")
    return named.prefetch_related(Prefetch("requests", requests)).order_by("day", "pk")


def rota_of(library: Library, first: date, last: date) -> Rota:
    """Turns and gaps between two days, both included. Three queries."""
    rota = Rota()
    turns = Turn.objects.filter(worker__library=library, worker__anonymised_on=None, first_day__lte=last)
    running = turns.filter(Q(last_day=None) | Q(last_day__gte=first)).select_related("worker", "series")
    for turn in running.order_by("first_day", "pk"):
        rota.turns.setdefault(str(turn.series.uuid), []).append(turn)
    for gap in gaps_of(library).filter(day__range=(first, last)):
        rota.gaps.setdefault(str(gap.series.uuid), []).append(gap)
    return rota


def shifts_of_rows(library: Library, rows: Iterable[Occurrence]) -> list[Shift]:
    """Sessions that were read already, with their people. Events have hosts of their own and are left out."""
    rows = [row for row in rows if row.kind == "offer"]
    if not rows:
        return []
    days = [row.original_day for row in rows]
    rota = rota_of(library, min(days), max(days))
    return [rota.shift(row) for row in rows]


def shifts(library: Library, first: date, last: date, **filters: Any) -> list[Shift]:
    """The sessions between two days with their people; ``filters`` narrow the series."""
    filters = filters or {"pk__isnull": False}
    return shifts_of_rows(library, occurrences(library, first, last, **filters))


def shifts_of(worker: Worker, first: date, last: date) -> list[Shift]:
    """The sessions that somebody holds or misses between two days, those where she stands in included."""
    own = Q(pk__in=Turn.objects.filter(worker=worker).values("series"))
    stands_in = Q(pk__in=Gap.objects.filter(stand_in=worker, day__range=(first, last)).values("series"))
    series = list(Series.objects.filter(own | stands_in).values_list("pk", flat=True))
    if not series:
        return []
    found = shifts(worker.library, first, last, pk__in=series)
    return [shift for shift in found if is_of(shift, worker)]


def is_of(shift: Shift, worker: Worker) -> bool:
    """Whether somebody is on a session, or would be if she were not away."""
    return is_on(shift, worker) or any(gap.worker_id == worker.pk for gap in shift.gaps)


def is_on(shift: Shift, worker: Worker) -> bool:
    """Whether somebody will be there."""
    return any(one.worker.pk == worker.pk for one in shift.present)


def duties_of(worker: Worker, first: date | None = None, last: date | None = None) -> list[Shift]:
    """The coming sessions at which somebody is expected: what she can say she cannot do."""
    today = timezone.localdate()
    first = max(first or today, today)
    rows = shifts_of(worker, first, last or today + timedelta(weeks=WEEKS_AHEAD))
    now = timezone.now()
    return [shift for shift in rows if is_on(shift, worker) and not shift.row.is_cancelled and shift.row.end > now]


def expected(worker: Worker, first: date, last: date) -> set[tuple[str, date]]:
    """The series (by public id) and days at which somebody will be, as far as they take place."""
    rows = shifts_of(worker, first, last)
    return {(one.row.uid, one.day) for one in rows if is_on(one, worker) and not one.row.is_cancelled}


def can_give(worker: Worker, duty: tuple[Series, date], other: Worker) -> bool:
    """Whether a session is somebody's to give, to a colleague who is not on it already."""
    key, day = (str(duty[0].uuid), duty[1]), duty[1]
    return day >= timezone.localdate() and key in expected(worker, day, day) and key not in expected(other, day, day)


def people_on(series: Series, day: date) -> list[Present]:
    """Who holds the sessions of a series on a day. Two queries."""
    turns = Turn.objects.filter(series=series).select_related("worker")
    gaps = Gap.objects.filter(series=series, day=day).select_related("worker", "stand_in")
    return crew(turns, gaps, day)


def standing(series: Series, day: date) -> list[tuple[time, Change | None]]:
    """When the sessions of a series begin on a day, each with its change; those that were cancelled are left out."""
    changes: dict[time, Change | None] = {row.original_time: row for row in series.changes.filter(original_date=day)}
    planned = {start for start, _end in series.times} if list(series.rule.days(day, day)) else set()
    extra = {clock for clock, row in changes.items() if row and row.kind == ChangeKind.EXTRA}
    rows = [(clock, changes.get(clock)) for clock in sorted(planned | extra)]
    return [(clock, row) for clock, row in rows if row is None or row.kind != ChangeKind.CANCELLED]


def kept_of(change: Change | None) -> dict[str, Any] | None:
    """What a change says, to be put back later."""
    return {name: getattr(change, name) for name in KEPT} if change else None


def facts_of(kept: dict[str, Any]) -> dict[str, Any]:
    """A kept change as ``change_session`` takes it."""
    fields: dict[str, Any] = {field.attname: field for field in Change._meta.concrete_fields}  # noqa: SLF001
    read = Change(**{name: fields[name].to_python(value) for name, value in kept.items()})
    return {name.removesuffix("_id"): getattr(read, name.removesuffix("_id")) for name in kept}


def shifts_at(library: Library, gaps: list[Gap]) -> dict[tuple[int, date], Shift]:
    """The first session of each gap, cancelled or not, by series and day."""
    if not gaps:
        return {}
    ids, days = {gap.series_id for gap in gaps}, [gap.day for gap in gaps]
    found: dict[tuple[int, date], Shift] = {}
    for shift in shifts(library, min(days), max(days), pk__in=ids):
        found.setdefault((shift.series_id, shift.day), shift)
    return found


def overlapping_turns(rows: Iterable[Shift]) -> list[Overlap]:
    """Pairs of sessions that one person holds at the same time. A warning, never an error: she may know better."""
    found = []
    standing = [shift for shift in rows if not shift.row.is_cancelled]
    for first, second in combinations(sorted(standing, key=lambda shift: shift.row.start), 2):
        if second.row.start < first.row.end and first.row.key != second.row.key:
            there = {one.worker.pk for one in second.present}
            found += [Overlap(one.worker, first, second) for one in first.present if one.worker.pk in there]
    return found


def candidates(worker: Worker, series_ids: Iterable[int]) -> QuerySet[Worker]:
    """Who can be asked for somebody: who holds the same series, or is of the same organisation (or the library)."""
    same = Q(pk__in=Turn.objects.filter(series__in=list(series_ids)).values("worker"))
    same |= Q(partner=worker.partner_id) if worker.partner_id else Q(partner=None)
    return workers_of(worker.library).filter(same).exclude(pk=worker.pk).distinct()


def can_be_asked(gap: Gap) -> list[Worker]:
    """Who of the same series or organisation is not on this session already, and does not miss it either."""
    of_day = Gap.objects.filter(series=gap.series, day=gap.day).values_list("worker", flat=True)
    there = {one.worker.pk for one in people_on(gap.series, gap.day)}
    return [one for one in candidates(gap.worker, [gap.series_id]) if one.pk not in {*of_day, *there}]


def requests_to(worker: Worker) -> list[StandInRequest]:
    """What somebody is asked now, for sessions that are still to come. Two queries at most."""
    rows = StandInRequest.objects.filter(
        asked=worker, answer=Answer.WAITING, gap__state__in=UNSOLVED, gap__day__gte=timezone.localdate()
    )
    return list(rows.select_related("gap__worker", "gap__series__offer").order_by("gap__day", "pk"))


def open_days(library: Library) -> list[date]:
    """The days of coming sessions that somebody misses and nobody has solved, soonest first. One query."""
    today = timezone.localdate()
    rows = Gap.objects.filter(worker__library=library, state__in=UNSOLVED)
    return list(
        rows.filter(day__range=(today, today + timedelta(weeks=WEEKS_AHEAD)))
        .order_by("day", "pk")
        .values_list("day", flat=True)
    )


def swaps_with(worker: Worker) -> list[Swap]:
    """Swaps that wait for an answer, proposed to or by somebody."""
    rows = Swap.objects.filter(Q(giver=worker) | Q(taker=worker), answer=Answer.WAITING)
    coming = rows.filter(day__gte=timezone.localdate(), other_day__gte=timezone.localdate())
    return list(coming.select_related("giver", "taker", "series__offer", "other_series__offer"))


def absences_of(library: Library) -> QuerySet[Absence]:
    """Who was reported away."""
    return Absence.objects.filter(worker__library=library).select_related("worker", "reported_by")


def public_people_of(series: Series) -> list[dict[str, object]]:
    """The public names of a series as they should be now."""
    since = timezone.localdate() - timedelta(weeks=PUBLIC_WEEKS_BACK)
    turns = Turn.objects.filter(series=series).select_related("worker").order_by("first_day", "pk")
    gaps = Gap.objects.filter(series=series).select_related("worker", "stand_in").order_by("day", "pk")
    return public_people(turns, gaps, since=since)


def series_with(worker: Worker) -> list[Series]:
    """Every series at which somebody's name may stand, in a fixed order."""
    own = Q(pk__in=Turn.objects.filter(worker=worker).values("series"))
    stands_in = Q(pk__in=Gap.objects.filter(stand_in=worker).values("series"))
    return list(Series.objects.filter(own | stands_in).order_by("pk"))
