"""The week in the reader's words, by day and part of the day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from home.site.pages.presenters import words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.selectors import Words
from plein.offer.places.choices import PresenceForm
from plein.offer.places.pages import PleinPage
from plein.offer.themes.choices import Daypart, daypart_of
from plein.out.print.selectors import WEEK, Programme, plein_words
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, pages_of, session_cards


@dataclass(frozen=True, slots=True)
class Part:
    """The sessions of one part of a day, under the theme that the part has, if any."""

    label: str
    sessions: list[SessionCard]
    theme: Words | None = None
    hue: int = 0
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week on paper."""

    label: str
    date_iso: str
    open_label: str
    closed_label: str
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class Week:
    """The week of a plein in one language: every session once, on the day on which somebody looks for it."""

    programme: Programme
    words: dict[int, Words]
    place: PleinPage | None
    rows: dict[str, Occurrence]
    cards: dict[str, SessionCard]
    days: list[Day]
    label: str

    @property
    def title(self) -> str:
        """The name of the plein."""
        plein = self.programme.plein
        return self.words[plein.pk].title if plein else self.programme.library.plein_name


def week_of(reading: Reading, programme: Programme) -> Week:
    """Put a programme into the reader's words. Two queries, one in the main language."""
    rows, code = programme.rows, reading.code
    plein = programme.plein
    words = words_of(reading, [*pages_of(rows), *programme.themes, plein])
    cards = {row.key: card for row, card in zip(rows, session_cards(reading, rows, words=words), strict=True)}
    is_translated = plein is not None and not words[plein.pk].is_fallback and code != reading.library.main_language
    return Week(
        programme=programme,
        words=words,
        place=plein_words(plein, code) if plein and is_translated else plein,
        rows={row.key: row for row in rows},
        cards=cards,
        days=days_of(programme, rows, cards, words, code),
        label=_("%(first)s to %(last)s")
        % {"first": dates.day_label(programme.monday, code), "last": dates.day_label(programme.sunday, code)},
    )


def days_of(
    programme: Programme, rows: Iterable[Occurrence], cards: dict[str, SessionCard], words: dict[int, Words], code: str
) -> list[Day]:
    """The days of the week with these sessions; a part of a day is there when it holds one or has a theme."""
    themes = {(theme.weekday, theme.daypart): theme for theme in programme.themes if theme.weekday is not None}
    found: dict[tuple[date, str], list[SessionCard]] = {}
    for row in rows:
        shown = shown_at(row, programme)
        found.setdefault((shown.date(), daypart_of(shown.hour)), []).append(cards[row.key])
    result = []
    for offset in range(WEEK):
        day = programme.monday + timedelta(days=offset)
        parts = [_part(part, found.get((day, part), []), themes.get((day.weekday(), part)), words) for part in Daypart]
        result.append(
            Day(
                label=dates.day_label(day, code),
                date_iso=day.isoformat(),
                open_label=programme.opening.label(day, code),
                closed_label=programme.opening.closed_label(day),
                parts=[part for part in parts if part.sessions],
            )
        )
    return result


def shown_at(row: Occurrence, programme: Programme) -> datetime:
    """When somebody looks for it this week: a session moved to another week stands where it would have been."""
    return row.start if programme.monday <= row.day <= programme.sunday else row.original_start


def _part(part: Daypart, sessions: list[SessionCard], theme: Any, words: dict[int, Words]) -> Part:
    if theme is None:
        return Part(str(part.label), sessions)
    return Part(str(part.label), sessions, words[theme.pk], theme.hue, theme.pictogram)


def main_keys(programme: Programme) -> set[str]:
    """What the form of the plein puts in one table: its daypart, or its desk. Nothing when partners are spread."""
    form = programme.plein.presence_form if programme.plein else PresenceForm.SPREAD
    places: dict[str, Any] = {}
    if form == PresenceForm.ONE_DAYPART:
        for row in programme.rows:
            start = shown_at(row, programme)
            places[row.key] = (start.date(), daypart_of(start.hour))
    elif form == PresenceForm.ONE_DESK:
        places = {row.key: row.room.pk for row in programme.rows if row.room}
    if not places:
        return set()
    most = Counter(places.values()).most_common(1)[0][0]
    return {key for key, place in places.items() if place == most}
