"""Formatting and links of a sentence as numbered marks, which survive a telephone keyboard: ``[1]here[/1]``."""

import html
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, NavigableString, Tag

BRACKETS = ("[]", "{}", "<>")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with marks. ``tags`` are the opening tags that the marks stand for, in their order."""

    text: str
    tags: tuple[tuple[str, str], ...]
    brackets: str
    has_breaks: bool

    @property
    def marks(self) -> tuple[str, ...]:
        """Every mark that the translation must hold once."""
        left, right = self.brackets
        numbers = range(1, len(self.tags) + 1)
        return tuple(mark for n in numbers for mark in (f"{left}{n}{right}", f"{left}/{n}{right}"))


def marked(source: str) -> Marked:
    """A sentence of the translation package (inline tags, ids for attributes) with marks in place of its tags."""
    soup = BeautifulSoup(source, "html.parser")
    plain = soup.get_text()
    brackets = next((pair for pair in BRACKETS if f"{pair[0]}1{pair[1]}" not in plain), BRACKETS[0])
    left, right = brackets
    tags: list[tuple[str, str]] = []

    def read(node: Tag) -> str:
        text = ""
        for child in node.children:
            if isinstance(child, NavigableString):
                text += str(child)
            elif child.name == "br":
                text += "\n"
            else:
                number = len(tags) + 1
                key = child.attrs.get("id", "")
                tags.append((child.name, f'<{child.name} id="{key}">' if key else f"<{child.name}>"))
                text += f"{left}{number}{right}{read(child)}{left}/{number}{right}"
        return text

    return Marked(read(soup), tuple(tags), brackets, soup.find("br") is not None)


def _pieces(sentence: Marked, text: str) -> list[str]:
    """The text cut at the marks of this sentence; other brackets are words like any other."""
    if not sentence.tags:
        return [text]
    return re.split("(" + "|".join(re.escape(mark) for mark in sentence.marks) + ")", text)


def keeps_marks(sentence: Marked, text: str) -> bool:
    """Whether each mark is there once, and each pair encloses words without crossing another."""
    found = [piece for piece in _pieces(sentence, text) if piece in sentence.marks]
    if sorted(found) != sorted(sentence.marks):
        return False
    standing: list[str] = []
    for mark in found:
        if not mark.startswith(f"{sentence.brackets[0]}/"):
            standing.append(mark)
        elif not standing or standing.pop() != mark.replace("/", "", 1):
            return False
    return True


def to_html(sentence: Marked, text: str) -> str:
    """What is stored for the page: words escaped, marks turned into tags again. The marks must have been kept."""
    names = dict(zip(sentence.marks, _tags_in_order(sentence), strict=True))
    whole = "".join(names.get(piece, html.escape(piece, quote=False)) for piece in _pieces(sentence, text.strip()))
    lines = [line.strip() for line in whole.splitlines()]
    return ("<br/>" if sentence.has_breaks else " ").join(line for line in lines if line)


def _tags_in_order(sentence: Marked) -> list[str]:
    return [tag for name, opening in sentence.tags for tag in (opening, f"</{name}>")]
