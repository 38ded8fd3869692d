"""The week page."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from home.site.pages.pages import BasePage
from home.site.pages.presenters import PAGE_FIELDS, words_of
from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.known import LANGUAGES
from home.tenant.languages.selectors import Words, address
from plein.offer.offers.choices import ENTRY_PICTOGRAMS, Entry
from plein.offer.places.choices import PresenceForm, Stops
from plein.offer.places.closed_days import ClosedDays
from plein.offer.places.models import Closure
from plein.offer.places.selectors import Opening, Place, places_of
from plein.offer.themes.choices import Daypart, daypart_of
from plein.offer.themes.pages import ThemePage
from plein.programme.timetable.days import WeekDay, day_url, week_bounds, week_days
from plein.programme.timetable.filters import Facet, Label, Narrowed, narrow, page_labels, slug_of, slugs_of
from plein.programme.timetable.models import companions
from plein.programme.timetable.occurrences import MOST_DAYS_LATER, Facts, Occurrence
from plein.programme.timetable.presenters import pages_of, session_cards, unbroken
from plein.programme.timetable.selectors import FIELDS, now_and_next, occurrences, series_of

# So far a reader (or a crawler) can leaf.
MOST_WEEKS = 26
MOST_NEXT = 2


class WeekPage(BasePage):
    """Who, when, with what: a week by day and daypart, and whatever part of it a reader asks for."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    is_kept = True
    template = "plein/programme/timetable/week_page.html"

    class Meta:
        verbose_name = _("week programme")
        verbose_name_plural = _("week programmes")

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        monday, sunday = week_bounds(_asked_day(reading))
        week = _Week.read(reading, monday, sunday)
        found = week.narrowed(reading)
        days = week.days(reading, found.rows, is_narrowed=bool(found.chosen))
        places = week.places_in_view(found.chosen.get("plein", ""))
        forms = {place.page.presence_form for place in places}
        form = forms.pop() if len(forms) == 1 else PresenceForm.SPREAD
        return {
            "days": days,
            "week_label": _now("%(first)s to %(last)s")
            % {"first": dates.day_label(monday, reading.code), "last": dates.day_label(sunday, reading.code)},
            **_leafing(reading, monday, found.chosen),
            "boxes": found.boxes,
            "chips": found.chips,
            "clear_url": found.clear_url,
            "is_empty": not found.rows,
            "lead": _lead(days, found.rows, reading.code) if form == PresenceForm.ONE_DAYPART else None,
            "roster": _roster(days, reading.today) if form == PresenceForm.ONE_DESK else [],
            "shows_plein": len(places) > 1,
            "today_box": week.today_box(reading, found.rows) if monday <= reading.today <= sunday else None,
            "query": urlencode(_kept(reading, monday) | found.chosen),
        }

    def section_context(self, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """What a reader chose goes along to another language, to a friend and onto paper."""
        query = f"?{context['query']}" if context["query"] else ""
        share_url = f"{context['share_url']}{query}"
        return {
            "switcher": [row | {"url": f"{row['url']}{query}"} for row in context["switcher"]],
            "share_url": share_url,
            "whatsapp_url": f"https://wa.me/?text={quote(f'{self.title} {share_url}')}",
        }


@dataclass(frozen=True, slots=True)
class _Week:
    """What is read for a week, in as few queries as there are kinds of rows."""

    monday: date
    rows: list[Occurrence]
    themes: list[Any]
    places: list[Place]
    words: dict[int, Words] = field(default_factory=dict)
    also_themes: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    also_partners: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    partners: dict[int, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, reading: Reading, monday: date, sunday: date) -> "_Week":
        """Read the week and all the words that it needs."""
        library = reading.library
        themes = list(ThemePage.objects.shown(library))
        margin = timedelta(days=MOST_DAYS_LATER)
        places = places_of(library, monday - margin, sunday + margin, FIELDS["plein"])
        closed = ClosedDays.of((row for place in places for row in place.closures), library.holiday_calendar)
        week = cls(
            monday=monday,
            rows=occurrences(library, monday, sunday, closed=closed),
            themes=themes,
            places=places,
        )
        week.read_companions(reading)
        pleinen = [place.page for place in places]
        week.words.update(words_of(reading, [*pages_of(week.rows), *themes, *pleinen, *week.partners.values()]))
        return week

    def read_companions(self, reading: Reading) -> None:
        """What the offers also belong to: a reader who asks for a theme wants to see these too."""
        self.partners.update({row.partner.pk: row.partner for row in self.rows if row.partner})
        asked = reading.request.GET.get("partner", "")
        for row in companions(series_of(reading.library), asked, PAGE_FIELDS):
            self.also_themes[row["offer_id"]].add(row["offer__also_themes"])
            self.also_partners[row["offer_id"]].add(row["offer__also_partners__pk"])
            for path in ("offer__also_partners", "offer__partner"):
                if row[f"{path}__live"]:
                    pk = row[f"{path}__pk"]
                    facts = {name: row[f"{path}__{name}"] for name in PAGE_FIELDS}
                    self.partners.setdefault(pk, Facts(pk=pk, **facts))

    @property
    def pleinen(self) -> dict[str, Any]:
        """The live pleinen of the library, by their slug."""
        return {slug_of(place.page): place.page for place in self.places if place.page.live}

    def places_in_view(self, slug: str) -> list[Place]:
        return [place for place in self.places if place.page.live and slug in {"", slug_of(place.page)}]

    def narrowed(self, reading: Reading) -> Narrowed:
        """The sessions that the reader asked for, and what else she can choose."""
        own = address(reading.source, reading.code)
        keep = _kept(reading, self.monday)
        return narrow(self.rows, self.facets(reading), reading.request.GET, own=own, keep=keep)

    def facets(self, reading: Reading) -> list[Facet]:
        """What a reader can ask a week for, in the order in which people choose."""
        pleinen = self.pleinen if len(self.pleinen) > 1 else {}
        themes = {slug_of(page): page for page in self.themes}
        partners = {slug_of(page): page for page in self.partners.values()}
        partners = dict(sorted(partners.items(), key=lambda pair: self.words[pair[1].pk].title.casefold()))
        codes = sorted(LANGUAGES, key=lambda code: (code != reading.code, code != reading.library.main_language))
        spoken = {code: LANGUAGES[code] for code in codes}
        return [
            Facet("plein", _now("Which plein"), lambda row: slugs_of([row.plein]), page_labels(pleinen, self.words)),
            Facet("thema", _now("Subject"), self.themes_of, page_labels(themes, self.words)),
            Facet(
                "taal",
                _now("Language"),
                lambda row: row.languages,
                {code: Label(row.native_name, code, row.direction) for code, row in spoken.items()},
            ),
            Facet(
                "toegang",
                _now("Walk in or appointment"),
                lambda row: [row.entry],
                {code.value: Label(str(code.label), pictogram=ENTRY_PICTOGRAMS[code]) for code in Entry},
            ),
            Facet("partner", _now("Who helps"), self.partners_of, page_labels(partners, self.words)),
        ]

    def themes_of(self, row: Occurrence) -> list[str]:
        also = self.also_themes.get(row.page.pk, set())
        return slugs_of([row.theme, *(page for page in self.themes if page.pk in also)])

    def partners_of(self, row: Occurrence) -> list[str]:
        also = self.also_partners.get(row.page.pk, set())
        return slugs_of([row.partner, *(page for pk, page in self.partners.items() if pk in also)])

    def days(self, reading: Reading, rows: list[Occurrence], *, is_narrowed: bool) -> list[WeekDay]:
        """The seven days. A theme's part of a day stands there for who asked for nothing, even when it is empty."""
        parts = {(row.day.weekday(), daypart_of(row.start.hour)) for row in rows}
        themes = [page for page in self.themes if not is_narrowed or (page.weekday, page.daypart) in parts]
        opening = self.opening(reading)
        days = [self.monday + timedelta(days=offset) for offset in range(7)]
        closures = [row for place in self.places for row in place.closures]
        school = {day for day in days for row in closures if _is_school_holiday(row, day)}
        return week_days(
            reading,
            self.monday,
            7,
            rows,
            words=self.words,
            themes=themes,
            opening={day: unbroken(opening.label(day, reading.code)) for day in days},
            closed={day: opening.closed_label(day) for day in days},
            notes=dict.fromkeys(school, _now("School holiday")),
        )

    def opening(self, reading: Reading) -> Opening:
        """When one plein is open; of several at once it would say nothing."""
        asked = reading.request.GET.get("plein", "")
        places = self.places_in_view(asked if asked in self.pleinen else "")
        return places[0].opening if len(places) == 1 else Opening([])

    def today_box(self, reading: Reading, rows: list[Occurrence]) -> dict[str, Any]:
        """Now, next and what is still to come today."""
        now = timezone.now()
        is_open, label, again = self.opening(reading).now_label(reading.code, now)
        running, _following = now_and_next([row for row in rows if row.day == reading.today], now)
        coming = [row for row in rows if row.start > now and not row.is_cancelled]
        still = sum(row.day == reading.today for row in coming)
        following = session_cards(reading, coming[:MOST_NEXT], words=self.words, state="next", now=now)
        today = reading.today.isoformat()
        return {
            "is_open": is_open,
            "open_label": (label if is_open else again or label) if self.opening(reading).hours else "",
            "now": session_cards(reading, running, words=self.words, state="now", now=now),
            # The day is only said when it is another one.
            "next": [replace(card, day="") if card.date_iso == today else card for card in following],
            "still_label": ngettext("Still %(count)d time today", "Still %(count)d times today", still)
            % {"count": still}
            if still
            else _now("Nothing more today"),
            "day_url": day_url(reading.today, reading.code),
        }


def _is_school_holiday(closure: Closure, day: date) -> bool:
    return closure.stops == Stops.TERM_TIME and closure.first_day <= day <= closure.last_day


def _lead(days: list[WeekDay], rows: list[Occurrence], code: str) -> dict[str, Any] | None:
    """The one part of the week on which everybody is there: that with the most sessions."""
    shown = {day.date_iso: day for day in days}
    parts = defaultdict(list)
    for row in rows:
        if not row.is_cancelled and row.day.isoformat() in shown:
            parts[row.day, _part_of(row.start)].append(row)
    if not parts:
        return None
    (day, part), of_part = min(parts.items(), key=lambda pair: (-len(pair[1]), pair[1][0].start))
    band = next(one for one in shown[day.isoformat()].dayparts if one.code == part)
    span = dates.time_range(min(row.start for row in of_part), max(row.end for row in of_part), code)
    return {
        "day": shown[day.isoformat()],
        "band": band,
        "time": unbroken(span),
        "who": sorted({(card.partner, card.partner_lang) for card in band.sessions if card.partner}),
        "is_all": len(of_part) == len(rows),
    }


def _roster(days: list[WeekDay], today: date) -> list[WeekDay]:
    """The days on which somebody holds the desk; of this week those that are still to come."""
    first = today.isoformat() if any(day.is_today for day in days) else ""
    return [day for day in days if day.sessions and day.date_iso >= first]


def _part_of(moment: datetime) -> Daypart:
    return Daypart(daypart_of(moment.hour))


def _asked_day(reading: Reading) -> date:
    """The day in ``?van=``, kept within half a year of today; anything else means today."""
    try:
        day = date.fromisoformat(reading.request.GET.get("van", ""))
    except ValueError:
        return reading.today
    limit = timedelta(weeks=MOST_WEEKS)
    return min(max(day, reading.today - limit), reading.today + limit)


def _kept(reading: Reading, monday: date) -> dict[str, str]:
    """The week in the address; this week needs no name."""
    this_monday, _sunday = week_bounds(reading.today)
    return {} if monday == this_monday else {"van": monday.isoformat()}


def _leafing(reading: Reading, monday: date, chosen: dict[str, str]) -> dict[str, str]:
    """The week before, the week after and this one, with what the reader chose."""
    own = address(reading.source, reading.code)
    this_monday, _sunday = week_bounds(reading.today)
    weeks_away = (monday - this_monday).days // 7

    def url(weeks: int) -> str:
        query = urlencode(_kept(reading, monday + timedelta(weeks=weeks)) | chosen)
        return f"{own}?{query}" if query else own

    return {
        "previous_url": url(-1) if weeks_away > -MOST_WEEKS else "",
        "next_url": url(1) if weeks_away < MOST_WEEKS else "",
        "this_week_url": url(-weeks_away) if weeks_away else "",
    }
