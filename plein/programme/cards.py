"""The programme as a reader sees it: occurrences in her words, days, dayparts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.languages import dates
from home.languages.registry import Language
from home.languages.selectors import Words, address
from home.pages.cards import language_list, words_of
from home.pages.selectors import Reading
from plein.places.choices import Reason
from plein.programme.choices import ENTRY_PICTOGRAMS, Daypart, Entry, Status, daypart_of
from plein.programme.selectors import Occurrence, monday_of


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One occurrence in a list, every text ready to be shown."""

    title: str
    lang: str
    dir: str
    url: str
    day: str
    date_iso: str
    start_iso: str
    end_iso: str
    time: str
    status: str
    status_label: str
    reason_label: str
    moved_label: str
    room: str
    partner: str
    partner_lang: str
    languages: list[Language]
    entry: str
    entry_pictogram: str
    entry_label: str
    theme: str
    theme_lang: str
    hue: int
    pictogram: str
    state: str
    state_label: str
    left_label: str
    kind: str
    calendar_url: str
    summary: str = ""
    note: str = ""

    @property
    def is_cancelled(self) -> bool:
        return self.status == Status.CANCELLED

    @property
    def is_moved(self) -> bool:
        return self.status == Status.MOVED

    @property
    def is_now(self) -> bool:
        return self.state == "now"

    @property
    def is_next(self) -> bool:
        return self.state == "next"


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
    hue: int = 0
    pictogram: str = ""


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


def pages_of(rows: Iterable[Occurrence]) -> list[Page]:
    """Every page whose words the cards of these occurrences need."""
    pages: list[Page] = []
    for row in rows:
        pages.extend(page for page in (row.page, row.partner, row.theme) if page is not None)
    return pages


def session_fields(
    reading: Reading, row: Occurrence, words: dict[int, Words], now: datetime, state: str = ""
) -> dict[str, Any]:
    """The fields of a ``SessionCard`` for one occurrence."""
    own, code = words[row.page.pk], reading.code
    partner = words.get(row.partner.pk) if row.partner else None
    theme = words.get(row.theme.pk) if row.theme else None
    day = row.day
    moved = ""
    if row.status == Status.MOVED:
        moved = f"{dates.day_label(day, code)} {dates.time_range(row.start, row.end, code)}"
    if not state and row.start <= now < row.end and not row.is_cancelled:
        state = "now"
    changed = row.status != Status.PLANNED
    return {
        "title": own.title,
        "summary": own.summary,
        "lang": own.lang,
        "dir": own.dir,
        "url": address(row.page, code),
        "day": dates.day_label(day, code),
        "date_iso": day.isoformat(),
        "start_iso": row.start.isoformat(),
        "end_iso": row.end.isoformat(),
        "time": dates.time_range(row.start, row.end, code),
        "status": row.status,
        "status_label": _status_label(row.status),
        "reason_label": str(Reason(row.reason).label) if changed and row.reason else "",
        "moved_label": moved,
        "room": row.room.name if row.room else row.place,
        "partner": partner.title if partner else "",
        "partner_lang": partner.lang if partner else "",
        "languages": language_list(row.languages, code),
        "entry": row.entry,
        "entry_pictogram": ENTRY_PICTOGRAMS[Entry(row.entry)],
        "entry_label": str(Entry(row.entry).label),
        "theme": theme.title if theme else "",
        "theme_lang": theme.lang if theme else "",
        "hue": row.theme.hue if row.theme else 0,
        "pictogram": row.theme.pictogram if row.theme else "",
        "state": state,
        "state_label": {"now": _("Now"), "next": _("Next")}.get(state, ""),
        "left_label": dates.minutes_left(now, row.end) if state == "now" else "",
        "kind": row.kind,
        "calendar_url": f"/{code}/kalender/{row.uid}.ics",
    }


def _status_label(status: str) -> str:
    return {
        Status.CANCELLED: _("Does not take place"),
        Status.MOVED: _("At another time or place"),
    }.get(Status(status), "")


def session_cards(
    reading: Reading,
    rows: Iterable[Occurrence],
    *,
    words: dict[int, Words] | None = None,
    state: str = "",
    now: datetime | None = None,
) -> list[SessionCard]:
    """Cards of occurrences in the reader's words; one query unless ``words`` is given."""
    rows = list(rows)
    words = words_of(reading, pages_of(rows)) if words is None else words
    now = now or timezone.now()
    return [SessionCard(**session_fields(reading, row, words, now, state)) for row in rows]


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
) -> list[WeekDay]:
    """Days from ``first`` with their sessions, in dayparts; a daypart with a theme shows it as a band."""
    today, code = timezone.localdate(), reading.code
    bands = {(theme.weekday, theme.daypart): theme for theme in themes if theme.weekday is not None}
    result = []
    for offset in range(count):
        day = first + timedelta(days=offset)
        of_day = [row for row in rows if row.day == day]
        cards = session_cards(reading, of_day, words=words)
        result.append(
            WeekDay(
                day=dates.day_label(day, code),
                weekday=dates.weekday_name(day, code),
                weekday_short=dates.weekday_short(day, code),
                number=dates.day_number(day, code),
                month=dates.month_name(day, code),
                date_iso=day.isoformat(),
                anchor=f"dag-{day.isoformat()}",
                is_today=day == today,
                today_label=dates.relative_day(day, today),
                open_label=(opening or {}).get(day, ""),
                closed_label=(closed or {}).get(day, ""),
                sessions=cards,
                dayparts=[
                    _band(reading, part, _of_part(part, of_day, cards), bands.get((day.weekday(), part.value)), words)
                    for part in Daypart
                ],
            )
        )
    return result


def _of_part(part: Daypart, rows: list[Occurrence], cards: list[SessionCard]) -> list[SessionCard]:
    return [
        card
        for row, card in zip(rows, cards, strict=True)
        if daypart_of(row.start.astimezone(dates.AMSTERDAM).hour) == part
    ]


def _band(
    reading: Reading, part: Daypart, sessions: list[SessionCard], theme: Any, words: dict[int, Words]
) -> DaypartBand:
    if theme is None:
        return DaypartBand(part.value, str(part.label), sessions)
    own = words[theme.pk]
    return DaypartBand(
        part.value,
        str(part.label),
        sessions,
        theme=own.title,
        theme_lang=own.lang,
        theme_dir=own.dir,
        theme_url=address(theme, reading.code),
        hue=theme.hue,
        pictogram=theme.pictogram,
    )


def upcoming(reading: Reading, rows: Iterable[Occurrence], most: int) -> list[Occurrence]:
    """The first occurrences that are not over."""
    now = timezone.now()
    return [row for row in rows if row.end > now][:most]


def week_bounds(day: date) -> tuple[date, date]:
    """Monday and Sunday around a day."""
    monday = monday_of(day)
    return monday, monday + timedelta(days=6)
