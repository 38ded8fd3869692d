"""The answer of the finder as a reader sees it."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from home.site.pages.presenters import Group, PageCard, page_cards, words_of
from home.site.pages.reading import Reading
from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import Words
from plein.offer.collection.presenters import tip_groups
from plein.offer.offers.choices import OfferGroup
from plein.offer.offers.pages import OfferPage
from plein.offer.themes.pages import ThemePage
from plein.out.finder.lexicon import Hit
from plein.out.finder.selectors import Understood, moments_of, offers_of, slug_of
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, pages_of, session_cards

MOMENTS_OF_ONE = 3
MOMENTS_OF_FIRST = 2
MOMENTS_OF_OTHER = 1
MOST_REASONS = 4
MOST_TIPS = 1
MOST_OFFERS = 4


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the finder thinks of a theme. ``meant`` is empty when the word was typed as it stands in the list."""

    typed: str
    meant: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme that the question leads to: why, and when somebody helps."""

    theme: PageCard
    reasons: list[Reason] = field(default_factory=list)
    sessions: list[SessionCard] = field(default_factory=list)


def answer_context(reading: Reading, understood: Understood) -> dict[str, Any]:
    """What the finder found, in the reader's words: themes with their moments, what else helps, tips.

    Eight queries at most, whatever was found; one when nothing was.
    """
    found = understood.found
    offers = offers_of(reading.library, found) if found else {}
    every = {offer.pk: offer for rows in offers.values() for offer in rows}
    moments = moments_of(reading.library, every.values(), themes=[theme.pk for theme in found], reader=reading.code)
    shown = _moments_by_theme(found, offers, moments)
    words = words_of(reading, [*understood.themes, *every.values(), *pages_of(moments)])
    told = {row.page.pk for rows in shown.values() for row in rows}
    nearest = {pk: number for number, pk in enumerate(dict.fromkeys(row.page.pk for row in moments))}
    others = sorted(
        (row for pk, row in every.items() if pk not in told), key=lambda row: nearest.get(row.pk, len(every))
    )
    return {
        "found": [_found_theme(reading, theme, understood, shown[theme.pk], words) for theme in found],
        "groups": _groups(reading, others, words),
        "tip_groups": tip_groups(reading, [theme.pk for theme in found], most=MOST_TIPS) if found else [],
        "tiles": _tiles(reading, [theme for theme in understood.themes if theme not in found], words),
    }


def _moments_by_theme(
    themes: list[ThemePage], offers: dict[int, list[OfferPage]], moments: list[Occurrence]
) -> dict[int, list[Occurrence]]:
    """The best moments of each theme: most for the first, and none twice unless a theme has no other."""
    shown: dict[int, list[Occurrence]] = {}
    seen: set[str] = set()
    for theme in themes:
        keys = {offer.pk for offer in offers[theme.pk]}
        own = [row for row in moments if row.page.pk in keys]
        fresh = [row for row in own if row.key not in seen] or own
        most = MOMENTS_OF_ONE if len(themes) == 1 else MOMENTS_OF_FIRST if theme is themes[0] else MOMENTS_OF_OTHER
        shown[theme.pk] = fresh[:most]
        seen |= {row.key for row in shown[theme.pk]}
    return shown


def _tiles(reading: Reading, themes: list[ThemePage], words: dict[int, Words]) -> list[PageCard]:
    """Themes to choose by their picture: each leads to the answer, not to the page."""
    return [
        replace(card, url=f"/{reading.code}/vinden/?thema={slug_of(theme)}")
        for card, theme in zip(page_cards(reading, themes, words), themes, strict=True)
    ]


def _found_theme(
    reading: Reading, theme: ThemePage, understood: Understood, moments: list[Occurrence], words: dict[int, Words]
) -> FoundTheme:
    return FoundTheme(
        theme=page_cards(reading, [theme], words)[0],
        reasons=[_reason(hit, reading) for hit in understood.reasons.get(theme.pk, [])[:MOST_REASONS]],
        sessions=session_cards(reading, moments, words=words, now=timezone.now()),
    )


def _reason(hit: Hit, reading: Reading) -> Reason:
    if hit.is_literal:
        return Reason(hit.typed)
    is_own = hit.language == reading.code
    return Reason(
        hit.typed, hit.meant, "" if is_own else hit.language, "" if is_own else get_language(hit.language).direction
    )


def _groups(reading: Reading, offers: list[OfferPage], words: dict[int, Words]) -> list[Group]:
    """All that may help, in the three groups: a letter about a debt leads to the practice group for reading too."""
    rows = {code: [offer for offer in offers if offer.group == code] for code in OfferGroup}
    headings = {
        OfferGroup.HELP: _("Help with a question"),
        OfferGroup.LEARN: _("Learn it yourself"),
        OfferGroup.MEET: _("Meet people"),
    }
    return [
        Group(headings[code], page_cards(reading, rows[code][:MOST_OFFERS], words)) for code in OfferGroup if rows[code]
    ]
