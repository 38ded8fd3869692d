"""Reads: whether a translation is outdated, and what changed since it was made. Whoever wants to know asks here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from django.db.models import Q
from wagtail.models import Page

from home.site.pages.extensions import Remark
from home.tenant.languages.known import get as get_language
from home.tenant.languages.segments import digest_of
from home.words.tracking.comparison import SentencePair, compare, sentences
from home.words.tracking.models import SmallChange, WordsSnapshot


class Digested(Protocol):
    """What knows a hash of words: a row of the store, or what was read of one."""

    @property
    def digest(self) -> str:
        """The hash of a source's words; of a translation that of the source's words for which it is right."""


class Kept(NamedTuple):
    """What is known of the words of a page, without the words."""

    digest: str
    outdated_since: datetime | None


def is_outdated(source: Digested | None, translation: Digested | None) -> bool:
    """Whether the source says something else than what this translation is right for.

    Outdated means words: their order does not matter, and what an editor judged to be small stays judged. Of a page
    whose words are not known nothing is said. Whether the translation is live is another question.
    """
    return source is not None and translation is not None and source.digest != translation.digest


# What readers of a translation are told.
OUTDATED = Remark("is_outdated", relation="words_snapshot", holds=is_outdated, left_out=("segments",))


def kept_words(condition: Q) -> dict[int, Kept]:
    """What is known of the words of many pages, by the page's id; ``condition`` is one on snapshots. One query."""
    rows = WordsSnapshot.objects.filter(condition).values_list("page_id", "digest", "outdated_since")
    return {pk: Kept(digest, since) for pk, digest, since in rows}


def changed_words(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """How many words differ, by the ids of source and translation; without those of which it is not known. One query.

    For the pages of one screen: their words are read and compared.
    """
    pairs = list(pairs)
    pages = {pk for pair in pairs for pk in pair}
    kept = dict(WordsSnapshot.objects.filter(page__in=pages).values_list("page_id", "segments")) if pages else {}
    # Translations are often made on one day: what they were made from is compared once.
    counts: dict[tuple[int, str], int] = {}
    found = {}
    for source, page in pairs:
        before, after = kept.get(page), kept.get(source)
        if before and after:
            key = (source, digest_of(before))
            if key not in counts:
                counts[key] = sum(pair.changed_words for pair in compare(sentences(before), sentences(after)))
            found[source, page] = counts[key]
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in the main language since a translation was made."""

    source: Page
    page: Page
    code: str
    language: str
    since: datetime | None
    made_on: datetime | None
    is_outdated: bool
    is_known: bool
    pairs: list[SentencePair]
    judged: list[SmallChange]

    @property
    def changed_words(self) -> int:
        """How many words differ."""
        return sum(pair.changed_words for pair in self.pairs)

    @property
    def changed_sentences(self) -> int:
        """How many sentences differ."""
        return sum(pair.is_changed for pair in self.pairs)


def change_since(source: Page, page: Page) -> Change:
    """The words of the source as they were when ``page`` was translated from it, and as readers see them now."""
    kept = {row.page_id: row for row in WordsSnapshot.objects.filter(page__in=[source.pk, page.pk])}
    before, after = kept.get(page.pk), kept.get(source.pk)
    was, now = (row.segments if row else [] for row in (before, after))
    is_known = bool(was and now)
    return Change(
        source=source,
        page=page,
        code=page.locale.language_code,
        language=get_language(page.locale.language_code).dutch_name,
        since=before.outdated_since if before else None,
        made_on=before.made_on if before else None,
        is_outdated=is_outdated(after, before),
        is_known=is_known,
        pairs=compare(sentences(was), sentences(now)) if is_known else [],
        judged=list(SmallChange.objects.filter(page=page).select_related("by")),
    )
