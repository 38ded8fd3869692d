"""The talking picture as a reader sees it: each word in her language, the Dutch word beside it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from home.site.pages.presenters import PageCard, page_cards, words_of
from home.site.pages.reading import Reading
from home.tenant.languages.known import get as get_language
from plein.offer.collection.presenters import TipGroup, tip_groups
from plein.out.finder.selectors import moments_of
from plein.out.picture.choices import OTHER, Domain, Manner
from plein.out.picture.models import Goal
from plein.out.picture.selectors import (
    Chosen,
    fits_manner,
    named_offers,
    offers_that_fit,
    themes_of,
    word_of_domain,
    word_of_manner,
)
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.presenters import SessionCard, pages_of, session_cards

MOST_SESSIONS = 4
MOST_OFFERS = 4
MOST_TIPS = 1
MANNER_PICTOGRAMS = {Manner.BUDDY: "buddy", Manner.GROUP: "group", Manner.WALK_IN: "walk-in"}


@dataclass(frozen=True, slots=True)
class Said:
    """A word, and the speech code (BCP 47) of the voice that can say it."""

    text: str
    speech: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the reader's language, with the library's own beside it when that is another.

    ``lang`` and ``dir`` are empty when the word is in the reader's language.
    """

    text: str
    lang: str = ""
    dir: str = ""
    dutch: str = ""
    dutch_lang: str = ""
    said: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tile:
    """Something to tap: a picture and its word."""

    word: Word
    url: str
    pictogram: str
    picture: str = ""
    hue: int = 0
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits: the next moment of each offer, offers without a moment, and what helps beside them."""

    sessions: list[SessionCard] = field(default_factory=list)
    offers: list[PageCard] = field(default_factory=list)
    tips: list[TipGroup] = field(default_factory=list)
    is_other_manner: bool = False


def address_of(reading: Reading, query: dict[str, str]) -> str:
    """Address of the talking picture with these choices."""
    return f"/{reading.code}/praatplaat/" + (f"?{urlencode(query)}" if query else "")


def domain_tiles(reading: Reading) -> list[Tile]:
    """The eight domains."""
    return [domain_tile(reading, domain) for domain in Domain]


def domain_tile(reading: Reading, domain: Domain) -> Tile:
    """One domain, which leads to its choices."""
    return Tile(
        word=_word(reading, lambda: str(domain.label)),
        url=address_of(reading, {"domein": word_of_domain(domain)}),
        pictogram=domain.value,
        picture=f"plein/out/picture/{domain.value}.svg",
        hue=list(Domain).index(domain) + 1,
    )


def goal_tiles(reading: Reading, chosen: Chosen) -> list[Tile]:
    """What one may want to learn in the chosen domain; the last is for what stands in no list."""
    tiles = [goal_tile(reading, chosen, goal) for goal in chosen.goals]
    return [*tiles, goal_tile(reading, chosen, None)]


def goal_tile(reading: Reading, chosen: Chosen, goal: Goal | None) -> Tile:
    """One choice, or "something else"."""
    base = {"domein": chosen.query["domein"]}
    if goal is None:
        word = _word(reading, lambda: _("Something else"))
        return Tile(word, address_of(reading, base | {"leren": OTHER}), "help", is_chosen=chosen.is_other)
    url = address_of(reading, base | {"leren": goal.slug})
    return Tile(_goal_word(reading, goal), url, goal.pictogram, is_chosen=goal == chosen.goal)


def manner_tiles(reading: Reading, chosen: Chosen) -> list[Tile]:
    """With whom; who taps the chosen one again takes it back."""
    base = {name: value for name, value in chosen.query.items() if name != "hoe"}
    return [
        Tile(
            word=_word(reading, lambda manner=manner: str(manner.label)),
            url=address_of(reading, base if manner == chosen.manner else base | {"hoe": word_of_manner(manner)}),
            pictogram=MANNER_PICTOGRAMS[manner],
            is_chosen=manner == chosen.manner,
        )
        for manner in Manner
    ]


def _word(reading: Reading, say: Callable[[], str]) -> Word:
    """A word of the portal itself in the reader's language and in the library's."""
    main = reading.library.main_language
    text = say()
    if reading.code == main:
        return Word(text, said=[Said(text, reading.language.speech)])
    with translation.override(main):
        dutch = say()
    said = [Said(text, reading.language.speech), Said(dutch, get_language(main).speech)]
    return Word(text, dutch=dutch, dutch_lang=main, said=said)


def _goal_word(reading: Reading, goal: Goal) -> Word:
    """A word of an editor; where nobody translated it, the library's own with its language."""
    main = get_language(reading.library.main_language)
    own = Said(goal.label, main.speech)
    if reading.code == main.code:
        return Word(goal.label, said=[own])
    text = next((row.label for row in goal.words.all() if row.language == reading.code), "")
    if not text:
        return Word(goal.label, main.code, main.direction, said=[own])
    return Word(text, dutch=goal.label, dutch_lang=main.code, said=[Said(text, reading.language.speech), own])


def fitting(reading: Reading, chosen: Chosen) -> Fitting:
    """What fits the choice. Nine queries at most, whatever the number of offers.

    When nothing is done in the chosen way, all that fits is shown, and said to be another way.
    """
    goals = [chosen.goal] if chosen.goal else chosen.goals
    themes = themes_of(goals)
    # What an editor named for a choice goes before what only belongs to its theme.
    named = named_offers(goals)
    every = offers_that_fit(reading.library, named, themes)
    offers = [offer for offer in every if fits_manner(offer, chosen.manner)]
    is_other_manner = bool(every) and not offers
    offers = offers or every
    moments = _nearest(moments_of(reading.library, offers, themes=themes, reader=reading.code))
    shown = sorted(moments, key=lambda row: row.page.pk not in named)[:MOST_SESSIONS]
    words = words_of(reading, [*offers, *pages_of(shown)])
    told = {row.page.pk for row in shown}
    return Fitting(
        sessions=session_cards(reading, shown, words=words, now=timezone.now()),
        offers=page_cards(reading, [offer for offer in offers if offer.pk not in told][:MOST_OFFERS], words),
        tips=tip_groups(reading, themes, most=MOST_TIPS) if themes else [],
        is_other_manner=is_other_manner,
    )


def _nearest(moments: list[Occurrence]) -> list[Occurrence]:
    """The best moment of each offer."""
    found: dict[Any, Occurrence] = {}
    for row in moments:
        found.setdefault(row.page.pk, row)
    return list(found.values())
