"""What changed between two texts, sentence by sentence; and what a spreadsheet or a robot is."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.html import strip_tags

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
WORD = re.compile(r"\S+")
WORDS_AND_SPACE = re.compile(r"\S+|\s+")
# Two sentences that share less than this are not one that was rewritten.
ALIKE = 0.3
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
ROBOT = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|archiver|preview|facebookexternalhit|whatsapp|monitor|uptime|headless|lighthouse"
    r"|curl|wget|python|java/|go-http|httpclient|okhttp|axios|node-fetch|feedfetcher|scrapy|validator",
    re.IGNORECASE,
)

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
    """Put two texts side by side, with the words that were added or taken away marked."""
    pairs: list[SentencePair] = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = before[old_from:old_to], after[new_from:new_to]
        if tag == "equal":
            pairs += [SentencePair([(False, text)], [(False, text)]) for text in old]
        else:
            pairs += [pair for one, other in zip_longest(old, new, fillvalue="") for pair in _pair(one, other)]
    return pairs


def _pair(before: str, after: str) -> list[SentencePair]:
    old, new = WORDS_AND_SPACE.findall(before), WORDS_AND_SPACE.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not old or not new or matcher.ratio() < ALIKE:
        gone = [SentencePair([(True, before)], [])] if before else []
        return [*gone, SentencePair([], [(True, after)])] if after else gone
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        changed = tag != "equal"
        if old_to > old_from:
            left.append((changed, "".join(old[old_from:old_to])))
        if new_to > new_from:
            right.append((changed, "".join(new[new_from:new_to])))
    return [SentencePair(left, right)]


def safe_cell(text: object) -> str:
    """A cell that a spreadsheet takes for text, never for a formula."""
    value = str(text)
    return f"'{value}" if value.lstrip(" ").startswith(FORMULA_SIGNS) else value


def is_robot(user_agent: str) -> bool:
    """Whether who asks is a program and no reader, as far as it says so itself."""
    return not user_agent or bool(ROBOT.search(user_agent))
