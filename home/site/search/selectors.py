"""Search over published public pages: what is found, how well, and by which words."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Page, PageViewRestriction

from home.site.search.likeness import GUESSED, Term, Vocabulary, terms_in
from home.site.search.models import SearchText
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import home_slug

MOST_RESULTS = 20
LONGEST_QUERY = 100
# With so few pages in the reader's language, those in the main language are shown as well.
FEW = 5
# So many words of a query may be misspelt: a guess compares with every word there is.
MOST_GUESSED = 4
# A page that holds only some of the words is shown when those tell as much as this part of all.
ENOUGH = 1 / 3


class Row(NamedTuple):
    """The words of one page: each with how it was written, its weight and its stems."""

    page: int
    key: UUID
    code: str
    path: str
    words: dict[str, list]
    source_path: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found, and the words on it by which it was."""

    page: int
    key: UUID
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a misspelt word was taken for; ``lang`` is empty when that is in the reader's language."""

    text: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found in the reader's language and in the main language only, and what it took the words for."""

    own: list[Hit] = field(default_factory=list)
    main: list[Hit] = field(default_factory=list)
    meant: list[Meant] = field(default_factory=list)


@dataclass(slots=True)
class Shelf:
    """The pages of one language, and what each word of the query may be there."""

    rows: list[Row]
    vocabulary: Vocabulary
    fits: list[dict[str, float]] = field(default_factory=list)

    @classmethod
    def of(cls, rows: list[Row], code: str) -> "Shelf":
        """Read the words of pages."""
        shelf = cls(rows, Vocabulary(code))
        for row in rows:
            for word, (_written, _weight, *stems) in row.words.items():
                shelf.vocabulary.add(word, stems)
        return shelf

    def written(self, word: str) -> str:
        """A word as it stands on a page."""
        return next(row.words[word][0] for row in self.rows if word in row.words)

    def ranked(self) -> list[Hit]:
        """Pages with all words before pages with some; then by the weight of the words, rare ones counting most."""
        telling = [self._telling(fit) for fit in self.fits]
        total = sum(telling)
        scored: list[tuple[bool, float, str, Hit]] = []
        for row in self.rows:
            best = [self._best(row, fit) for fit in self.fits]
            there = sum(weight for weight, score in zip(telling, best, strict=True) if score)
            if there and there >= total * ENOUGH:
                score = sum(weight * value for weight, value in zip(telling, best, strict=True))
                words = frozenset(word for fit in self.fits for word in fit if word in row.words)
                scored.append((all(best), score, row.path, Hit(row.page, row.key, words)))
        scored.sort(key=lambda entry: (not entry[0], -entry[1], entry[2]))
        return [hit for *_order, hit in scored[:MOST_RESULTS]]

    def _telling(self, fit: dict[str, float]) -> float:
        """How much a word tells: what stands on every page tells little, what stands on none nothing."""
        pages = sum(1 for row in self.rows if any(word in row.words for word in fit))
        return math.log(1 + len(self.rows) / pages) if pages else 0.0

    @staticmethod
    def _best(row: Row, fit: dict[str, float]) -> float:
        return max((factor * row.words[word][1] for word, factor in fit.items() if word in row.words), default=0.0)


def find(library: Library, code: str, query: str) -> Found:
    """Live pages of a library that hold the words, best first; two queries.

    In the reader's language, and in the main language when those are few. A word that stands nowhere is taken for the
    nearest one that does. Nothing outside the library's homes can be found: not a neighbour's page, not the intranet,
    no page for members only, and no translation of a page that is not live itself.
    """
    terms = terms_in(query[:LONGEST_QUERY])
    if not terms:
        return Found()
    rows = _rows(library, {code, library.main_language})
    shelves = [Shelf.of([row for row in rows if row.code == code], code)]
    if code != library.main_language:
        main = library.main_language
        shelves.append(Shelf.of([row for row in rows if row.code == main], main))
    meant = _fit(shelves, _joined(terms, shelves))
    own = shelves[0].ranked()
    others = shelves[1].ranked() if len(shelves) > 1 and len(own) < FEW else []
    seen = {hit.key for hit in own}
    return Found(own, [hit for hit in others if hit.key not in seen], meant)


def _rows(library: Library, codes: Iterable[str]) -> list[Row]:
    root = library.site.root_page
    homes = Q(*(("page__url_path__startswith", f"/{home_slug(library, code)}/") for code in codes), _connector=Q.OR)
    source = Page.objects.filter(
        translation_key=OuterRef("page__translation_key"), path__startswith=root.path, live=True
    )
    rows = (
        SearchText.objects.filter(homes, page__live=True, page__alias_of__isnull=True)
        .annotate(source_path=Subquery(source.values("path")[:1]))
        .order_by("page__path")
        .values_list(
            *("page_id", "page__translation_key", "page__locale__language_code", "page__path", "words", "source_path")
        )
    )
    closed = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    return [
        row
        for row in (Row(*values) for values in rows)
        if row.source_path and not row.path.startswith(closed) and not row.source_path.startswith(closed)
    ]


def _joined(terms: list[Term], shelves: list[Shelf]) -> list[Term]:
    """Take two words for one where pages write them so: ``digi d``."""
    joined = list(terms)
    for one, two in pairwise(terms):
        whole = Term(one.written + two.written, one.folded + two.folded)
        if one in joined and any(whole.folded in shelf.vocabulary.stems for shelf in shelves):
            joined[joined.index(one) : joined.index(two) + 1] = [whole]
    return joined


def _fit(shelves: list[Shelf], terms: list[Term]) -> list[Meant]:
    """Find for each term what it may be in each language; return the words that misspelt ones were taken for."""
    meant: list[Meant] = []
    tries = 0
    for term in terms:
        is_last = term is terms[-1]
        fits = [shelf.vocabulary.surely(term, is_last=is_last) for shelf in shelves]
        # A word that is right in one language is no misspelt word of another.
        if not any(fits) and tries < MOST_GUESSED:
            tries += 1
            fits, guessed = _guesses(shelves, term)
            meant += guessed
        for shelf, fit in zip(shelves, fits, strict=True):
            shelf.fits.append(fit)
    return list(dict.fromkeys(meant))


def _guesses(shelves: list[Shelf], term: Term) -> tuple[list[dict[str, float]], list[Meant]]:
    """The nearest words in the first language that has any."""
    fits: list[dict[str, float]] = [{} for _shelf in shelves]
    for number, shelf in enumerate(shelves):
        near = shelf.vocabulary.perhaps(term)
        if near:
            fits[number] = dict.fromkeys(shelf.vocabulary.forms_of(near), GUESSED)
            code = shelf.vocabulary.language if number else ""
            direction = get_language(code).direction if code else ""
            return fits, [Meant(shelf.written(word), code, direction) for word in near]
    return fits, []
