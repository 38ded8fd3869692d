"""How words are compared: case, accents, letter forms, spelling mistakes. No queries here.

Nothing that a reader typed is kept: only the lists of editors are remembered between two questions.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from plein.finder.choices import (
    COMPOUNDING,
    LONGEST_QUESTION,
    LONGEST_WORD,
    MOST_WORDS,
    UNSPACED,
    Sureness,
)
from plein.finder.fields import split_words

# Signs that stand within a word: ’s, e-mail, Ukrainian комп'ютер.
JOINERS = "'’ʼ‘`´-‐‑\u00ad\u200c\u200d"  # noqa: RUF001, RUF100 - the look-alikes are what people type
# Letters that no decomposition leads back to the plain one.
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ґ": "г", "ѝ": "и"}
    | {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ۀ": "ه", "ء": "", "ـ": ""}
)
# "The", "and the", "with the", "for the" are written on to the word in Arabic.
ARABIC_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
ARABIC_ENDINGS = ("ة", "ه")
SHORTEST_ARABIC = 3

# Words of so many letters are only taken as they are.
STRICT = 3
SHORTEST_STEM = 4
SHORTEST_TYPED = 5
SHORTEST_PART = 4
SHORTEST_REST = 3
SHORTEST_COMPOUND = 9
LONGEST_ENDING = 3
# From so many letters on: so many mistakes.
MISTAKES = ((12, 3), (8, 2), (5, 1))
FIRST_LETTER_UNTIL = 6
VOWELS = frozenset("aeiouyаеиоуъыэюяі")

# How Dutch sounds, for who writes it by ear.
SOUNDS = (
    *(("sch", "sg"), ("sk", "sg"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("qu", "kw"), ("x", "ks"), ("tie", "sie")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("ij", "ei"), ("ou", "au"), ("joe", "u"), ("oe", "u")),
    *(("ie", "i"), ("y", "i"), ("v", "f"), ("z", "s")),
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, as it was written and as it is compared."""

    written: str
    folded: str
    plain: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of words."""

    theme: int
    language: str
    written: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Why a question leads to a theme: what was typed, and the word of the list that it is taken for."""

    theme: int
    typed: str
    meant: str
    language: str
    sureness: Sureness

    @property
    def is_literal(self) -> bool:
        """Whether the word was typed as it stands in the list."""
        return fold_line(self.typed) == fold_line(self.meant)


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


@lru_cache(maxsize=2_048)
def _known(text: str) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """The lines of a list, each with its words; lists stay the same from question to question."""
    lines = ((written, tuple(_read(written))) for written in split_words(text))
    return tuple((written, words) for written, words in lines if words)


@lru_cache(maxsize=32_768)
def _known_sound(folded: str) -> str:
    return sound(folded)


def _read(text: str) -> Iterator[Word]:
    for written in words_in(unicodedata.normalize("NFKC", text)):
        folded = fold(written)
        if folded and len(folded) <= LONGEST_WORD:
            yield Word(written, folded, written.casefold())


def sound(folded: str) -> str:
    """How a Dutch word sounds: ``skool`` and ``school`` are the same."""
    for written, spoken in SOUNDS:
        folded = folded.replace(written, spoken)
    doubles = [sign for sign, following in pairwise(f"{folded} ") if sign != following]
    spoken = "".join(doubles)
    return spoken[:-1] + "t" if spoken.endswith("d") else spoken


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


@dataclass(slots=True)
class Lexicon:
    """All words of a library, ready to be compared with a question."""

    reader: str
    by_word: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_sound: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    compounding: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    phrases: list[Entry] = field(default_factory=list)
    unspaced: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, lists: Iterable[tuple[int, str, str]], reader: str) -> "Lexicon":
        """Read lists of words, each (theme, language, text)."""
        lexicon = cls(reader)
        for theme, language, text in lists:
            for written, words in _known(text):
                lexicon.add(Entry(theme, language, written, words))
        return lexicon

    def add(self, entry: Entry) -> None:
        """Put one entry where it is looked up."""
        if len(entry.words) > 1:
            self.phrases.append(entry)
            return
        folded = entry.words[0].folded
        self.by_word[folded].append(entry)
        if entry.language in UNSPACED:
            self.unspaced.append(entry)
        if entry.language in COMPOUNDING and len(folded) >= SHORTEST_PART:
            self.compounding[folded].append(entry)
            self.by_sound[_known_sound(folded)].append(entry)

    def hits(self, question: str) -> list[Hit]:
        """What the words of a question lead to; each word as surely as it can be taken, and no less surely."""
        words = list(dict.fromkeys(_read(question[:LONGEST_QUESTION])))[:MOST_WORDS]
        found = list(self._phrases(words))
        joined: set[Word] = set()
        for one, two in pairwise(words):
            whole = self._same(Word(f"{one.written} {two.written}", one.folded + two.folded, ""))
            joined |= {one, two} if whole else set()
            found += whole
        for word in words:
            if word not in joined:
                found += self._best(word)
        return found

    def _best(self, word: Word) -> list[Hit]:
        """The surest reading of one word."""
        for way in (self._same, self._within, self._inflected, self._parts, self._by_ear, self._misspelt):
            found = list(way(word))
            if found:
                return found
        return []

    def _hits(self, word: Word, entries: Iterable[Entry], sureness: Sureness) -> list[Hit]:
        return [Hit(entry.theme, word.written, entry.written, entry.language, sureness) for entry in entries]

    def _same(self, word: Word) -> list[Hit]:
        """The word itself. A short one counts with its accents (``iş`` is not ``is``) or in the reader's language."""
        entries = [
            entry
            for entry in self.by_word.get(word.folded, ())
            if len(word.folded) > STRICT or entry.language == self.reader or entry.words[0].plain == word.plain
        ]
        return self._hits(word, entries, Sureness.EXACT)

    def _phrases(self, words: list[Word]) -> Iterator[Hit]:
        for entry in self.phrases:
            typed: set[Word] = set()
            for part in entry.words:
                typed |= set([word for word in words if word not in typed and _is_form(word.folded, part.folded)][:1])
            if len(typed) == len(entry.words):
                written = " ".join(word.written for word in words if word in typed)
                yield Hit(entry.theme, written, entry.written, entry.language, Sureness.PHRASE)

    def _within(self, word: Word) -> list[Hit]:
        entries = [entry for entry in self.unspaced if entry.words[0].folded in word.folded]
        return self._hits(word, entries, Sureness.EXACT)

    def _inflected(self, word: Word) -> list[Hit]:
        """The word with an ending, or without its own: the longest stem counts."""
        found = {key: entries for key in self.by_word if (entries := self._forms(key, word.folded))}
        longest = max((len(key) for key in found), default=0)
        best = (entry for key, entries in found.items() if len(key) == longest for entry in entries)
        return self._hits(word, best, Sureness.INFLECTED)

    def _forms(self, key: str, typed: str) -> list[Entry]:
        if len(key) >= SHORTEST_STEM and typed.startswith(key):
            ending = len(typed) - len(key)
            return [
                entry
                for entry in self.by_word[key]
                if ending <= (LONGEST_ENDING if entry.language in COMPOUNDING else len(key) + 1)
            ]
        is_begun = len(typed) >= SHORTEST_TYPED and key.startswith(typed) and len(key) - len(typed) <= len(typed) // 2
        return self.by_word[key] if is_begun else []

    def _parts(self, word: Word) -> list[Hit]:
        """The parts of a compound: a ``belastingbrief`` is a letter (its end), about tax (its beginning)."""
        found: list[Hit] = []
        for sureness, parts in ((Sureness.TAIL, _tails(word.folded)), (Sureness.PART, _heads(word.folded))):
            whole = next((part for part in parts if part in self.compounding), None)
            if whole:
                found += self._hits(word, self.compounding[whole], sureness)
        return found

    def _by_ear(self, word: Word) -> list[Hit]:
        if len(word.folded) < SHORTEST_STEM or not word.folded.isascii():
            return []
        return self._hits(word, self.by_sound.get(sound(word.folded), ()), Sureness.SOUND)

    def _misspelt(self, word: Word) -> list[Hit]:
        """The nearest words; then, for a long word, the nearest parts and the nearest sound."""
        nearest = _nearest(word.folded, self.by_word)
        if nearest:
            return self._hits(word, (entry for key in nearest for entry in self.by_word[key]), Sureness.GUESS)
        if word.folded.isascii():
            nearest = _nearest(sound(word.folded), self.by_sound)
            if nearest:
                return self._hits(word, (entry for key in nearest for entry in self.by_sound[key]), Sureness.GUESS)
        return self._misspelt_parts(word)

    def _misspelt_parts(self, word: Word) -> list[Hit]:
        if len(word.folded) < SHORTEST_COMPOUND:
            return []
        for part in (*_tails(word.folded), *_heads(word.folded)):
            nearest = _nearest(part, self.compounding) if len(part) > SHORTEST_TYPED else []
            if nearest:
                return self._hits(word, (row for key in nearest for row in self.compounding[key]), Sureness.GUESS)
        return []


def _heads(word: str) -> list[str]:
    """Beginnings of a compound, the longest first."""
    return [word[:end] for end in range(len(word) - SHORTEST_REST, SHORTEST_PART - 1, -1)]


def _tails(word: str) -> list[str]:
    """Ends of a compound, the longest first."""
    return [word[start:] for start in range(SHORTEST_REST, len(word) - SHORTEST_PART + 1)]


def _is_form(typed: str, key: str) -> bool:
    """Whether a typed word is a word of a phrase, with an ending or a mistake."""
    if typed == key:
        return True
    if len(key) <= STRICT or len(typed) <= STRICT:
        return False
    has_ending = typed.startswith(key) and len(typed) - len(key) <= LONGEST_ENDING
    return has_ending or is_near(typed, key)


def _nearest(typed: str, keys: Iterable[str]) -> list[str]:
    """The keys with the fewest mistakes, none when that is still too many."""
    if len(typed) <= STRICT:
        return []
    most = max(1, mistakes_allowed(len(typed) + 1))
    near = process.extract(typed, list(keys), scorer=OSA.distance, score_cutoff=most, limit=None)
    close = [(distance, key) for key, distance, _index in near if is_near(typed, key)]
    fewest = min((distance for distance, _key in close), default=0)
    return [key for distance, key in close if distance == fewest]
