"""Finding difficult words in a page that is ready to be sent. No queries here.

Only the words of the text itself are marked: not headings, links, buttons or fields, and nothing in another language.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

# Signs that belong to the letter before them, which Python does not count as letters: accents, Hebrew points, Arabic
# vowel signs and the stroke that makes an Arabic word longer.
MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
)
# A word that is tied to another by one of these is a part of a longer word: “DigiD-code”.
TIES = "-'’\u2010\u2011\u200c\u200d"
BEFORE = rf"(?<![\w{MARKS}&#])(?<![\w{MARKS}][{TIES}])"
AFTER = rf"(?![\w{MARKS}]|[{TIES}][\w])"
# Languages that write no spaces between words.
UNSPACED = frozenset({"zh-hans", "th"})
# Languages in which I is the capital of ı, and İ that of i.
DOTTED = frozenset({"tr", "az"})

TAG = re.compile(r"<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
NAME = re.compile(r"<\s*(/?)\s*([a-zA-Z][\w-]*)")
ATTRIBUTE = {name: re.compile(rf"\s{name}\s*=\s*[\"']([^\"']*)[\"']") for name in ("class", "lang")}
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Where a word is never marked, whatever it stands in.
LEFT_ALONE = frozenset(
    {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label", "nav", "option", "script", "select", "style"}
    | {"summary", "svg", "textarea", "time", "title", "address", "form"}
)
# What an editor wrote, by class.
BODY = frozenset({"rich-text", "nl-paragraph--lead", "steps__title", "utrecht-blockquote"})

Mark = Callable[[int, str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """An element that is open: its name, the language in it, and whether its text is an editor's."""

    name: str
    lang: str
    is_body: bool
    is_left_alone: bool


def is_exact(spelling: str) -> bool:
    """Whether capitals count: ``IDO`` and ``DigiD`` are only meant as they are written, ``toeslag`` in any case."""
    return any(sign.isupper() for sign in spelling[1:]) or (len(spelling) == 1 and spelling.isupper())


def fold(spelling: str) -> str:
    """A spelling as it is compared with another: an acronym as it is, any other in small letters."""
    plain = unicodedata.normalize("NFC", " ".join(spelling.split()))
    bare = re.sub(r"[\u0640\u064b-\u065f\u0670]", "", plain)
    return bare if is_exact(bare) else bare.casefold()


def _small(text: str, language: str) -> str:
    """A text in small letters, as its language has them."""
    return (text.replace("İ", "i").replace("I", "ı") if language in DOTTED else text).casefold()


def _key(text: str, language: str) -> str:
    """What a spelling of a language is found by."""
    return fold(text) if is_exact(text) else fold(_small(text, language))


def _pattern_of(spelling: str, language: str) -> str:
    """A spelling as a pattern: Arabic vowel signs may stand after any letter, white space may be any, i any i."""
    wide = {" ": r"\s+", "i": "[iıİ]", "ı": "[iıİ]"}
    letters = [wide.get(sign) or re.escape(sign) for sign in _key(spelling, language)]
    if any("\u0600" <= sign <= "\u06ff" for sign in spelling):
        return "".join(letter + r"[\u0640\u064b-\u065f\u0670]*" for letter in letters)
    pattern = "".join(letters)
    return pattern if is_exact(spelling) else f"(?i:{pattern})"


class Finder:
    """All the words of one page, as one pattern; the longest goes first."""

    def __init__(self, spellings: Mapping[str, int], language: str) -> None:
        """Take spellings with the number of what explains them; ``language`` is that of the spellings."""
        self.language = language
        self.numbers = {_key(spelling, language): number for spelling, number in spellings.items()}
        ordered = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
        words = "|".join(_pattern_of(spelling, language) for spelling in ordered)
        before, after = ("", "") if language in UNSPACED else (BEFORE, AFTER)
        self.pattern = re.compile(f"{before}(?:{words}){after}") if words else None

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(start, end, number) of each word in a text."""
        for match in self.pattern.finditer(text) if self.pattern else ():
            small = fold(_small(match[0], self.language))
            number = self.numbers.get(_key(match[0], self.language), self.numbers.get(small))
            if number is not None:
                yield match.start(), match.end(), number


def _opened(tag: str, name: str, around: Place) -> Place:
    lang = ATTRIBUTE["lang"].search(tag)
    classes = ATTRIBUTE["class"].search(tag)
    is_body = around.is_body or (classes is not None and not BODY.isdisjoint(classes[1].split()))
    return Place(name, lang[1] if lang else around.lang, is_body, around.is_left_alone or name in LEFT_ALONE)


def _pieces(html: str) -> Iterator[tuple[bool, str]]:
    """(whether it is a tag, text) for each piece, in order."""
    end = 0
    for match in TAG.finditer(html):
        yield False, html[end : match.start()]
        yield True, match[0]
        end = match.end()
    yield False, html[end:]


def mark_words(html: str, finder: Finder, *, page_lang: str, words_lang: str, mark: Mark) -> str:
    """Put ``mark(number, text)`` around the first occurrence of each word in what editors wrote.

    Args:
        html: a page, or the part of it that holds the text.
        finder: the words.
        page_lang: language of the page, where no element says otherwise.
        words_lang: language in which the words are words.
        mark: what to put in the place of a word.

    """
    places = [Place("", page_lang, is_body=False, is_left_alone=False)]
    seen: set[int] = set()
    written: list[str] = []
    for is_tag, piece in _pieces(html):
        place = places[-1]
        if is_tag:
            written.append(piece)
            _follow(piece, places)
        elif piece and place.is_body and not place.is_left_alone and place.lang == words_lang:
            written.append(_marked(piece, finder, seen, mark))
        else:
            written.append(piece)
    return "".join(written)


def _follow(tag: str, places: list[Place]) -> None:
    """Open or close an element. A closing tag closes what was left open within."""
    found = NAME.match(tag)
    if not found:
        return
    name = found[2].lower()
    if not found[1]:
        if name not in VOID and not tag.endswith("/>"):
            places.append(_opened(tag, name, places[-1]))
    elif any(place.name == name for place in places):
        while places[-1].name != name:
            places.pop()
        places.pop()


def _marked(text: str, finder: Finder, seen: set[int], mark: Mark) -> str:
    end = 0
    parts: list[str] = []
    # An accent may stand apart from its letter, as some computers write it.
    text = unicodedata.normalize("NFC", text)
    for start, stop, number in finder.find(text):
        if number not in seen:
            seen.add(number)
            parts += [text[end:start], mark(number, text[start:stop])]
            end = stop
    return "".join([*parts, text[end:]])


def spellings_of(rows: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    """Each spelling with the number of what explains it; the rows that go before win.

    A row that shares a spelling with one before it is about the same word: its other spellings lead there too.
    """
    found: dict[str, int] = {}
    numbers: dict[str, int] = {}
    for number, spellings in rows:
        given = {fold(spelling): spelling for spelling in spellings}
        counts = next((numbers[key] for key in given if key in numbers), number)
        for key, spelling in given.items():
            if key not in numbers:
                numbers[key] = found[spelling] = counts
    return found
