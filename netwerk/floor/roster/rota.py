"""Who holds a session on a day: turns, absences and stand-ins put together. No queries here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from netwerk.floor.roster.choices import UNSOLVED, GapState
from netwerk.floor.roster.models import Gap, Turn
from netwerk.people.workers.models import Worker
from plein.programme.timetable.occurrences import Occurrence

# Worker, series, day.
Key = tuple[int, int, date]


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is there, and for whom when she stands in."""

    worker: Worker
    instead_of: Worker | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """One session with who holds it and who is missed."""

    row: Occurrence
    series_id: int = 0
    present: tuple[Present, ...] = ()
    gaps: tuple[Gap, ...] = ()
    # Whether somebody made a roster for this series at all.
    has_roster: bool = False

    @property
    def day(self) -> date:
        """The day by which turns and absences find it, also when the session was moved."""
        return self.row.original_day

    @property
    def is_short(self) -> bool:
        """Whether somebody has to do something: nobody is there, or a colleague was asked and has not said yes."""
        if self.row.is_cancelled or not self.has_roster:
            return False
        if any(gap.state in UNSOLVED for gap in self.gaps):
            return True
        return not self.present and not any(gap.state == GapState.GOES_ON for gap in self.gaps)


@dataclass(slots=True)
class Rota:
    """The turns and gaps of some days, found by the public id of the series."""

    turns: dict[str, list[Turn]] = field(default_factory=dict)
    gaps: dict[str, list[Gap]] = field(default_factory=dict)

    def shift(self, row: Occurrence) -> Shift:
        """A session of the programme with its people."""
        turns = self.turns.get(row.uid, [])
        of_day = [gap for gap in self.gaps.get(row.uid, []) if gap.day == row.original_day]
        series_id = next((one.series_id for one in (*turns, *of_day)), 0)
        return Shift(row, series_id, tuple(crew(turns, of_day, row.original_day)), tuple(of_day), bool(turns))


def holds(turn: Turn, day: date) -> bool:
    """Whether it is this turn's week; the week of the first day counts as the first."""
    if day < turn.first_day or (turn.last_day and day > turn.last_day):
        return False
    monday, first_monday = (one - timedelta(days=one.weekday()) for one in (day, turn.first_day))
    return (monday - first_monday).days // 7 % max(1, turn.interval) == 0


def works_on(worker: Worker, day: date) -> bool:
    """Whether somebody works here on a day."""
    return not worker.anonymised_on and (worker.left_on is None or worker.left_on > day)


def crew(turns: Iterable[Turn], gaps: Iterable[Gap], day: date) -> list[Present]:
    """Who holds the sessions of one series on a day; ``gaps`` are those of that series and day."""
    by_worker = {gap.worker_id: gap for gap in gaps}
    expected = {turn.worker_id: turn.worker for turn in turns if holds(turn, day) and works_on(turn.worker, day)}
    found: dict[int, Present] = {}
    for worker in expected.values():
        present = _resolve(worker, by_worker, day)
        if present is not None:
            found.setdefault(present.worker.pk, present)
    return list(found.values())


def _resolve(worker: Worker, gaps: dict[int, Gap], day: date) -> Present | None:
    """Follow stand-ins, who may themselves be away, to who really comes."""
    now, seen = worker, set()
    while (gap := gaps.get(now.pk)) is not None:
        if gap.stand_in is None or gap.stand_in_id in seen:
            return None
        seen.add(now.pk)
        now = gap.stand_in
    if not works_on(now, day):
        return None
    return Present(now, None if now.pk == worker.pk else worker)


def public_people(turns: Iterable[Turn], gaps: Iterable[Gap], *, since: date) -> list[dict[str, object]]:
    """The turns of one series as the timetable keeps them: names agreed to, and nothing else of a person.

    Absence is a day on which a turn is not on; a stand-in is a turn of one day. Turns that ended before ``since``
    are left out.
    """
    turns, gaps = list(turns), [gap for gap in gaps if gap.day >= since]
    rows: list[dict[str, object]] = []
    for turn in turns:
        last = _last_day(turn)
        if turn.worker.shown_name and (last is None or last >= max(since, turn.first_day)):
            away = sorted(
                gap.day.isoformat() for gap in gaps if gap.worker_id == turn.worker_id and holds(turn, gap.day)
            )
            rows.append(_row(turn.worker.shown_name, turn.first_day, last, turn.interval, away))
    for day in sorted({gap.day for gap in gaps if gap.stand_in_id}):
        of_day = [gap for gap in gaps if gap.day == day]
        stand_ins = [one.worker.shown_name for one in crew(turns, of_day, day) if one.instead_of]
        rows += [_row(name, day, day, 1, []) for name in stand_ins if name]
    return rows


def _last_day(turn: Turn) -> date | None:
    """The last day of a turn; who left has none after that."""
    if turn.worker.left_on is None:
        return turn.last_day
    gone = turn.worker.left_on - timedelta(days=1)
    return min(turn.last_day, gone) if turn.last_day else gone


def _row(name: str, first: date, last: date | None, interval: int, not_on: list[str]) -> dict[str, object]:
    return {
        "name": name,
        "first_day": first.isoformat(),
        "last_day": last.isoformat() if last else None,
        "interval": interval,
        "not_on": not_on,
    }
