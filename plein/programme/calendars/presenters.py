"""What a reader can subscribe to, and how, as her page shows it."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from home.site.pages.presenters import words_of
from home.site.pages.reading import Reading
from home.tenant.languages.selectors import Words
from home.tenant.libraries.selectors import live_sources
from plein.programme.timetable.selectors import series_of

# The part of a feed's address by the model of its page, in the order of the page.
KINDS = {"pleinpage": "plein", "themepage": "thema", "partnerpage": "partner"}


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar to subscribe to."""

    title: str
    subscribe_url: str
    address: str
    lang: str = ""
    dir: str = ""
    hue: int = 0
    pictogram: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """The calendars of one kind."""

    anchor: str
    heading: str
    feeds: list[Feed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Way:
    """How to subscribe with one sort of calendar, in short steps."""

    name: str
    steps: list[str]


def feed_groups(reading: Reading) -> list[FeedGroup]:
    """Everything on a plein, then theme by theme and partner by partner: those with sessions. Three queries."""
    looks = _looks(reading)
    pages = live_sources(Page.objects.filter(content_type__model__in=KINDS), reading.library)
    pages = pages.select_related("content_type").order_by("title")
    rows = [page for page in pages if page.content_type.model == "pleinpage" or page.pk in looks]
    found = words_of(reading, rows)
    headings = {
        "plein": _("Everything"),
        "thema": _("One subject"),
        "partner": _("One organisation"),
    }
    groups = [
        FeedGroup(
            kind,
            headings[kind],
            [
                _feed(reading, kind, page.pk, found[page.pk], looks.get(page.pk, {}))
                for page in rows
                if page.content_type.model == model
            ],
        )
        for model, kind in KINDS.items()
    ]
    return [group for group in groups if group.feeds]


def _looks(reading: Reading) -> dict[int, dict[str, Any]]:
    """Colour, pictogram or mark of the themes and partners that have sessions. One query."""
    columns = ("offer__theme", "offer__theme__hue", "offer__theme__pictogram", "offer__partner", "offer__partner__mark")
    looks: dict[int, dict[str, Any]] = {}
    for theme, hue, pictogram, partner, mark in series_of(reading.library).values_list(*columns).distinct():
        if theme:
            looks[theme] = {"hue": hue, "pictogram": pictogram}
        if partner:
            looks[partner] = {"mark": mark}
    return looks


def _feed(reading: Reading, kind: str, page_id: int, words: Words, looks: dict[str, Any]) -> Feed:
    request = reading.request
    rest = f"{request.get_host()}/{reading.code}/kalender/{kind}/{page_id}.ics"
    return Feed(
        title=words.title,
        subscribe_url=f"webcal://{rest}",
        address=f"{request.scheme}://{rest}",
        lang=words.lang,
        dir=words.dir,
        **looks,
    )


def how_to() -> list[Way]:
    """Three steps for each sort of calendar."""
    return [
        Way(
            _("iPhone or iPad"),
            [
                _("Press “Subscribe”."),
                _("Your telephone asks whether you want this calendar. Press “Subscribe” once more."),
                _("Press “Add”. The programme now stands in your calendar."),
            ],
        ),
        Way(
            _("Android telephone, or Google Calendar"),
            [
                _("Press “Copy the address”, and copy the address that you see."),
                _(
                    "Open calendar.google.com on a computer. "
                    "Press the plus sign beside “Other calendars”, then “From URL”."
                ),
                _("Paste the address and press “Add calendar”. A day later it is on your telephone too."),
            ],
        ),
        Way(
            _("Outlook"),
            [
                _("Press “Copy the address”, and copy the address that you see."),
                _("Open the calendar in Outlook. Press “Add calendar”, then “Subscribe from web”."),
                _("Paste the address, give it a name and press “Import”."),
            ],
        ),
    ]
