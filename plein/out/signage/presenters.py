"""The programme of a plein as its screen holds it: times as numbers, words ready in each of the library's languages."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.http import HttpRequest
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from home.site.pages.presenters import words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import address
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes
from plein.offer.offers.choices import ENTRY_PICTOGRAMS
from plein.offer.places.choices import PresenceForm
from plein.offer.places.pages import PleinPage
from plein.offer.themes.choices import AFTERNOON_ENDS, MORNING_ENDS, Daypart, Pictogram
from plein.out.signage.glance import glance
from plein.out.signage.selectors import Programme, programme_of
from plein.programme.timetable.choices import Status
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, pages_of, session_cards

TEMPLATES = ("screen", "item")

PART_ENDS = {Daypart.MORNING: MORNING_ENDS, Daypart.AFTERNOON: AFTERNOON_ENDS, Daypart.EVENING: 24}

# Number of the day, end, part of the day, theme.
ThemePart = tuple[int, int, Daypart, Any]


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of the screen: a session on the day on which it is, or on the one from which it was moved away."""

    row: Occurrence
    day: int
    start: datetime
    end: datetime
    is_gone: bool = False

    @property
    def is_off(self) -> bool:
        """Whether nobody need come."""
        return self.is_gone or self.row.is_cancelled


@dataclass(frozen=True, slots=True)
class Contents:
    """What a screen holds, before it is put into words."""

    programme: Programme
    slots: list[Slot]
    themes: list[ThemePart]


def screen_data(request: HttpRequest, library: Library, plein: PleinPage) -> dict[str, Any]:
    """Everything that the screen of a plein needs to go on for a week by itself.

    Nine queries, and one for each language besides the main one, whatever the number of sessions.
    """
    programme = programme_of(library, plein)
    contents = Contents(programme, _slots(programme), _themes(programme))
    # Easy Dutch differs from Dutch in its pages, not in the few words of a screen.
    codes = [code for code in language_codes(library) if not get_language(code).is_easy]
    readings = [Reading(request, library, code, plein, plein, codes) for code in codes]
    return {
        "version": version_of(library.style),
        "form": plein.presence_form,
        "days": [_number(dates.at(day, time.min)) for day in [*programme.days, programme.days[-1] + timedelta(days=1)]],
        "opening": [{"start": _number(start), "end": _number(end)} for start, end in _spans(programme)],
        "themes": [
            {"day": day, "end": end, "hue": theme.hue, "pictogram": theme.pictogram}
            for day, end, _part, theme in contents.themes
        ],
        "sessions": [_facts(slot) for slot in contents.slots],
        "languages": [_words(reading, contents) for reading in readings],
    }


def _number(moment: datetime) -> int:
    """A moment as a browser counts them."""
    return int(moment.timestamp() * 1000)


def _slots(programme: Programme) -> list[Slot]:
    """The lines of the screen in order of time. What was moved to another day stands on both."""
    first, days = programme.first, len(programme.days)
    slots = []
    for row in programme.rows:
        day, original = (row.day - first).days, (row.original_day - first).days
        if 0 <= day < days:
            slots.append(Slot(row, day, row.start, row.end))
        if original != day and 0 <= original < days:
            slots.append(
                Slot(row, original, row.original_start, row.original_start + (row.end - row.start), is_gone=True)
            )
    return sorted(slots, key=lambda slot: (slot.start, slot.row.page.title))


def _facts(slot: Slot) -> dict[str, Any]:
    """What is the same about a line in every language."""
    theme = slot.row.theme
    return {
        "key": f"{slot.row.key}{'/gone' if slot.is_gone else ''}",
        "day": slot.day,
        "start": _number(slot.start),
        "end": _number(slot.end),
        "off": slot.is_off,
        "status": str(slot.row.status),
        "hue": theme.hue if theme else 0,
        "pictogram": theme.pictogram if theme else "calendar",
    }


def _spans(programme: Programme) -> list[tuple[datetime, datetime]]:
    return [span for day in programme.days for span in sorted(programme.opening.spans(day))]


def _themes(programme: Programme) -> list[ThemePart]:
    """The parts of the coming days that have a theme and on which the plein is open."""
    return [
        (number, _number(dates.at(day, time.min) + timedelta(hours=ends)), part, theme)
        for number, day in enumerate(programme.days)
        for part, ends in PART_ENDS.items()
        for theme in programme.themes
        if (theme.weekday, theme.daypart) == (day.weekday(), part) and not programme.opening.closed_on(day)
    ]


def _words(reading: Reading, contents: Contents) -> dict[str, Any]:
    """All that is said, in one language."""
    code, programme, plein = reading.code, contents.programme, contents.programme.plein
    rows = [slot.row for slot in contents.slots]
    words = words_of(reading, [plein, *pages_of(rows), *(theme for *_rest, theme in contents.themes)])
    host, path = reading.request.get_host(), address(programme.week_page, code)
    with translation.override(code):
        cards = zip(contents.slots, session_cards(reading, rows, words=words), strict=True)
        return {
            "code": code,
            "dir": reading.language.direction,
            "name": reading.language.native_name,
            "plein": {"text": words[plein.pk].title, "lang": words[plein.pk].lang},
            "labels": _labels(plein.presence_form),
            "machine": _("Some words were translated by a computer.") if reading.machine_drafts else "",
            "clock": _clock(code),
            "days": [dates.day_label(day, code) for day in programme.days],
            "closed": [programme.opening.closed_label(day) for day in programme.days],
            "opening": [_opening(start, end, code) for start, end in _spans(programme)],
            "themes": [
                {"part": str(part.label), "text": words[theme.pk].title, "lang": words[theme.pk].lang}
                for _day, _end, part, theme in contents.themes
            ],
            "sessions": [_line(slot, card, plein.presence_form, code) for slot, card in cards],
            "qr": qr_code(f"{reading.request.scheme}://{host}{path}"),
            "address": f"{host}{path}",
        }


def _labels(form: str) -> dict[str, str]:
    """Headings and sentences of the screen. What stands in braces is filled in there."""
    now, following, again = _("Now"), _("Coming up"), _("Next time")
    if form == PresenceForm.ONE_DESK:
        now, following = _("Who helps you now"), _("Who helps you next")
    if form == PresenceForm.ONE_DAYPART:
        now, again = _("Everybody is here now"), _("Everybody is here again")
    return {
        "now": now,
        "next": following,
        "later": _("Later today"),
        "changed": _("Different today"),
        "coming": again,
        "tomorrow": _("tomorrow"),
        "theme": _("Theme"),
        "quiet": _("There is nothing more on the programme today"),
        "welcome": _("Do come in: you are welcome."),
        "closed": _("Closed now"),
        "unknown": _("This screen does not know the programme of today"),
        "ask": _("Ask at the desk: somebody will help you."),
        "week": _("The whole week on your telephone"),
        "offline": _("No connection since %(time)s. What changed after that is not shown here.") % {"time": "{time}"},
        "skew": _("The clock of this screen is not right."),
    }


def _clock(code: str) -> dict[str, str]:
    """How the language writes a clock: its digits and the sign between hours and minutes."""
    return {
        "digits": "".join(dates.clock_time(time(0, minute), code)[-1] for minute in range(10)),
        "sign": dates.clock_time(time(0), code)[2],
    }


def _opening(start: datetime, end: datetime, code: str) -> dict[str, str]:
    """What is said of an opening while it lasts, and before it: on the same day, the day before, earlier."""
    clock = dates.clock(start, code)
    days = {"today": _("today"), "tomorrow": _("tomorrow"), "later": dates.weekday_name(start.date(), code)}
    again = {name: _("Open again: %(day)s from %(time)s") % {"day": day, "time": clock} for name, day in days.items()}
    return {"now": _("Open now, until %(time)s") % {"time": dates.clock(end, code)}, **again}


def _line(slot: Slot, card: SessionCard, form: str, code: str) -> dict[str, Any]:
    """The words of one line. At one desk the person comes first, elsewhere what one can come for."""
    who = {"text": card.people_label, "lang": ""}
    if form == PresenceForm.ONE_DESK and not slot.is_off:
        who = {"text": card.people or card.host, "lang": "" if card.people else card.host_lang}
    return {
        "from": dates.clock(slot.start, code),
        "until": dates.clock(slot.end, code),
        "time": dates.time_range(slot.start, slot.end, code),
        "title": card.title,
        "lang": card.lang,
        "who": who,
        "where": card.room,
        "entry": {"text": card.entry_label, "pictogram": card.entry_pictogram},
        "note": _note(slot, card),
        "languages": [{"code": row.code, "name": row.native_name, "dir": row.direction} for row in card.languages],
    }


def _note(slot: Slot, card: SessionCard) -> str:
    """What is different: cancelled and why, moved and to when, full, another partner."""
    if slot.row.status in {Status.PLANNED, Status.EXTRA}:
        return ""
    more = card.moved_label if slot.is_gone else card.change_label or card.reason_label
    if slot.row.status == Status.REPLACED and card.partner:
        more = card.partner
    return _("%(status)s: %(reason)s") % {"status": card.status_label, "reason": more} if more else card.status_label


def panel(data: dict[str, Any], code: str, now: datetime) -> dict[str, Any]:
    """What the screen shows at a moment in one language, for a television without JavaScript and for the first look."""
    words = next(row for row in data["languages"] if row["code"] == code)
    labels, seen = words["labels"], glance(data, _number(now))
    day, theme = seen["day"], seen["theme"]
    sections = [(labels["changed"], "", seen["changed"])]
    if seen["mode"] == "now":
        sections.append((labels["next"], "", seen["next"]))
    sections.append((labels["later"], "", seen["later"]))
    if seen["coming"]:
        coming = data["sessions"][seen["coming"][0]]["day"]
        when = f"{labels['tomorrow']}, {words['days'][coming]}" if coming == day + 1 else words["days"][coming]
        sections.append((labels["coming"], when, seen["coming"]))
    is_open, opening = _opening_now(data, words, seen, _number(now))
    return {
        "words": words,
        "mode": seen["mode"],
        "heading": labels.get(seen["mode"], ""),
        "rows": _rows(data, words, seen[seen["mode"]] if seen["mode"] != "calm" else []),
        "sections": [
            {"heading": heading, "when": when, "rows": _rows(data, words, places)}
            for heading, when, places in sections
            if places
        ],
        "calm": _calm(words, day, is_open=is_open),
        "is_open": is_open,
        "opening": opening,
        "date": words["days"][day] if day >= 0 else "",
        "clock": dates.clock(timezone.localtime(now), code),
        "theme": data["themes"][theme] | words["themes"][theme] if theme >= 0 else None,
    }


def _rows(data: dict[str, Any], words: dict[str, Any], places: list[int]) -> list[dict[str, Any]]:
    return [data["sessions"][at] | words["sessions"][at] for at in places]


def _opening_now(data: dict[str, Any], words: dict[str, Any], seen: dict[str, Any], now: int) -> tuple[bool, str]:
    """Whether it is open, and until or from when."""
    if seen["open"] < 0 or seen["day"] < 0:
        return False, ""
    span, said = data["opening"][seen["open"]], words["opening"][seen["open"]]
    if span["start"] <= now:
        return True, said["now"]
    ahead = sum(start <= span["start"] for start in data["days"]) - 1 - seen["day"]
    return False, said[("today", "tomorrow")[ahead]] if ahead <= 1 else said["later"]


def _calm(words: dict[str, Any], day: int, *, is_open: bool) -> dict[str, str]:
    """What is said when nothing is on any more today."""
    labels = words["labels"]
    if day < 0:
        return {"title": labels["unknown"], "text": labels["ask"]}
    if is_open:
        return {"title": labels["quiet"], "text": labels["welcome"]}
    return {"title": words["closed"][day] or labels["closed"], "text": ""}


def screen_context(request: HttpRequest, library: Library, plein: PleinPage, code: str = "") -> dict[str, Any]:
    """What the template shows; ``code`` is the language of the page, that of the library when it has no such one."""
    codes = language_codes(library)
    code = code if code in codes else library.main_language
    data = screen_data(request, library, plein)
    following = codes[(codes.index(code) + 1) % len(codes)]
    return panel(data, code, timezone.now()) | {
        "data": data,
        "library": library,
        "plein": plein,
        "code": code,
        "following": following,
        "pictograms": [*Pictogram.values, *ENTRY_PICTOGRAMS.values(), "calendar", "cancelled"],
        "version": version_of(library.style),
    }


@lru_cache(maxsize=512)
def qr_code(url: str) -> str:
    """A QR code as the address of a picture: no request of its own, so that it is there without a network."""
    import segno  # noqa: PLC0415 - not needed to show any other page

    return segno.make(url, error="m", micro=False).svg_data_uri(border=2, dark="#000", light="#fff", omitsize=True)


@lru_cache(maxsize=16)
def version_of(style: str) -> str:
    """Changes with each file that makes up the page, so that a screen that sees another one loads itself again."""
    files = [static(f"portal/{name}") for name in ("screen.css", "screen.js", f"theme-{style}.css")]
    templates = [Path(get_template(f"plein/out/signage/{name}.html").origin.name).read_text() for name in TEMPLATES]
    return sha256("".join([*files, *templates]).encode()).hexdigest()[:16]
