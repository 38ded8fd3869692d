"""Writing down the words of pages for the search page."""

import hashlib
import html
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.search.index import SearchField

from home.site.pages.pages import BasePage
from home.site.pages.publication import Published
from home.site.search.likeness import fold, stems, words_in
from home.site.search.models import LONGEST_EDITION, SearchText

# What a word weighs by where it stands; a word that stands in two places weighs both.
TITLE, LISTED, SUMMARY, BODY = 8, 5, 3, 1
LONGEST_WORD = 60
# The modules that decide which words are written down, and in what form.
RULES = ("letters.py", "likeness.py", "services.py")


@lru_cache(maxsize=1)
def edition() -> str:
    """A digest of the rules by which words are written down: it changes when one of them does."""
    digest = hashlib.sha256(version("snowballstemmer").encode())
    for name in RULES:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()[:LONGEST_EDITION]


@lru_cache(maxsize=32_768)
def _known_stems(word: str, code: str) -> list[str]:
    return sorted(stems(word, code))


@transaction.atomic
def index_page(published: Published) -> None:
    """Write down the words of a page as they are now; of a page that is not for the public nothing is kept."""
    page, code = published.page, published.language
    if not published.is_public:
        SearchText.objects.filter(pk=page.pk).delete()
        return
    sentences = list(_sentences(published))
    words: dict[str, list] = {}
    for weight, text in (
        (TITLE, page.title),
        (LISTED, " ".join(_listed(page))),
        (SUMMARY, page.search_description),
        (BODY, "\n".join(sentences)),
    ):
        for folded, written in {fold(word): word for word in words_in(text)}.items():
            if folded and len(folded) <= LONGEST_WORD:
                row = words.setdefault(folded, [written, 0, *_known_stems(written, code)])
                row[1] += weight
    facts = {"sentences": "\n".join(sentences), "words": words, "edition": edition()}
    SearchText.objects.update_or_create(pk=page.pk, defaults=facts)


def rebuild() -> int:
    """Write down the words of all public pages anew; returns how many."""
    return _index(_public_pages())


def pages_to_index() -> QuerySet[Page]:
    """The public pages that have no words yet, or words that were written down by other rules. After an update only."""
    present = SearchText.objects.filter(edition=edition())
    return _public_pages().exclude(pk__in=present.values("pk"))


def catch_up() -> int:
    """Write down the words of ``pages_to_index``; returns how many. Interrupted, it goes on where it was."""
    return _index(pages_to_index())


def _public_pages() -> QuerySet[Page]:
    return Page.objects.filter(live=True, alias_of__isnull=True).type(BasePage)


def _index(pages: QuerySet[Page]) -> int:
    count = 0
    # Which pages is asked first, for each that is done changes the answer; each is then read as it is by that time.
    for pk in list(pages.values_list("pk", flat=True)):
        for page in Page.objects.filter(pk=pk).specific(defer=False):
            index_page(Published(page))
            count += 1
    return count


def _sentences(published: Published) -> Iterator[str]:
    """The translatable sentences of a page, but for its title and its summary, so that each new page type joins in."""
    for segment in published.segments:
        if segment.path not in {"title", "search_description"}:
            text = html.unescape(re.sub(r"<[^>]+>", "", segment.html))
            if text.strip():
                yield " ".join(text.replace("\x00", " ").split())


def _listed(page: Page) -> Iterator[str]:
    """What a page type wants to be found by besides its words: search fields that are no column."""
    columns = {field.name for field in page._meta.get_fields()}  # noqa: SLF001 - Django's documented meta API
    for field in page.search_fields:
        if isinstance(field, SearchField) and field.field_name not in columns:
            yield str(field.get_value(page) or "")
