"""The programme as a reader sees it: occurrences in her words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from home.site.pages.presenters import language_list, words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.known import Language
from home.tenant.languages.selectors import Words, address
from plein.offer.offers.choices import ENTRY_PICTOGRAMS, Entry
from plein.offer.places.choices import Reason
from plein.programme.timetable.choices import Status
from plein.programme.timetable.occurrences import Occurrence

STATUS_LABELS = {
    Status.CANCELLED: gettext_lazy("Does not take place"),
    Status.MOVED: gettext_lazy("At another time or place"),
    Status.FULL: gettext_lazy("Full"),
    Status.REPLACED: gettext_lazy("Another partner does it this time"),
    Status.EXTRA: gettext_lazy("Extra"),
}
STATE_LABELS = {"now": gettext_lazy("Now"), "next": gettext_lazy("Next")}


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
    # Whose it is: the partner's, or the library's own when there is no partner, as with an event.
    host: str
    host_lang: str
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
    key: str = ""
    people: str = ""
    people_label: str = ""
    plein: str = ""
    change_label: str = ""
    now_label: str = ""
    summary: str = ""
    note: str = ""
    is_ghost: bool = False
    is_machine: bool = False

    @property
    def is_cancelled(self) -> bool:
        return self.status == Status.CANCELLED

    @property
    def is_moved(self) -> bool:
        return self.status == Status.MOVED

    @property
    def is_noted(self) -> bool:
        """Whether it takes place as planned, with something to say about it."""
        return self.status in {Status.FULL, Status.REPLACED, Status.EXTRA}

    @property
    def is_now(self) -> bool:
        return self.state == "now"

    @property
    def is_over(self) -> bool:
        return self.state == "over"


def pages_of(rows: Iterable[Occurrence]) -> list[Page]:
    """Every page whose words the cards of these occurrences need."""
    pages: list[Page] = []
    for row in rows:
        pages.extend(page for page in (row.page, row.partner, row.theme, row.plein) if page is not None)
    return pages


def moment_url(row: Occurrence, code: str) -> str:
    """The page of this one moment: that of the session, or of the event."""
    return address(row.page, code) if row.kind == "event" else f"/{code}/moment/{row.key}/"


def unbroken(text: str) -> str:
    """A time that stays on one line."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def session_fields(
    reading: Reading, row: Occurrence, words: dict[int, Words], now: datetime, state: str = ""
) -> dict[str, Any]:
    """The fields of a ``SessionCard`` for one occurrence."""
    own, code = words[row.page.pk], reading.code
    partner = words.get(row.partner.pk) if row.partner else None
    theme = words.get(row.theme.pk) if row.theme else None
    plein = words.get(row.plein.pk) if row.plein else None
    state = state or _state(row, now)
    return {
        "title": own.title,
        "summary": own.summary,
        "lang": own.lang,
        "dir": own.dir,
        "url": moment_url(row, code),
        "day": dates.day_label(row.day, code),
        "date_iso": row.day.isoformat(),
        "start_iso": row.start.isoformat(),
        "end_iso": row.end.isoformat(),
        "time": unbroken(dates.time_range(row.start, row.end, code)),
        "status": row.status,
        "status_label": str(STATUS_LABELS.get(row.status, "")),
        "reason_label": _reason_label(row),
        "moved_label": _when(row, code) if row.status == Status.MOVED else "",
        "change_label": _change_label(row, code),
        "room": row.room.name if row.room else row.place,
        "plein": plein.title if plein else "",
        "partner": partner.title if partner else "",
        "partner_lang": partner.lang if partner else "",
        "host": partner.title if partner else reading.library.name,
        "host_lang": partner.lang if partner else own_name_lang(reading),
        "languages": language_list(row.languages, code),
        "entry": row.entry,
        "entry_pictogram": ENTRY_PICTOGRAMS[Entry(row.entry)],
        "entry_label": str(Entry(row.entry).label),
        "theme": theme.title if theme else "",
        "theme_lang": theme.lang if theme else "",
        "hue": row.theme.hue if row.theme else 0,
        "pictogram": row.theme.pictogram if row.theme else "",
        "state": state,
        "state_label": str(STATE_LABELS.get(state, "")),
        "left_label": dates.minutes_left(now, row.end) if state == "now" else "",
        "kind": row.kind,
        "calendar_url": f"/{code}/kalender/{row.uid}.ics",
        "key": row.key,
        "people": "" if row.is_cancelled else ", ".join(row.people),
        "people_label": people_label(row),
        "is_machine": any(said.is_machine for said in (own, partner, theme) if said),
    }


def own_name_lang(reading: Reading) -> str:
    """The language to announce before the library's name, empty when the page is in that language anyway."""
    return "" if reading.code == reading.library.main_language else reading.library.main_language


def _state(row: Occurrence, now: datetime) -> str:
    if row.end <= now:
        return "over"
    return "now" if row.start <= now and not row.is_cancelled else ""


def _reason_label(row: Occurrence) -> str:
    """Why, unless the status has said so already."""
    said = {Status.PLANNED: row.reason, Status.FULL: row.reason, Status.MOVED: Reason.MOVED}
    return str(Reason(row.reason).label) if row.reason and row.reason != said.get(Status(row.status)) else ""


def _when(row: Occurrence, code: str) -> str:
    return f"{dates.day_label(row.day, code)} {unbroken(dates.time_range(row.start, row.end, code))}"


def _change_label(row: Occurrence, code: str) -> str:
    """When a moved session would have been, or where it is when only its room or its end is another."""
    if row.status != Status.MOVED:
        return ""
    if row.start == row.original_start:
        place = [row.room.name] if row.room else []
        return ", ".join([unbroken(dates.time_range(row.start, row.end, code)), *place])
    clock = dates.clock(row.original_start, code)
    was = clock if row.day == row.original_day else f"{dates.day_label(row.original_day, code)} {clock}"
    return _("It was %(when)s") % {"when": was}


def ghost_of(card: SessionCard, row: Occurrence, code: str) -> SessionCard:
    """A session moved to another day, as it stands on its old one: so that nobody waits for nothing."""
    return replace(
        card,
        is_ghost=True,
        state="",
        state_label="",
        left_label="",
        people="",
        people_label="",
        day=dates.day_label(row.original_day, code),
        date_iso=row.original_day.isoformat(),
        start_iso=row.original_start.isoformat(),
        time=unbroken(dates.clock(row.original_start, code)),
        moved_label=_when(row, code),
    )


def people_label(row: Occurrence) -> str:
    """``Vandaag door Halina en Piet``, empty when nobody is named or nobody comes."""
    if not row.people or row.is_cancelled:
        return ""
    return _("With %(people)s") % {"people": ", ".join(row.people)}


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


def upcoming(reading: Reading, rows: Iterable[Occurrence], most: int) -> list[Occurrence]:
    """The first occurrences that are not over."""
    now = timezone.now()
    return [row for row in rows if row.end > now][:most]
