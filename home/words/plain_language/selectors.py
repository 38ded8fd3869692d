"""Reads: what is hard about the Dutch of a page, with the sentences to begin with."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.languages.segments import segments_of
from home.tenant.libraries.selectors import library_of_page
from home.words.plain_language.choices import AIMS, FEWEST_WORDS, PLAIN_DUTCH, Aim, Level
from home.words.plain_language.official_words import FAMILIAR_LONG_WORDS, OFFICIAL_WORDS
from home.words.plain_language.readability import (
    Count,
    brouwer,
    count,
    flesch_douma,
    is_passive,
    sentences_of,
    syllables,
    words_of,
)

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
    aim: Aim

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
        return next((level for lowest, level in self.aim.levels if self.douma >= lowest), Level.C1)

    @property
    def is_too_hard(self) -> bool:
        """Whether it is harder than texts in its language are meant to be."""
        return self.level not in {Level.UNKNOWN, self.aim.levels[0][1]}

    @property
    def tone(self) -> str:
        """How the level is shown: ``unknown``, ``good``, ``careful`` or ``bad``."""
        if not self.is_enough:
            return "unknown"
        if not self.is_too_hard:
            return "good"
        return "bad" if self.level == Level.C1 else "careful"


def aim_of(page: Page, place: Page | None = None) -> Aim | None:
    """How easy the page is meant to be; none where this help is not for it.

    It is for Dutch and easy Dutch of a library whose main language is Dutch, and for what residents read, so below
    its home in that language.

    Args:
        page: the page, or one that is still being made.
        place: the page it hangs under, for one that is still being made.

    """
    there = place or page
    library, code = library_of_page(there), there.locale.language_code
    if library is None or library.main_language != MAIN_LANGUAGE or code not in AIMS:
        return None
    home = library.site.root_page
    if code != library.main_language:
        home = home.get_translation_or_none(there.locale)
    return AIMS[code] if home and there.path.startswith(home.path) else None


def is_judged(page: Page, place: Page | None = None) -> bool:
    """Whether this help is for the page; the arguments are those of ``aim_of``."""
    return aim_of(page, place) is not None


def lines_of(page: Page) -> list[str]:
    """The words of a page as lines, in their order: what a translator would get, without the title."""
    return [_text_of(segment.html) for segment in segments_of(page) if segment.path not in NO_TEXT]


def _text_of(data: str) -> str:
    """The words of a sentence that is kept as HTML, without addresses."""
    return ADDRESS.sub("", html.unescape(strip_tags(data)))


def translation_of(page: Page) -> Translation | None:
    """What a page is translated with; none for a page that is written in its own form."""
    rows = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return rows.select_related("source", "target_locale").first()


def lines_of_translation(translation: Translation) -> list[str]:
    """The sentences that a translator wrote by now, in the order of the page, without the title. One query."""
    rows = StringSegment.objects.filter(source=translation.source).order_by("order")
    written = rows.annotate_translation(translation.target_locale, include_errors=True)
    words = written.values_list("translation", "context__path")
    return [_text_of(data) for data, path in words if data and path not in NO_TEXT]


def stamp_of(translation: Translation) -> str:
    """A mark of what a translator wrote by now: other words, another mark."""
    return sha256("\n".join(lines_of_translation(translation)).encode()).hexdigest()[:16]


def assess_page(page: Page, place: Page | None = None) -> Assessment:
    """Assess the words of a page as they are in the object, saved or not."""
    return assess(lines_of(page), aim_of(page, place) or PLAIN_DUTCH)


def assess_translation(page: Page, translation: Translation) -> Assessment:
    """Assess what a translator wrote by now, published or not."""
    return assess(lines_of_translation(translation), aim_of(page) or PLAIN_DUTCH)


def assess_draft(page: Page) -> Assessment:
    """Assess the latest draft of a page, which is what publishing it shows to visitors."""
    return assess_page(page.get_latest_revision_as_object())


def too_hard(pages: Iterable[Page]) -> list[tuple[Page, Assessment]]:
    """The pages whose latest draft is harder than it is meant to be, with what was found."""
    found = [(page, assess_draft(page)) for page in pages if is_judged(page)]
    return [(page, assessment) for page, assessment in found if assessment.is_too_hard]


def assess(lines: list[str], aim: Aim = PLAIN_DUTCH) -> Assessment:
    """Assess a text given line by line."""
    sentences = sentences_of(lines)
    lengths = [len(words_of(sentence)) for sentence in sentences]
    hard = [found for sentence in sentences if (found := _hard_sentence(sentence, aim))]
    hard.sort(key=lambda sentence: -sentence.weight)
    words = {found.word: found for sentence in sentences for found in _hard_words(sentence)}
    return Assessment(
        counted=count(sentences),
        longest=max(lengths, default=0),
        long_sentences=sum(length > aim.long_sentence for length in lengths),
        passives=sum(is_passive(sentence) for sentence in sentences),
        hard_words=sorted(words.values(), key=lambda found: (not found.plain, found.word)),
        hard_sentences=hard[:MOST_SENTENCES_SHOWN],
        aim=aim,
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


def _hard_sentence(sentence: str, aim: Aim) -> HardSentence | None:
    length = len(words_of(sentence))
    reasons, weight = [], 0
    if length > aim.long_sentence:
        # A very long sentence comes first, whatever else is wrong with the others.
        weight += length - aim.long_sentence + (10 if length > aim.very_long_sentence else 2)
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
    """Why a text is thought to be too hard, each in a sentence."""
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
