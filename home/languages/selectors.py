"""Words from the translation, addresses from the source: for many pages at once, never row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from wagtail.models import Page

from home.languages.registry import MAIN_LANGUAGE
from home.languages.registry import get as get_language


@dataclass(frozen=True, slots=True)
class Words:
    """Title and summary of a page in the language they are really in."""

    title: str
    summary: str
    code: str
    is_fallback: bool

    @property
    def lang(self) -> str:
        """Language code for an attribute, empty when the words are in the reader's language."""
        return self.code if self.is_fallback else ""

    @property
    def dir(self) -> str:
        """Writing direction for an attribute, empty when the words are in the reader's language."""
        return get_language(self.code).direction if self.is_fallback else ""


def words_for(pages: Iterable[Page], language: str, main_language: str = MAIN_LANGUAGE) -> dict[int, Words]:
    """Map the id of each source page to its words in ``language``, else to its own words.

    Args:
        pages: source pages in ``main_language``.
        language: code of the reader's language.
        main_language: code of the language that the source pages are in.

    One query whatever the number of pages and languages; none when the reader reads the main language.

    """
    sources = {page.pk: page for page in pages}
    found: dict[object, list[str]] = {}
    if language != main_language and sources:
        rows = Page.objects.filter(
            translation_key__in={page.translation_key for page in sources.values()},
            locale__language_code=language,
            live=True,
            alias_of__isnull=True,
        )
        found = {key: texts for key, *texts in rows.values_list("translation_key", "title", "search_description")}
    result = {}
    for pk, source in sources.items():
        translated = found.get(source.translation_key)
        title, summary = translated or (source.title, source.search_description)
        result[pk] = Words(
            title=title,
            summary=summary,
            code=language if translated else main_language,
            is_fallback=translated is None and language != main_language,
        )
    return result


class Placed(Protocol):
    """What has a place in the tree: a page, or a row with what was read of one."""

    @property
    def url_path(self) -> str:
        """Its address with the slug of its home in front."""


def address(page: Placed, language: str) -> str:
    """Return the path of a page in a language. No query: slugs are the same in every language."""
    return f"/{language}/{path_below_home(page)}"


def path_below_home(page: Placed) -> str:
    """The part of the address after the language: ``themas/werk/``, empty for a home page."""
    return page.url_path.split("/", 2)[2]


def languages_of(page: Page) -> set[str]:
    """Codes of the languages in which this page is truly there: live and no alias. One query."""
    return set(
        Page.objects.filter(translation_key=page.translation_key, live=True, alias_of__isnull=True).values_list(
            "locale__language_code", flat=True
        )
    )
