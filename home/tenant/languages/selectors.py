"""Words from the translation, addresses from the source: for many pages at once, never row by row."""

import html
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from home.tenant.languages.known import MAIN_LANGUAGE
from home.tenant.languages.known import get as get_language


@dataclass(frozen=True, slots=True)
class Words:
    """Title and summary of a page in the language they are really in.

    ``is_machine``: a computer translated them, and nobody read it.
    """

    title: str
    summary: str
    code: str
    is_fallback: bool
    is_machine: bool = False

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
    found: dict[object, tuple[str, str, bool]] = {}
    if language != main_language and sources:
        rows = Page.objects.filter(
            translation_key__in={page.translation_key for page in sources.values()},
            locale__language_code=language,
            live=True,
            alias_of__isnull=True,
        )
        columns = rows.values_list("translation_key", "title", "search_description", "machine_draft")
        found = {key: (title, summary, draft is not None) for key, title, summary, draft in columns}
    result = {}
    for pk, source in sources.items():
        translated = found.get(source.translation_key)
        title, summary, is_machine = translated or (source.title, source.search_description, False)
        result[pk] = Words(
            title=title,
            summary=summary,
            code=language if translated else main_language,
            is_fallback=translated is None and language != main_language,
            is_machine=is_machine,
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


def surplus_of(source: TranslationSource, path: str, data: str) -> int:
    """How many characters a sentence has too many for the field that it goes into; 0 when it fits. No query.

    Args:
        source: what the page was translated from.
        path: the place on the page, as the translation package names it. Only a whole field has a limit of its own.
        data: the sentence as it is stored, HTML without attributes.

    """
    model = ContentType.objects.get_for_id(source.specific_content_type_id).model_class()
    fields = {field.name: field for field in model._meta.fields} if model else {}  # noqa: SLF001 - Django's meta API
    room = getattr(fields.get(path), "max_length", None)
    # The package copies a title to the page as it is stored, with its entities.
    length = len(data if path == "title" else html.unescape(data))
    return max(0, length - room) if room else 0
