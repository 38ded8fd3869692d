"""The programme by day, as a reader sees it: days, their parts, and themes over them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.selectors import Words, address
from plein.offer.themes.choices import Daypart, daypart_of
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, ghost_of, session_cards
from plein.programme.timetable.selectors import monday_of


@dataclass(frozen=True, slots=True)
class DaypartBand:
    """The sessions of one part of a day, under its theme when it has one."""

    code: str
    label: str
    sessions: list[SessionCard]
    theme: str = ""
    theme_lang: str = ""
    theme_dir: str = ""
    theme_url: str = ""
    theme_is_machine: bool = False
    hue: int = 0
    pictogram: str = ""
    now_label: str = ""


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week with what is on."""

    day: str
    weekday: str
    weekday_short: str
    number: str
    month: str
    date_iso: str
    anchor: str
    is_today: bool
    today_label: str
    open_label: str
    closed_label: str
    sessions: list[SessionCard]
    dayparts: list[DaypartBand] = field(default_factory=list)
    url: str = ""
    note_label: str = ""


def day_url(day: date, code: str) -> str:
    """The page of a day."""
    return f"/{code}/dag/{day.isoformat()}/"


def week_days(
    reading: Reading,
    first: date,
    count: int,
    rows: list[Occurrence],
    *,
    words: dict[int, Words],
    themes: Iterable[Any] = (),
    opening: dict[date, str] | None = None,
    closed: dict[date, str] | None = None,
    notes: dict[date, str] | None = None,
    now: datetime | None = None,
) -> list[WeekDay]:
    """Days from ``first`` with their sessions, in dayparts; a daypart with a theme shows it as a band.

    A session that was moved to another day also stands, struck, on the day on which it would have been.
    """
    board = _Board(
        reading=reading,
        rows=rows,
        words=words,
        now=now or timezone.now(),
        bands={(theme.weekday, theme.daypart): theme for theme in themes if theme.weekday is not None},
        said=(opening or {}, closed or {}, notes or {}),
    )
    return [board.day(first + timedelta(days=offset)) for offset in range(count)]


@dataclass(frozen=True, slots=True)
class _Board:
    """What is needed to set the days of a list."""

    reading: Reading
    rows: list[Occurrence]
    words: dict[int, Words]
    now: datetime
    bands: dict[tuple[int, str], Any]
    said: tuple[dict[date, str], dict[date, str], dict[date, str]]

    def day(self, day: date) -> WeekDay:
        today, code = timezone.localdate(self.now), self.reading.code
        open_label, closed_label, note_label = (labels.get(day, "") for labels in self.said)
        placed = self.placed(day)
        return WeekDay(
            day=dates.day_label(day, code),
            weekday=dates.weekday_name(day, code),
            weekday_short=dates.weekday_short(day, code),
            number=dates.day_number(day, code),
            month=dates.month_name(day, code),
            date_iso=day.isoformat(),
            anchor=f"dag-{day.isoformat()}",
            is_today=day == today,
            today_label=dates.relative_day(day, today),
            open_label=open_label,
            closed_label=closed_label,
            note_label=note_label,
            sessions=[card for _start, card in placed],
            dayparts=[self.band(part, placed, day, is_today=day == today) for part in Daypart],
            url=day_url(day, code),
        )

    def placed(self, day: date) -> list[tuple[datetime, SessionCard]]:
        """Cards with the moment that orders them: the sessions of a day, and ghosts of those moved away from it."""
        here = [row for row in self.rows if row.day == day]
        gone = [row for row in self.rows if row.original_day == day != row.day]
        cards = session_cards(self.reading, [*here, *gone], words=self.words, now=self.now)
        placed = [(row.start, card) for row, card in zip(here, cards, strict=False)]
        for row, card in zip(gone, cards[len(here) :], strict=True):
            placed.append((row.original_start, ghost_of(card, row, self.reading.code)))
        return sorted(placed, key=lambda pair: (pair[0], pair[1].title))

    def band(
        self, part: Daypart, placed: list[tuple[datetime, SessionCard]], day: date, *, is_today: bool
    ) -> DaypartBand:
        """One part of a day under its theme, with the line for now when it is that part of the day."""
        own = [pair for pair in placed if _part_of(pair[0]) == part]
        band = DaypartBand(part.value, str(part.label), [card for _start, card in own])
        if is_today and _part_of(timezone.localtime(self.now)) == part:
            band = _with_now_line(band, [start for start, _card in own], self.now, self.reading.code)
        theme = self.bands.get((day.weekday(), part.value))
        return band if theme is None else _with_theme(band, theme, self.words[theme.pk], self.reading.code)


def _with_theme(band: DaypartBand, theme: Any, own: Words, code: str) -> DaypartBand:
    return replace(
        band,
        theme=own.title,
        theme_lang=own.lang,
        theme_dir=own.dir,
        theme_url=address(theme, code),
        theme_is_machine=own.is_machine,
        hue=theme.hue,
        pictogram=theme.pictogram,
    )


def _part_of(moment: datetime) -> str:
    return daypart_of(moment.hour)


def _with_now_line(band: DaypartBand, starts: list[datetime], now: datetime, code: str) -> DaypartBand:
    """The line stands before the first session that has not begun, or below them all."""
    label = _("Now it is %(time)s") % {"time": dates.clock(timezone.localtime(now), code)}
    coming = next((number for number, start in enumerate(starts) if start > now), None)
    if coming is None:
        return replace(band, now_label=label)
    cards = [replace(card, now_label=label) if number == coming else card for number, card in enumerate(band.sessions)]
    return replace(band, sessions=cards)


def week_bounds(day: date) -> tuple[date, date]:
    """Monday and Sunday around a day."""
    monday = monday_of(day)
    return monday, monday + timedelta(days=6)
