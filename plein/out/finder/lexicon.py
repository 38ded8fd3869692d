"""How a question is compared with the lists of words. No queries here.

Nothing that a reader typed is kept: only the lists of editors are remembered between two questions.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from home.site.search.letters import COMPOUNDING, UNSPACED
from home.site.search.likeness import (
    SHORTEST_PART,
    SHORTEST_STEM,
    SHORTEST_TYPED,
    STRICT,
    fold,
    fold_line,
    heads,
    is_near,
    known_sound,
    nearest,
    sound,
    tails,
    words_in,
)
from home.site.wording.spellings import split_spellings
from plein.out.finder.choices import LONGEST_QUESTION, LONGEST_WORD, MOST_WORDS, Sureness

SHORTEST_COMPOUND = 9
LONGEST_ENDING = 3


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


@lru_cache(maxsize=2_048)
def _known(text: str) -> tuple[tuple[str, tuple[Word, ...]], ...]:
    """The lines of a list, each with its words; lists stay the same from question to question."""
    lines = ((written, tuple(_read(written))) for written in split_spellings(text))
    return tuple((written, words) for written, words in lines if words)


def _read(text: str) -> Iterator[Word]:
    for written in words_in(unicodedata.normalize("NFKC", text)):
        folded = fold(written)
        if folded and len(folded) <= LONGEST_WORD:
            yield Word(written, folded, written.casefold())


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
            self.by_sound[known_sound(folded)].append(entry)

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
        for sureness, parts in ((Sureness.TAIL, tails(word.folded)), (Sureness.PART, heads(word.folded))):
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
        near = nearest(word.folded, self.by_word)
        if near:
            return self._hits(word, (entry for key in near for entry in self.by_word[key]), Sureness.GUESS)
        if word.folded.isascii():
            near = nearest(sound(word.folded), self.by_sound)
            if near:
                return self._hits(word, (entry for key in near for entry in self.by_sound[key]), Sureness.GUESS)
        return self._misspelt_parts(word)

    def _misspelt_parts(self, word: Word) -> list[Hit]:
        if len(word.folded) < SHORTEST_COMPOUND:
            return []
        for part in (*tails(word.folded), *heads(word.folded)):
            near = nearest(part, self.compounding) if len(part) > SHORTEST_TYPED else []
            if near:
                return self._hits(word, (row for key in near for row in self.compounding[key]), Sureness.GUESS)
        return []


def _is_form(typed: str, key: str) -> bool:
    """Whether a typed word is a word of a phrase, with an ending or a mistake."""
    if typed == key:
        return True
    if len(key) <= STRICT or len(typed) <= STRICT:
        return False
    has_ending = typed.startswith(key) and len(typed) - len(key) <= LONGEST_ENDING
    return has_ending or is_near(typed, key)
