"""How words are compared: case, accents, letter forms, endings, spelling mistakes. No queries here."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from home.site.search.letters import (
    ARABIC_ARTICLES,
    ARABIC_ENDINGS,
    ARTICLES,
    COMPOUNDING,
    ENDINGS,
    JOINERS,
    LAST_SIGNS,
    LAST_VOWELS,
    LETTERS,
    SOUNDS,
    STEMMERS,
    UNSPACED,
    VOWELS,
)

SHORTEST_ARABIC = 3
# Words of so many letters are only taken as they are.
STRICT = 3
SHORTEST_STEM = 4
SHORTEST_TYPED = 5
SHORTEST_PART = 4
SHORTEST_REST = 3
# What an ending is taken from keeps so many letters.
SHORTEST_KEPT = 3
# From so many letters on: so many mistakes.
MISTAKES = ((12, 3), (8, 2), (5, 1))
FIRST_LETTER_UNTIL = 6

# So many words of a query count.
MOST_TERMS = 12
# How well a word on a page fits a typed one.
SAME, INFLECTED, BEGUN, PART, TAKEN_APART, GUESSED = 1.0, 0.9, 0.7, 0.6, 0.5, 0.4
# Between the parts of a Dutch compound stand up to two letters: gezondheid-s-vragen.
MOST_LINKING = 3
MOST_GUESSES = 3


def words_in(text: str) -> Iterator[str]:
    """The words of a text. A combining sign belongs to its letter: Python's own idea of a word does not know that."""
    current = ""
    for sign in f"{text} ":
        if unicodedata.category(sign)[0] in "LNM" or (current and sign in JOINERS):
            current += sign
        elif current:
            yield current.rstrip(JOINERS)
            current = ""


def fold(word: str) -> str:
    """A word without case, accents and forms of letters: ``Şikâyet`` is ``sikayet``, ``الرّسالة`` is ``رسال``."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    kept = (sign for sign in bare if not unicodedata.combining(sign) and sign not in JOINERS)
    return _fold_arabic("".join(sign for sign in kept if unicodedata.category(sign) != "Cf").translate(LETTERS))


def fold_line(text: str) -> str:
    """A line of a list as it is compared: its words folded, signs left out."""
    return " ".join(fold(word) for word in words_in(text))


def _fold_arabic(word: str) -> str:
    for article in ARABIC_ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= SHORTEST_ARABIC:
            word = word[len(article) :]
            break
    return word[:-1] if word.endswith(ARABIC_ENDINGS) and len(word) > SHORTEST_ARABIC else word


def stems(word: str, language: str) -> frozenset[str]:
    """What is left of a word without its endings: words that share one are forms of the same word.

    The word is read with its accents and without them, for many people type none.
    """
    folded = fold(word)
    if len(folded) < SHORTEST_KEPT:
        return frozenset({folded})
    found = {folded}
    written = _lower(word, language)
    for name in STEMMERS.get(language, ()):
        # A stemmer keeps the word it works on, so two requests may not share one.
        stemmer = snowballstemmer.stemmer(name)
        found |= {fold(stemmer.stemWord(written)), stemmer.stemWord(folded)}
    found |= set(_without_endings(folded, language))
    return frozenset(_settled(stem, language) for stem in found if len(stem) >= SHORTEST_KEPT) | {folded}


def _lower(word: str, language: str) -> str:
    """Small letters; Turkish has two of the letter i."""
    if language == "tr":
        word = word.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", word.lower())


def _without_endings(folded: str, language: str) -> Iterator[str]:
    yield _without_ending(folded, language, SHORTEST_KEPT)
    for article in ARTICLES.get(language, ()):
        if folded.endswith(article) and len(folded) - len(article) > SHORTEST_KEPT:
            yield _without_ending(folded.removesuffix(article), language, SHORTEST_STEM)


def _without_ending(form: str, language: str, shortest: int) -> str:
    fitting = (end for end in ENDINGS.get(language, ()) if form.endswith(end))
    return form.removesuffix(next((end for end in fitting if len(form) - len(end) >= shortest), ""))


def _settled(stem: str, language: str) -> str:
    """A stem as it is before any ending: its last sign, and its last vowel, may change with what follows."""
    stem = stem[:-1] + LAST_SIGNS.get(language, {}).get(stem[-1], stem[-1])
    changing, settled = LAST_VOWELS.get(language, ("", ""))
    place = max((number for number, sign in enumerate(stem) if sign in VOWELS), default=0)
    return stem[:place] + settled + stem[place + 1 :] if place and stem[place] == changing else stem


def sound(folded: str) -> str:
    """How a Dutch word sounds: ``skool`` and ``school`` are the same."""
    for written, spoken in SOUNDS:
        folded = folded.replace(written, spoken)
    doubles = [sign for sign, following in pairwise(f"{folded} ") if sign != following]
    spoken = "".join(doubles)
    return spoken[:-1] + "t" if spoken.endswith("d") else spoken


@lru_cache(maxsize=32_768)
def known_sound(folded: str) -> str:
    """How a word sounds that stands on a page or in a list; what a reader typed is not to be remembered."""
    return sound(folded)


def mistakes_allowed(longest: int) -> int:
    """How many wrong letters a word of this length may have."""
    return next((most for length, most in MISTAKES if longest >= length), 0)


def is_near(one: str, other: str) -> bool:
    """Whether two folded words may be the same one, written with mistakes. Short words have none, but letters swap."""
    longest = max(len(one), len(other))
    if longest == SHORTEST_STEM and one != other:
        return one[0] == other[0] and sorted(one) == sorted(other) and OSA.distance(one, other) == 1
    if longest == SHORTEST_TYPED and len(one) == len(other) and not _is_slip(one, other):
        return False
    if longest <= FIRST_LETTER_UNTIL and one[:1] != other[:1]:
        return False
    most = mistakes_allowed(longest)
    return OSA.distance(one, other, score_cutoff=most) <= most


def _is_slip(one: str, other: str) -> bool:
    """Whether words have the same letters, or differ in a vowel or the ending: ``hallo`` is not ``hasło``."""
    wrong = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    has_other_vowel = all(sign in VOWELS for pair in wrong for sign in pair)
    return sorted(one) == sorted(other) or has_other_vowel or one[:-1] == other[:-1]


def heads(word: str) -> list[str]:
    """Beginnings of a compound, the longest first."""
    return [word[:end] for end in range(len(word) - SHORTEST_REST, SHORTEST_PART - 1, -1)]


def tails(word: str) -> list[str]:
    """Ends of a compound, the longest first."""
    return [word[start:] for start in range(SHORTEST_REST, len(word) - SHORTEST_PART + 1)]


def nearest(typed: str, keys: Iterable[str]) -> list[str]:
    """The keys with the fewest mistakes, none when that is still too many."""
    if len(typed) <= STRICT:
        return []
    most = max(1, mistakes_allowed(len(typed) + 1))
    near = process.extract(typed, list(keys), scorer=OSA.distance, score_cutoff=most, limit=None)
    close = [(distance, key) for key, distance, _index in near if is_near(typed, key)]
    fewest = min((distance for distance, _key in close), default=0)
    return [key for distance, key in close if distance == fewest]


@dataclass(frozen=True, slots=True)
class Term:
    """One word of what somebody looks for."""

    written: str
    folded: str


@dataclass(slots=True)
class Vocabulary:
    """The words on the pages of one language, each with its stems, and which of them a typed word may be."""

    language: str
    stems: dict[str, list[str]] = field(default_factory=dict)
    by_stem: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, word: str, its_stems: list[str]) -> None:
        """Put in a word of a page, once."""
        if word not in self.stems:
            self.stems[word] = its_stems
            for stem in its_stems:
                self.by_stem[stem].add(word)

    def surely(self, term: Term, *, is_last: bool) -> dict[str, float]:
        """The words that a typed word surely is, each with how well it fits: itself, a form, a beginning, a part."""
        keys = stems(term.written, self.language)
        found: dict[str, float] = {}
        if self.language in UNSPACED:
            found |= {word: PART for word in self.stems if term.folded in word}
        if self.language in COMPOUNDING:
            wanted = [key for key in keys if len(key) >= SHORTEST_PART]
            found |= {word: PART for word in self.stems if any(self._has_part(word, key) for key in wanted)}
        if is_last and len(term.folded) >= SHORTEST_KEPT:
            found |= {word: BEGUN for word in self.stems if word.startswith(term.folded)}
        for key in keys:
            found |= dict.fromkeys(self.by_stem.get(key, ()), INFLECTED)
        if term.folded in self.stems:
            found[term.folded] = SAME
        return found or self._parts_of(term)

    def _has_part(self, word: str, part: str) -> bool:
        """Whether a word is a compound with this part: at its beginning, at its end, or after another word."""
        place = word.find(part)
        rest = len(word) - len(part)
        if place < 0 or rest < SHORTEST_REST:
            return False
        return place in {0, rest} or any(word[: place - gap] in self.by_stem for gap in range(MOST_LINKING))

    def _parts_of(self, term: Term) -> dict[str, float]:
        """The words that a typed compound is made of."""
        if self.language not in COMPOUNDING or len(term.folded) < SHORTEST_PART + SHORTEST_REST:
            return {}
        found: dict[str, float] = {}
        for parts in (tails(term.folded), heads(term.folded)):
            part = next((part for part in parts if part in self.by_stem), "")
            found |= dict.fromkeys(self.by_stem.get(part, ()), TAKEN_APART)
        return found

    def perhaps(self, term: Term) -> list[str]:
        """The words that a misspelt word may be, by its letters and, in Dutch, by its sound."""
        near = nearest(term.folded, self.stems)
        if not near and self.language in COMPOUNDING and len(term.folded) >= SHORTEST_STEM:
            spoken = sound(term.folded)
            near = [word for word in self.stems if known_sound(word) == spoken]
        if not near:
            keys = {key for stem in stems(term.written, self.language) for key in nearest(stem, self.by_stem)}
            near = [word for key in sorted(keys) for word in sorted(self.by_stem[key])]
        return near[:MOST_GUESSES]

    def forms_of(self, words: Iterable[str]) -> set[str]:
        """These words, and the other forms of them."""
        return {form for word in words for stem in self.stems[word] for form in self.by_stem[stem]}


def terms_in(query: str) -> list[Term]:
    """The words of a query, each once; signs are left out."""
    read = (Term(written, fold(written)) for written in words_in(unicodedata.normalize("NFKC", query)))
    return list({term.folded: term for term in read if term.folded}.values())[:MOST_TERMS]
