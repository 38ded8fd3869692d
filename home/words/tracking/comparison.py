"""What changed between two texts, sentence by sentence and word by word."""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from django.utils.html import strip_tags

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
WORD = re.compile(r"\S+")
WORDS_AND_SPACE = re.compile(r"\S+|\s+")
# Two sentences that share less of their words than this are not one that was rewritten.
ALIKE = 0.3
# Before the first sentence.
START = -1

# A piece of a sentence, and whether it is only on this side.
Piece = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence as it was and as it is; one side is empty when it was added or taken away."""

    before: list[Piece]
    after: list[Piece]

    @property
    def is_changed(self) -> bool:
        """Whether anything differs."""
        return any(changed for changed, _text in [*self.before, *self.after])

    @property
    def changed_words(self) -> int:
        """How many words differ, a word that was replaced counted once."""
        return max(_count(self.before), _count(self.after))


def _count(pieces: Iterable[Piece]) -> int:
    return sum(len(WORD.findall(text)) for changed, text in pieces if changed)


def sentences(segments: Iterable[str]) -> list[str]:
    """Plain sentences of the pieces of a page, which may hold inline mark-up and entities."""
    plain = (html.unescape(strip_tags(segment)) for segment in segments)
    found = (sentence.strip() for text in plain for sentence in SENTENCE_END.split(text))
    return [sentence for sentence in found if sentence]


def compare(before: Sequence[str], after: Sequence[str]) -> list[SentencePair]:
    """Put two texts side by side, with the words that were added or taken away marked.

    They stand in the order that they have now; a sentence that only moved is not changed. One that is gone stands
    where it was.
    """
    partners = _partners(before, after)
    gone: dict[int, list[SentencePair]] = defaultdict(list)
    kept, place = set(partners.values()), START
    for index, text in enumerate(before):
        if index in kept:
            place = index
        else:
            gone[place].append(SentencePair([(True, text)], []))
    pairs = gone[START]
    for position, text in enumerate(after):
        if position in partners:
            pairs += [_pair(before[partners[position]], text), *gone[partners[position]]]
        else:
            pairs.append(SentencePair([], [(True, text)]))
    return pairs


def _partners(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Which sentence each one was, by their numbers: the same words, else the most alike; none for a new one."""
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        found |= {block.b + step: block.a + step for step in range(block.size)}
    free = set(range(len(before))) - set(found.values())
    moved: dict[str, list[int]] = defaultdict(list)
    for index in sorted(free, reverse=True):
        moved[before[index]].append(index)
    for position, text in enumerate(after):
        if position not in found and moved[text]:
            found[position] = moved[text].pop()
    free -= set(found.values())
    old = {index: Counter(WORD.findall(before[index])) for index in free}
    new = {position: Counter(WORD.findall(text)) for position, text in enumerate(after) if position not in found}
    alike = [
        (-likeness, abs(position - index), position, index)
        for position, index in product(new, old)
        if (likeness := _likeness(new[position], old[index])) >= ALIKE
    ]
    for _likeness_found, _distance, position, index in sorted(alike):
        if position not in found and index in free:
            found[position] = index
            free.discard(index)
    return found


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """How much of their words two sentences share, from 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total())


def _pair(before: str, after: str) -> SentencePair:
    old, new = WORDS_AND_SPACE.findall(before), WORDS_AND_SPACE.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        changed = tag != "equal"
        if old_to > old_from:
            left.append((changed, "".join(old[old_from:old_to])))
        if new_to > new_from:
            right.append((changed, "".join(new[new_from:new_to])))
    return SentencePair(left, right)
