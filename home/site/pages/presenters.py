"""What lists and facts blocks show: flat, already in the reader's words. Components know no models."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from home.site.pages.reading import Reading
from home.tenant.languages.known import Language
from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import Words, address, words_for

# What cards and calendars ask of a page; its texts and pictures stay where they are.
PAGE_FIELDS = ("title", "search_description", "translation_key", "url_path")


@dataclass(frozen=True, slots=True)
class PageCard:
    """A page in a list."""

    title: str
    summary: str
    url: str
    lang: str = ""
    dir: str = ""
    hue: int = 0
    pictogram: str = ""
    mark: str = ""
    is_machine: bool = False
    picture: Any = None
    meta: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading."""

    heading: str
    cards: list[PageCard]


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a fact; ``html`` is safe rich text, ``url`` makes it a link."""

    text: str
    lang: str = ""
    dir: str = ""
    url: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a facts block."""

    pictogram: str
    label: str
    values: list[FactValue]


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step on the way to a page."""

    title: str
    url: str
    lang: str = ""
    dir: str = ""


def words_of(reading: Reading, pages: Iterable[Page | None]) -> dict[int, Words]:
    """Words of many source pages for this reader, in one query.

    The reading remembers which of them nobody read, so that its page can say so at the foot.
    """
    wanted = [page for page in pages if page is not None]
    words = words_for(wanted, reading.code, reading.library.main_language)
    reading.machine_drafts.update(row.title for row in words.values() if row.is_machine)
    return words


def page_cards(reading: Reading, pages: Iterable[Page], words: dict[int, Words] | None = None) -> list[PageCard]:
    """Cards of source pages. Hue, pictogram and mark are taken where the page type has them."""
    rows = list(pages)
    words = words_of(reading, rows) if words is None else words
    return [
        PageCard(
            title=words[page.pk].title,
            summary=words[page.pk].summary,
            lang=words[page.pk].lang,
            dir=words[page.pk].dir,
            url=address(page, reading.code),
            hue=getattr(page, "hue", 0) or 0,
            pictogram=getattr(page, "pictogram", ""),
            mark=getattr(page, "mark", ""),
            is_machine=words[page.pk].is_machine,
        )
        for page in rows
    ]


def language_list(codes: Iterable[str], reader: str) -> list[Language]:
    """The languages as the registry knows them, the reader's own first."""
    return sorted((get_language(code) for code in codes), key=lambda row: row.code != reader)


def language_fact(codes: Iterable[str], reader: str, label: str) -> list[Fact]:
    """A fact row of languages, each named in itself; nothing when none are known."""
    values = [
        FactValue(row.native_name, lang=row.code if row.code != reader else "", dir=row.direction)
        for row in language_list(codes, reader)
    ]
    return [Fact("languages", label, values)] if values else []


def crumbs(reading: Reading) -> list[Crumb]:
    """The way to this page, home first. Two queries at most; none on the home page and right below it."""
    if reading.source.depth <= 2:  # noqa: PLR2004 - a home hangs directly under the root
        return []
    ancestors = []
    if reading.source.depth > 3:  # noqa: PLR2004 - deeper than a section
        ancestors = list(reading.source.get_ancestors().filter(depth__gt=2))
    words = words_of(reading, ancestors)
    return [
        Crumb(words[page.pk].title, address(page, reading.code), words[page.pk].lang, words[page.pk].dir)
        for page in ancestors
    ]
