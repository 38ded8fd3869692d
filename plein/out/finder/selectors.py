"""What a question leads to: themes, offers, moments."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from home.site.pages.presenters import PAGE_FIELDS
from home.site.search.likeness import fold_line
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.choices import Entry, OfferGroup
from plein.offer.offers.pages import OfferPage
from plein.offer.themes.pages import ThemePage
from plein.out.finder.lexicon import Hit, Lexicon
from plein.out.finder.models import WordList
from plein.programme.timetable.choices import Status
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.selectors import occurrences

WEEKS_AHEAD = 3
SAME_DAYS = 3
MOST_THEMES = 3
OFFER_FIELDS = (*PAGE_FIELDS, "group", "theme")


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as far as it was understood: all themes of the library, and those that it leads to, best first."""

    themes: list[ThemePage]
    found: list[ThemePage] = field(default_factory=list)
    reasons: dict[int, list[Hit]] = field(default_factory=dict)


def understand(library: Library, question: str, *, reader: str, slug: str = "") -> Understood:
    """Find the themes that a question is about, in whatever language it is written.

    Args:
        library: whose themes and words.
        question: what somebody typed; it is neither kept nor logged.
        reader: code of the reader's language, whose words go before others.
        slug: of a theme that was chosen by its picture.

    Two queries, whatever the number of words and languages: lists of languages that the library does not show
    count too, for who speaks them comes in all the same.

    """
    themes = list(ThemePage.objects.shown(library))
    if slug:
        return Understood(themes, [theme for theme in themes if slug_of(theme) == slug])
    if not question.strip():
        return Understood(themes)
    hits = Lexicon.of(_lists_of(themes), reader).hits(question)
    reasons = _reasons(hits, reader)
    scores = {pk: sum(hit.sureness for hit in rows) for pk, rows in reasons.items()}
    found = sorted((theme for theme in themes if theme.pk in scores), key=lambda theme: -scores[theme.pk])
    return Understood(themes, found[:MOST_THEMES], reasons)


def slug_of(theme: ThemePage) -> str:
    """The last part of its address. The slug itself is not read for a card."""
    return theme.url_path.rstrip("/").rsplit("/", 1)[-1]


def _lists_of(themes: list[ThemePage]) -> list[tuple[int, str, str]]:
    rows = WordList.objects.filter(theme__in=[theme.pk for theme in themes]).order_by("theme", "language")
    return list(rows.values_list("theme_id", "language", "words"))


def _reasons(hits: Iterable[Hit], reader: str) -> dict[int, list[Hit]]:
    """The surest hit of each typed word, by theme; of equal ones that in the reader's language.

    A word that belongs to a phrase counts with the phrase.
    """
    best: dict[int, dict[str, Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (-hit.sureness, hit.language != reader)):
        rows, typed = best.setdefault(hit.theme, {}), set(hit.typed.split())
        if not any(typed <= set(row.typed.split()) for row in rows.values()):
            rows[hit.typed] = hit
    return {theme: list(rows.values()) for theme, rows in best.items()}


def other_themes_with(words: WordList) -> list[tuple[str, str]]:
    """(word, title of the theme) for each word of a list that other themes have in the same language. One query."""
    home = words.theme.path[: 2 * words.theme.steplen]
    rows = WordList.objects.filter(theme__path__startswith=home, language=words.language).exclude(pk=words.pk)
    own = {fold_line(word): word for word in words.entries}
    return [
        (own[fold_line(word)], row.theme.title)
        for row in rows.select_related("theme")
        for word in row.entries
        if fold_line(word) in own
    ]


def offers_of(library: Library, themes: list[ThemePage]) -> dict[int, list[OfferPage]]:
    """The live offers of themes, by the id of the theme. Two queries."""
    keys = [theme.pk for theme in themes]
    also: dict[int, set[int]] = {}
    pairs = OfferPage.also_themes.through.objects.filter(themepage__in=keys)
    for offer, theme in pairs.values_list("offerpage_id", "themepage_id"):
        also.setdefault(offer, set()).add(theme)
    rows = live_sources(OfferPage.objects.filter(Q(theme__in=keys) | Q(pk__in=list(also))), library)
    found: dict[int, list[OfferPage]] = {key: [] for key in keys}
    for offer in rows.only(*OFFER_FIELDS).order_by("title"):
        for key in keys:
            if offer.theme_id == key or key in also.get(offer.pk, ()):
                found[key].append(offer)
    return found


def moments_of(
    library: Library, offers: Iterable[OfferPage], *, themes: Iterable[int], reader: str
) -> list[Occurrence]:
    """When these offers help in the coming weeks, the best moment first. Three queries.

    A cancelled or full session helps nobody and is left out. Sessions where a question is answered go before those
    where one learns or meets. Then today goes first, then the next three days, and so on: within the same days those
    of the theme itself, then those in the reader's language, then walk-in, then the nearest.
    """
    groups, own = {offer.pk: offer.group for offer in offers}, set(themes)
    if not groups:
        return []
    now = timezone.now()
    today = timezone.localdate(now)
    rows = occurrences(library, today, today + timedelta(weeks=WEEKS_AHEAD), offer__in=list(groups))
    helping = [row for row in rows if _helps(row, now)]

    def order(row: Occurrence) -> tuple[Any, ...]:
        is_help = groups[row.page.pk] == OfferGroup.HELP
        days = ((row.day - today).days + SAME_DAYS - 1) // SAME_DAYS
        is_own = row.theme is not None and row.theme.pk in own
        return not is_help, days, not is_own, reader not in row.languages, row.entry != Entry.WALK_IN, row.start

    return sorted(helping, key=order)


def _helps(row: Occurrence, now: datetime) -> bool:
    return row.end > now and row.status not in {Status.CANCELLED, Status.FULL}


def lists_of_themes(library: Library) -> list[tuple[ThemePage, dict[str, WordList]]]:
    """Each theme of a library with its lists of words by language; two queries."""
    themes = {theme.pk: theme for theme in live_sources(ThemePage.objects.all(), library)}
    found: dict[int, dict[str, WordList]] = {pk: {} for pk in themes}
    for row in WordList.objects.filter(theme__in=themes):
        found[row.theme_id][row.language] = row
    return [(theme, found[pk]) for pk, theme in themes.items()]
