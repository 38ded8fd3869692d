"""A sheet as plain data for the typesetter: text, lists and numbers, nothing that it could take for instructions."""

import html
import json
import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from django.contrib.staticfiles import finders
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from home.site.pages.presenters import language_list
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.known import Language
from plein.offer.offers.choices import ENTRY_PICTOGRAMS, Entry
from plein.offer.places.choices import PresenceForm
from plein.out.print.choices import NOT_ON_PAPER, Sheet
from plein.out.print.presenters import Day, Week, days_of, main_keys
from plein.out.print.selectors import WEEK
from plein.programme.timetable.presenters import SessionCard

END_OF_BLOCK = re.compile(r"</(?:p|li)>|<br ?/?>")
STYLES = ("river", "saffron")


def sheet_of(reading: Reading, week: Week, sheet: str, *, today: date, address: str) -> dict[str, Any]:
    """What stands on a sheet. ``address`` is the short one of the programme, with its scheme; a poster has no table."""
    programme, code = week.programme, reading.code
    keys = main_keys(programme) if sheet == Sheet.FOLDER else set()
    main = [row for row in programme.rows if row.key in keys]
    rest = [row for row in programme.rows if row.key not in keys]
    return {
        "lang": code.split("-", maxsplit=1)[0],
        "dir": reading.language.direction,
        "house": house(reading.library.style),
        "library": reading.library.name,
        "title": week.title,
        "week": week.label,
        "about": _said(*_about(week)),
        "form": programme.plein.presence_form if programme.plein else PresenceForm.SPREAD,
        "table": [row for row in _days(week, main, code) if row["parts"]],
        "days": [row for row in _days(week, rest, code) if row["parts"] or row["closed"]],
        "hours": _hours(week, code),
        "place": _place(week, reading),
        "partners": _partners(week),
        "entries": _entries(week),
        "spoken": [_language(row, code) for row in _spoken(week, code)],
        "qr": qr_code(address),
        "address": {"url": address, "text": address.rsplit("://", maxsplit=1)[-1].rstrip("/")},
        "labels": _labels(dates.full_date(today, code)),
        "machine": _("Some words were translated by a computer.") if reading.machine_drafts else "",
    }


def as_json(sheet: dict[str, Any]) -> str:
    """The data as the typesetter reads it; the same data is the same text."""
    return json.dumps(sheet, ensure_ascii=False, sort_keys=True, default=str)


def _said(text: str, lang: str = "") -> dict[str, str]:
    """Words with the language they are in, when it is not that of the sheet."""
    return {"text": text, "lang": lang.split("-", maxsplit=1)[0]}


def _about(week: Week) -> tuple[str, str]:
    plein = week.programme.plein
    return (week.words[plein.pk].summary, week.words[plein.pk].lang) if plein else ("", "")


def _days(week: Week, rows: list[Any], code: str) -> list[dict[str, Any]]:
    return [_day(week, day, code) for day in days_of(week.programme, rows, week.cards, week.words, code)]


def _day(week: Week, day: Day, code: str) -> dict[str, Any]:
    return {
        "label": day.label,
        "open": day.open_label,
        "closed": day.closed_label,
        "parts": [
            {
                "label": part.label,
                "theme": _said(part.theme.title, part.theme.lang) if part.theme else None,
                "hue": part.hue,
                "pictogram": drawing("pictograms", part.pictogram),
                "sessions": [_session(week, card, code) for card in part.sessions],
            }
            for part in day.parts
        ],
    }


def _session(week: Week, card: SessionCard, code: str) -> dict[str, Any]:
    """One session: when, what, who, where, how, in which languages, and what happened to it."""
    row = week.rows[card.key]
    is_away = not week.programme.monday <= row.day <= week.programme.sunday
    start, end = (dates.clock(moment, code) for moment in (row.start, row.end))
    return {
        "key": card.key,
        "start": dates.clock(row.original_start, code) if is_away else start,
        "end": "" if is_away else end,
        "title": _said(card.title, card.lang),
        "who": _said(card.host, card.host_lang),
        "people": list(row.people) if not card.is_cancelled else [],
        "room": card.room,
        "entry": card.entry_label,
        "entry_pictogram": drawing("pictograms", card.entry_pictogram),
        "spoken": [_language(language, code) for language in card.languages],
        "hue": card.hue,
        "is_off": card.is_cancelled or is_away,
        "status": _status(card),
        "detail": _detail(week, card, code, is_away=is_away),
    }


def _status(card: SessionCard) -> str:
    return f"{card.status_label}: {card.reason_label}" if card.reason_label else card.status_label


def _detail(week: Week, card: SessionCard, code: str, *, is_away: bool) -> str:
    """Where a moved session went, or came from."""
    row = week.rows[card.key]
    if is_away:
        return card.moved_label
    if row.start == row.original_start:
        return ""
    day, clock = dates.day_label(row.original_day, code), dates.clock(row.original_start, code)
    return _("Otherwise: %(day)s, %(time)s") % {"day": day, "time": clock}


def _hours(week: Week, code: str) -> list[dict[str, Any]]:
    """A row a day, with what is different this week."""
    programme, rows = week.programme, []
    for offset in range(WEEK if programme.opening.hours else 0):
        day = date.fromordinal(programme.monday.toordinal() + offset)
        spans = programme.opening.spans(day)
        label = ", ".join(f"{dates.clock(start, code)} – {dates.clock(end, code)}" for start, end in spans)
        rows.append(
            {
                "day": dates.weekday_name(day, code),
                "label": label or programme.opening.closed_label(day) or _("Closed"),
                "is_closed": not spans,
            }
        )
    return rows


def _place(week: Week, reading: Reading) -> dict[str, Any]:
    """Address, how to get there and in, and who receives."""
    plein, library = week.programme.plein, reading.library
    if plein is None or week.place is None:
        return {
            "lines": library.address.splitlines(),
            "phone": library.phone,
            "email": library.email,
            "wheelchair": "",
            "texts": [],
        }
    lang = week.words[plein.pk].lang
    town = f"{plein.postal_code} {plein.city}".strip()
    texts = [
        ("place", _("How to get there"), week.place.route),
        ("home", _("How to get in"), week.place.getting_in),
        ("host", _("Ask the host"), week.place.host_text),
    ]
    wheelchair = _("You can get in with a wheelchair.") if plein.has_wheelchair_access else ""
    return {
        "lines": [line for line in (plein.street, town) if line] or library.address.splitlines(),
        "phone": plein.phone or library.phone,
        "email": plein.email or library.email,
        "wheelchair": wheelchair,
        "texts": [
            {
                "pictogram": drawing("pictograms", icon),
                "heading": heading,
                "lines": [_said(line, lang) for line in plain(rich)],
            }
            for icon, heading, rich in texts
            if plain(rich)
        ],
    }


def plain(rich: str) -> list[str]:
    """Rich text as lines of plain text."""
    lines = (html.unescape(strip_tags(part)).strip() for part in END_OF_BLOCK.split(rich))
    return [" ".join(line.split()) for line in lines if line]


def _partners(week: Week) -> list[dict[str, Any]]:
    """Who comes this week, in the order of their names, each with its mark."""
    found = {row.partner.pk: row.partner for row in week.programme.rows if row.partner}
    names = {pk: week.words[pk] for pk in found}
    return [
        {"name": _said(words.title, words.lang), "mark": drawing("marks", week.programme.marks.get(pk, ""))}
        for pk, words in sorted(names.items(), key=lambda item: item[1].title)
    ]


def _entries(week: Week) -> list[dict[str, str]]:
    """What one does to get in, for each way in that there is this week."""
    told = {
        Entry.WALK_IN: _("You need no appointment. Just come in."),
        Entry.APPOINTMENT: _("Make an appointment first. Call or ask at the desk."),
        Entry.SIGN_UP: _("Sign up first. Call or ask at the desk."),
    }
    there = {row.entry for row in week.programme.rows}
    return [
        {"label": str(entry.label), "text": text, "pictogram": drawing("pictograms", ENTRY_PICTOGRAMS[entry])}
        for entry, text in told.items()
        if entry in there
    ]


def _spoken(week: Week, code: str) -> list[Language]:
    """Every language in which somebody helps this week, the reader's first."""
    rows = (row for row in week.programme.rows if not row.is_cancelled)
    return language_list(dict.fromkeys(spoken for row in rows for spoken in row.languages), code)


def _language(language: Language, code: str) -> dict[str, str]:
    """A language by its own name, or by its name in the reader's language when our fonts lack its letters."""
    if language.code not in NOT_ON_PAPER:
        return _said(language.native_name, language.code)
    try:
        names = Locale.parse(code.replace("-", "_")).languages
    except (UnknownLocaleError, ValueError):
        names = {}
    return _said(names.get(language.code) or language.dutch_name)


@lru_cache(maxsize=8)
def house(style: str) -> dict[str, Any]:
    """Colours and corners of a house style, as the front end's build wrote them."""
    name = style if style in STYLES else STYLES[0]
    found = finders.find(f"portal/paper-{name}.json")
    if found is None:
        raise FileNotFoundError(name)
    return dict(json.loads(Path(found).read_text(encoding="utf-8")))


@lru_cache(maxsize=200)
def drawing(kind: str, code: str) -> str:
    """Path of one of our drawings as the typesetter sees it, empty when there is none of that name."""
    if not code.replace("-", "").isalnum():
        return ""
    return f"/home/static/home/{kind}/{code}.svg" if finders.find(f"home/{kind}/{code}.svg") else ""


@lru_cache(maxsize=64)
def qr_code(address: str) -> str:
    """The address as a drawing that a telephone reads."""
    import segno  # noqa: PLC0415 - slow to import, and needed on paper only

    return str(segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True, dark="#000"))


def _labels(printed: str) -> dict[str, str]:
    """The words that stand on every sheet."""
    return {
        "programme": _("Week programme"),
        "also": _("Also this week"),
        "desk": _("Who sits at the desk?"),
        "together": _("Everybody together"),
        "day": _("Day"),
        "time": _("Time"),
        "what": _("What for"),
        "who": _("Who"),
        "languages": _("Languages"),
        "hours": _("Opening hours"),
        "partners": _("Partners"),
        "address": _("Address"),
        "spoken": _("We speak"),
        "nothing": _("Nothing is planned this week. Ask at the desk: somebody will help you."),
        "printed": _("Printed on %(day)s") % {"day": printed},
        "current": _("The programme of today stands here:"),
        "qr": _("Code for the telephone: leads to the programme of today."),
        "welcome": _("Come in. We help you on."),
        "scene": _("Drawing of the square: houses, trees and people."),
    }
