"""What has to come back as it went: the words of the word list, and the tags of a rich text."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag
from wagtail_localize.strings import StringValue

from home.words.machine.choices import MachineError, Problem

LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Mark:
    """The tag in which a provider leaves words alone."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Protected:
    """A sentence as it is sent: ``outcomes`` stand in its marks, in their order."""

    source: str
    text: str
    outcomes: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to translate: every word comes from the word list."""
        return bool(self.outcomes) and not _letters_outside(self.text)


def _parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def _letters_outside(html: str) -> bool:
    soup = _parsed(html)
    for tag in soup.find_all(id=re.compile(r"^keep\d+$")):
        tag.decompose()
    return any(sign.isalnum() for sign in soup.get_text())


def protect(html: str, terms: Mapping[str, str], mark: Mark) -> Protected:
    """Put a mark around each word of the list.

    Args:
        html: a sentence with inline tags.
        terms: Dutch word to what it becomes; empty when it stays as it was written.
        mark: the provider's tag.

    """
    if not terms:
        return Protected(html, html, ())
    known = {word.casefold(): outcome for word, outcome in terms.items()}
    longest_first = sorted(known, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
    soup, outcomes = _parsed(html), []
    for text in [node for node in soup.descendants if isinstance(node, NavigableString)]:
        pieces: list[str | Tag] = []
        end = 0
        for match in pattern.finditer(str(text)):
            outcome = _outcome(match[0], known[match[0].casefold()])
            tag = soup.new_tag(mark.name, attrs={"id": f"keep{len(outcomes)}", **mark.attributes})
            tag.string = outcome
            outcomes.append(outcome)
            pieces += [str(text)[end : match.start()], tag]
            end = match.end()
        if pieces:
            text.replace_with(*(piece for piece in [*pieces, str(text)[end:]] if piece))
    return Protected(html, str(soup), tuple(outcomes))


def _outcome(found: str, outcome: str) -> str:
    """A word at the beginning of a sentence keeps its capital."""
    if not outcome:
        return found
    return outcome[0].upper() + outcome[1:] if found[0].isupper() else outcome


def restore(answer: str, sent: Protected, mark: Mark) -> str:
    """Take the marks away again; raises ``MachineError`` when a word or a tag was lost, or came twice."""
    soup = _parsed(answer.strip())
    quote = _quoted(sent.source)
    marks = {tag.get("id"): tag for tag in soup.find_all(mark.name)}
    if sorted(map(str, marks)) != sorted(f"keep{number}" for number in range(len(sent.outcomes))):
        raise MachineError(Problem.LOST_TERM, quote)
    if len(soup.find_all(mark.name)) != len(sent.outcomes):
        raise MachineError(Problem.LOST_TERM, quote)
    for number, outcome in enumerate(sent.outcomes):
        marks[f"keep{number}"].replace_with(outcome)
    if not soup.get_text().strip():
        raise MachineError(Problem.INCOMPLETE)
    if _tags(soup) != _tags(_parsed(sent.source)):
        raise MachineError(Problem.LOST_TAG, quote)
    try:
        return str(StringValue.from_translated_html(str(soup)).data)
    except ValueError as error:
        raise MachineError(Problem.LOST_TAG, quote) from error


def _tags(soup: BeautifulSoup) -> Counter[tuple[str, str]]:
    tags: Iterable[Tag] = soup.find_all(name=True)
    return Counter((tag.name, str(tag.get("id", ""))) for tag in tags)


def _quoted(html: str) -> str:
    """A sentence without its tags, cut to a length that fits a message."""
    text = _parsed(html).get_text()
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
