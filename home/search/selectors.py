"""Search over published public pages."""

import re
from itertools import islice

from wagtail.models import Page

from home.languages.selectors import address
from home.libraries.models import Library
from home.libraries.selectors import home_slug
from home.pages.cards import PageCard

MOST_RESULTS = 20
LONGEST_QUERY = 100


def find(library: Library, code: str, query: str) -> list[Page]:
    """Live pages below the library's home in one language that hold the words, best first.

    Whole words come first, then beginnings of words in titles. Nothing outside that home can be found: not
    a neighbour's page, not the intranet.
    """
    # Signs mean something to a search engine and nothing to a reader: only words are looked for.
    query = " ".join(re.findall(r"\w+", query))[:LONGEST_QUERY]
    if not query:
        return []
    root = library.site.root_page if code == library.main_language else _home(library, code)
    if root is None:
        return []
    pages = Page.objects.filter(path__startswith=root.path, live=True)
    found: dict[int, Page] = {}
    for rows in (pages.search(query, operator="and"), pages.autocomplete(query), pages.search(query, operator="or")):
        for page in islice(rows, MOST_RESULTS):
            if page.alias_of_id is None:
                found.setdefault(page.pk, page)
    return list(found.values())[:MOST_RESULTS]


def _home(library: Library, code: str) -> Page | None:
    return Page.objects.filter(depth=2, slug=home_slug(library, code)).first()


def cards(pages: list[Page], *, reader: str, words_in: str) -> list[PageCard]:
    """Cards of found pages; they are marked with their language when it is not the reader's."""
    lang = "" if reader == words_in else words_in
    return [
        PageCard(
            title=page.title,
            summary=page.search_description,
            url=address(page, reader),
            lang=lang,
            dir="ltr" if lang else "",
        )
        for page in pages
    ]
