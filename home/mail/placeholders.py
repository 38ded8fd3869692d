"""Placeholders in a text: which there are, what is wrong with them, and how they are filled in.

A placeholder is a name between braces. Nothing is looked up in it: ``{name.first}`` is no placeholder, and what is
filled in is never read for placeholders again.
"""

import re
from collections.abc import Iterable, Mapping

BRACES = re.compile(r"\{([^{}]*)\}")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
OF_CATALOGUE = re.compile(r"%\((\w+)\)s|%%")


def from_catalogue(text: str) -> str:
    """A text of a catalogue, with ``%(name)s``, as an editor writes it: with ``{name}``."""
    return OF_CATALOGUE.sub(lambda match: f"{{{match[1]}}}" if match[1] else "%", text)


def tidy(text: str) -> str:
    """A text as it is kept: line ends of one kind, and no spaces within the braces or around the whole."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return BRACES.sub(lambda match: f"{{{match[1].strip()}}}", lines).strip()


def unknown(text: str, names: Iterable[str]) -> list[str]:
    """What stands between braces and is none of these names, each once."""
    return list(dict.fromkeys(match for match in BRACES.findall(text) if match not in set(names)))


def missing(text: str, names: Iterable[str]) -> list[str]:
    """Which of these names stand nowhere in the text."""
    return [name for name in names if f"{{{name}}}" not in text]


def has_loose_brace(text: str) -> bool:
    """Whether a brace is left that opens or closes nothing."""
    rest = BRACES.sub("", text)
    return "{" in rest or "}" in rest


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with values in it. A line of its own for a value that is empty falls away, with one empty line."""
    lines: list[str] = []
    is_after_gap = False
    for line in text.split("\n"):
        alone = PLACEHOLDER.fullmatch(line.strip())
        if alone and values.get(alone[1]) == "":
            is_after_gap = not lines or not lines[-1].strip()
        elif is_after_gap and not line.strip():
            is_after_gap = False
        else:
            is_after_gap = False
            lines.append(PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), line))
    return "\n".join(lines)


def one_line(text: str, most: int) -> str:
    """A subject: no line breaks, which a mail does not take there, and no longer than its place."""
    return " ".join(text.splitlines())[:most]
