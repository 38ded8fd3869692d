"""What was found as a reader sees it: title, and the sentence that holds the words, with those marked."""

import re
from dataclasses import dataclass

from wagtail.models import Page

from home.site.pages.presenters import words_of
from home.site.pages.reading import Reading
from home.site.search.likeness import fold
from home.site.search.models import SearchText
from home.site.search.selectors import Found, Hit
from home.tenant.languages.selectors import Words, address

LONGEST_SNIPPET = 180
BEFORE = 60
# What stands against a word and is no part of it.
SIGNS = ".,:;!?…()[]«»„“”‘’‚\"'،؛؟–—"  # noqa: RUF001, RUF100 - quotation marks of many languages


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; a word by which the page was found is marked."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class ResultCard:
    """A page that was found."""

    title: str
    pieces: list[Piece]
    url: str
    lang: str = ""
    dir: str = ""
    is_machine: bool = False


def result_cards(reading: Reading, found: Found) -> tuple[list[ResultCard], list[ResultCard]]:
    """Cards in the reader's language, and cards in the main language. Two queries.

    A page that was found by its Dutch words and is there in the reader's language is shown in that language.
    """
    texts = SearchText.objects.select_related("page__machine_draft")
    rows = texts.in_bulk([hit.page for hit in (*found.own, *found.main)])
    sources = [rows[hit.page].page for hit in found.main if hit.page in rows]
    words = words_of(reading, sources)
    own = [_card(reading, rows[hit.page], hit) for hit in found.own if hit.page in rows]
    main: list[ResultCard] = []
    for hit in found.main:
        if hit.page not in rows:
            continue
        its = words[hit.page]
        if its.is_fallback:
            main.append(_card(reading, rows[hit.page], hit, its))
        else:
            own.append(_translated(reading, rows[hit.page].page, its))
    return own, main


def _card(reading: Reading, row: SearchText, hit: Hit, words: Words | None = None) -> ResultCard:
    page = row.page
    is_machine = hasattr(page, "machine_draft")
    if is_machine:
        reading.machine_drafts.add(page.title)
    return ResultCard(
        title=page.title,
        pieces=marked(snippet([page.search_description, *row.sentences.split("\n")], hit.words), hit.words),
        url=address(page, reading.code),
        lang=words.lang if words else "",
        dir=words.dir if words else "",
        is_machine=is_machine,
    )


def _translated(reading: Reading, page: Page, words: Words) -> ResultCard:
    return ResultCard(words.title, [Piece(words.summary)], address(page, reading.code), is_machine=words.is_machine)


def snippet(sentences: list[str], words: frozenset[str]) -> str:
    """The sentence with most of the words, cut to what fits; the first one when none has any."""
    best = max(
        sentences, key=lambda sentence: len({piece.text for piece in marked(sentence, words) if piece.is_marked})
    )
    if len(best) <= LONGEST_SNIPPET:
        return best
    before = len(next((piece.text for piece in marked(best, words) if not piece.is_marked), ""))
    start = best.rfind(" ", 0, before - BEFORE) + 1 if before > BEFORE else 0
    end = best.rfind(" ", start, start + LONGEST_SNIPPET)
    end = end if end > start else start + LONGEST_SNIPPET
    return f"{'… ' if start else ''}{best[start:end]}{' …' if end < len(best) else ''}"


def marked(sentence: str, words: frozenset[str]) -> list[Piece]:
    """A sentence in pieces, those that are one of the words marked."""
    pieces: list[Piece] = []
    plain = ""
    for part in re.split(r"(\s+)", sentence):
        core = part.strip(SIGNS)
        if core and fold(core) in words:
            before, after = part.split(core, 1)
            pieces += [Piece(plain + before), Piece(core, is_marked=True)]
            plain = after
        else:
            plain += part
    return [piece for piece in (*pieces, Piece(plain)) if piece.text]
