"""The board: every page of a library by language, what residents read most first, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes, live_sources
from home.tenant.users.models import User
from home.words.board.choices import ICONS, STEPS, State
from home.words.board.models import PageReads
from home.words.board.word_lists import EditableList, lists, reviews
from home.words.tracking.selectors import Kept, changed_words, is_outdated, kept_words

READ_DAYS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Cell:
    """A page in one language. ``page_id`` is that of the translation, empty when there is none.

    Of an outdated one: since when, and how many words differ, which is empty until somebody counted them.
    """

    code: str
    language: str
    state: State
    source_id: int
    page_id: int | None
    since: datetime | None = None
    changed_words: int | None = None

    @property
    def icon(self) -> str:
        """Its pictogram."""
        return ICONS[self.state]

    @property
    def step(self) -> str:
        """What to do next, as the words of a link."""
        return str(STEPS[self.state])

    @property
    def url(self) -> str:
        """Where to do it."""
        if self.state == State.OUTDATED:
            return reverse("coverage:outdated", args=[self.page_id])
        if self.state == State.MISSING or self.page_id is None:
            return f"{reverse('translation:page', args=[self.source_id])}?language={self.code}"
        return reverse("wagtailadmin_pages:edit", args=[self.page_id])


@dataclass(frozen=True, slots=True)
class Row:
    """A page with its cells, and how often it was read of late by language."""

    page_id: int
    title: str
    kind: str
    model: str
    reads_by_language: dict[str, int]
    cells: list[Cell]

    @property
    def reads(self) -> int:
        """How often it was read, in all these languages together."""
        return sum(self.reads_by_language.values())


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a library's pages stands in a language: published and saying the same as the source."""

    code: str
    label: str
    done: int
    total: int

    @property
    def percent(self) -> int:
        """Whole per cent, rounded down: a hundred means that nothing is missing."""
        return self.done * 100 // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Board:
    """Pages in rows, what residents read most first; languages in columns; how far each language is over all pages."""

    rows: list[Row]
    codes: list[str]
    shares: list[Share]
    kinds: list[tuple[str, str]]

    @property
    def languages(self) -> list[str]:
        """The names of the columns."""
        return [get_language(code).dutch_name for code in self.codes]

    def narrowed(self, *, language: str = "", state: str = "", kind: str = "", search: str = "") -> "Board":
        """The same, with only one language, or pages in a state, of a type, or with these letters in their title."""
        needle = search.casefold().strip()
        rows = [_in_language(row, language) for row in self.rows] if language else self.rows
        wanted = [
            row
            for row in rows
            if (not kind or row.model == kind)
            and needle in row.title.casefold()
            and (not state or any(cell.state == state for cell in row.cells))
        ]
        return replace(self, rows=_sorted(wanted), codes=[language] if language else self.codes)


def _in_language(row: Row, code: str) -> Row:
    reads = {code: row.reads_by_language.get(code, 0)}
    return replace(row, reads_by_language=reads, cells=[cell for cell in row.cells if cell.code == code])


def _sorted(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.reads, row.title.casefold(), row.page_id))


@dataclass(frozen=True, slots=True)
class _Target:
    """A page in another language, as far as its state asks."""

    pk: int
    is_live: bool
    kept: Kept | None


def board(library: Library) -> Board:
    """The board of a library: every live page in the main language.

    Nine queries, whatever the number of pages and languages, and those of who says what is in review.
    """
    codes = language_codes(library)[1:]
    sources = list(
        live_sources(Page.objects.filter(alias_of=None), library).values_list(
            "pk", "translation_key", "title", "content_type_id"
        )
    )
    kinds = _kinds({row[3] for row in sources})
    states = _states(library, sources, codes)
    reads = _reads({row[1] for row in sources})
    rows = [
        Row(pk, title, kinds[kind][1], kinds[kind][0], reads[key], [states[pk, code] for code in codes])
        for pk, key, title, kind in sources
    ]
    done = Counter(code for (_pk, code), cell in states.items() if cell.state == State.PUBLISHED)
    shares = [Share(code, get_language(code).dutch_name, done[code], len(sources)) for code in codes]
    return Board(_sorted(rows), codes, shares, sorted(kinds.values(), key=lambda pair: pair[1]))


def _kinds(ids: set[int]) -> dict[int, tuple[str, str]]:
    """Name in an address, and label, of each type of page."""
    kinds = ContentType.objects.in_bulk(ids)
    found = {}
    for pk, kind in kinds.items():
        model = kind.model_class()
        label = str(model._meta.verbose_name) if model else kind.model  # noqa: SLF001 - Django's documented meta API
        found[pk] = (kind.model, label)
    return found


def _reads(keys: set[UUID]) -> dict[UUID, dict[str, int]]:
    """How often each page was read of late, by language. One query."""
    rows = PageReads.objects.filter(day__gte=timezone.localdate() - READ_DAYS)
    found: dict[UUID, dict[str, int]] = {key: {} for key in keys}
    for key, language, times in rows.values_list("translation_key", "language").annotate(times=Sum("count")):
        if key in found:
            found[key][language] = times
    return found


def _states(library: Library, sources: list[Any], codes: list[str]) -> dict[tuple[int, str], Cell]:
    """The cell of every page in every language. Six queries."""
    homes = Page.objects.filter(depth=2, translation_key=library.site.root_page.translation_key)
    paths = list(homes.values_list("path", flat=True))
    own = Page.objects.filter(_below(paths))
    kept = kept_words(_below(paths, "page__"))
    translated = own.filter(alias_of=None, locale__language_code__in=codes)
    targets = {
        (key, code): _Target(pk, is_live, kept.get(pk))
        for key, code, pk, is_live in translated.values_list("translation_key", "locale__language_code", "pk", "live")
    }
    keys = Page.objects.filter(path__startswith=library.site.root_page.path).values("translation_key")
    started = set(
        Translation.objects.filter(enabled=True, source__object_id__in=keys).values_list(
            "source__object_id", "target_locale__language_code"
        )
    )
    machine = set(
        StringTranslation.objects.filter(
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            context__object_id__in=keys,
            context__stringsegment__string=F("translation_of"),
        ).values_list("context__object_id", "locale__language_code")
    )
    in_review = {pair for pairs in reviews for pair in pairs(library)}
    names = {code: get_language(code).dutch_name for code in codes}
    cells = {}
    for pk, key, _title, _kind in sources:
        for code in codes:
            target = targets.get((key, code))
            if target is None or not (target.is_live or (key, code) in started):
                cells[pk, code] = Cell(code, names[code], State.MISSING, pk, None)
                continue
            state = _state(target, kept.get(pk), is_machine=(key, code) in machine)
            state = State.REVIEW if (key, code) in in_review else state
            since = target.kept.outdated_since if target.kept and state == State.OUTDATED else None
            cells[pk, code] = Cell(code, names[code], state, pk, target.pk, since)
    return cells


def _state(target: _Target, source: Kept | None, *, is_machine: bool) -> State:
    if target.is_live and is_outdated(source, target.kept):
        return State.OUTDATED
    if is_machine:
        return State.MACHINE
    return State.PUBLISHED if target.is_live else State.BEGUN


def with_changes(rows: Iterable[Row]) -> list[Row]:
    """The same rows, with how many words changed in each outdated cell; not where that is not known. One query.

    For the rows of one screen: the words of their pages are read and compared.
    """
    rows = list(rows)
    outdated = [cell for row in rows for cell in row.cells if cell.state == State.OUTDATED]
    counts = changed_words((cell.source_id, cell.page_id) for cell in outdated if cell.page_id)

    def counted(cell: Cell) -> Cell:
        return replace(cell, changed_words=counts.get((cell.source_id, cell.page_id or 0)))

    return [replace(row, cells=[counted(cell) for cell in row.cells]) for row in rows]


def _below(paths: Iterable[str], lookup: str = "") -> Q:
    """What hangs under one of these places in the tree."""
    return Q(*((f"{lookup}path__startswith", path) for path in paths), _connector=Q.OR)


def editable_lists(library: Library, user: User) -> list[EditableList]:
    """The lists of words that features keep per language, by kind and name, with what this person may edit of them."""
    codes = language_codes(library)
    found = [row for lists_of in lists for row in lists_of(library, codes, user)]
    return sorted(found, key=lambda row: (row.kind, row.title.casefold()))
