"""Reads: what is hard about the Dutch of a page, with the sentences to begin with."""

import html
import re
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.segments.extract import extract_segments

from home.libraries.selectors import library_of_page
from home.plain_language.choices import FEWEST_WORDS, LOWEST, Level
from home.plain_language.registry import FAMILIAR_LONG_WORDS, OFFICIAL_WORDS
from home.plain_language.rules import (
    Count,
    brouwer,
    count,
    flesch_douma,
    is_passive,
    sentences_of,
    syllables,
    words_of,
)

# The language that this help knows.
DUTCH = "nl"
# More words than this make a sentence long; more than the other very long.
LONG_SENTENCE = 15
VERY_LONG_SENTENCE = 20
LONG_WORD = 15
MANY_SYLLABLES = 6
MOST_SENTENCES_SHOWN = 5
# These fields hold names and addresses, not sentences.
NO_TEXT = frozenset({"title", "seo_title", "slug"})
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
OFFICIAL = {phrase: re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)") for phrase in OFFICIAL_WORDS}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence is hard, and what to do about it."""

    text: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence to begin with."""

    text: str
    reasons: list[Reason]
    weight: int


@dataclass(frozen=True, slots=True)
class HardWord:
    """A long or official word; ``plain`` is what people say, when we know it."""

    word: str
    plain: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was counted in a text, and what came of it."""

    counted: Count
    longest: int
    long_sentences: int
    passives: int
    hard_words: list[HardWord]
    hard_sentences: list[HardSentence]

    @property
    def is_enough(self) -> bool:
        """Whether there is text enough for a score to mean something."""
        return self.counted.words >= FEWEST_WORDS

    @property
    def average(self) -> float:
        return self.counted.words_per_sentence

    @property
    def douma(self) -> float:
        return flesch_douma(self.counted)

    @property
    def brouwer(self) -> float:
        return brouwer(self.counted)

    @property
    def level(self) -> Level:
        if not self.is_enough:
            return Level.UNKNOWN
        return next((level for lowest, level in LOWEST if self.douma >= lowest), Level.C1)

    @property
    def is_above_b1(self) -> bool:
        return self.level in {Level.B2, Level.C1}


def is_judged(page: Page, place: Page | None = None) -> bool:
    """Whether this help is for the page: Dutch, the main language, and for residents, so below a library's home.

    Args:
        page: the page, or one that is still being made.
        place: the page it hangs under, for one that is still being made.

    """
    there = place or page
    library = library_of_page(there)
    if library is None or library.main_language != DUTCH or there.locale.language_code != DUTCH:
        return False
    return there.path.startswith(library.site.root_page.path)


def lines_of(page: Page) -> list[str]:
    """The words of a page as lines, in their order: what a translator would get, without the title."""
    lines = []
    for segment in extract_segments(page):
        data = getattr(getattr(segment, "string", None), "data", "")
        if data and segment.path not in NO_TEXT:
            lines.append(ADDRESS.sub("", html.unescape(strip_tags(data))))
    return lines


def assess_page(page: Page) -> Assessment:
    """Assess the words of a page as they are in the object, saved or not."""
    return assess(lines_of(page))


def assess(lines: list[str]) -> Assessment:
    """Assess a text given line by line."""
    sentences = sentences_of(lines)
    lengths = [len(words_of(sentence)) for sentence in sentences]
    hard = [found for sentence in sentences if (found := _hard_sentence(sentence))]
    hard.sort(key=lambda sentence: -sentence.weight)
    words = {found.word: found for sentence in sentences for found in _hard_words(sentence)}
    return Assessment(
        counted=count(sentences),
        longest=max(lengths, default=0),
        long_sentences=sum(length > LONG_SENTENCE for length in lengths),
        passives=sum(is_passive(sentence) for sentence in sentences),
        hard_words=sorted(words.values(), key=lambda found: (not found.plain, found.word)),
        hard_sentences=hard[:MOST_SENTENCES_SHOWN],
    )


def _hard_words(sentence: str) -> list[HardWord]:
    lower = sentence.lower()
    official = [
        HardWord(phrase, OFFICIAL_WORDS[phrase]) for phrase, pattern in OFFICIAL.items() if pattern.search(lower)
    ]
    known = FAMILIAR_LONG_WORDS | {found.word for found in official}
    # A name is written with a capital; the first word of a sentence is so by chance.
    first, *others = words_of(sentence) or [""]
    words = [first.lower(), *(word for word in others if word[0].islower())]
    long = [word for word in words if len(word) >= LONG_WORD or syllables(word) >= MANY_SYLLABLES]
    return official + [HardWord(word, "") for word in dict.fromkeys(long) if word not in known]


def _hard_sentence(sentence: str) -> HardSentence | None:
    length = len(words_of(sentence))
    reasons, weight = [], 0
    if length > LONG_SENTENCE:
        # A very long sentence comes first, whatever else is wrong with the others.
        weight += length - LONG_SENTENCE + (10 if length > VERY_LONG_SENTENCE else 2)
        reasons.append(Reason(_("%(count)d words: long") % {"count": length}, _("Split this sentence.")))
    for found in _hard_words(sentence):
        weight += 3 if found.plain else 2
        if found.plain:
            told = _("Write “%(plain)s”.") % {"plain": found.plain}
            reasons.append(Reason(_("“%(word)s” is a word of offices") % {"word": found.word}, told))
        else:
            told = _("Use a shorter word, or explain it.")
            reasons.append(Reason(_("“%(word)s” is a long word") % {"word": found.word}, told))
    if is_passive(sentence):
        weight += 3
        reasons.append(Reason(_("passive: it does not say who does it"), _("Say who does what.")))
    return HardSentence(sentence, reasons, weight) if reasons else None


def reasons_against(assessment: Assessment) -> list[str]:
    """Why a text is thought to be above B1, each in a sentence."""
    found = [
        _("The average sentence has %(average)s words; the longest has %(longest)d.")
        % {"average": f"{assessment.average:.1f}".replace(".", ","), "longest": assessment.longest},
    ]
    if assessment.counted.syllables_per_word:
        per_word = f"{assessment.counted.syllables_per_word:.1f}".replace(".", ",")
        found.append(_("The average word has %(count)s syllables.") % {"count": per_word})
    if assessment.hard_words:
        found.append(
            _("Long and official words: %(words)s.")
            % {"words": ", ".join(word.word for word in assessment.hard_words[:8])}
        )
    if assessment.passives:
        found.append(_("Passive sentences: %(count)d.") % {"count": assessment.passives})
    return found
