"""Writes: the words a translation was made from, small changes, and counts of reads."""

import threading
import time
from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from home.tenant.languages.services import digest_in_order, digest_of, segments_of, translation_into
from home.tenant.users.models import User
from home.words.board.models import PageReads, SmallChange, WordsSnapshot

KEPT = timedelta(days=396)  # thirteen months
PAUSE = 60  # seconds between two writes of counts
MOST_WAITING = 5000

Read = tuple[UUID, str, date]
_waiting: Counter[Read] = Counter()
_lock = threading.Lock()
_clock = {"written": 0.0}


@transaction.atomic
def keep_words(*, page: Page) -> None:
    """Keep the words that a page was just published with (source), or made from (translation)."""
    if not hasattr(page, "words_hash"):
        return
    translation = translation_into(page)
    if translation is None:
        _keep_source(page)
    else:
        _keep_translation(page, segments_of(translation.source.as_instance()))


def _keep_source(page: Page) -> None:
    segments, now = segments_of(page), timezone.now()
    digest = digest_of(segments)
    kept = WordsSnapshot.objects.filter(page=page).first()
    if kept is None or kept.digest != digest:
        WordsSnapshot.objects.update_or_create(
            page=page, defaults={"segments": segments, "digest": digest, "made_on": now}
        )
    elif kept.segments != segments:
        # Only their order: what changed is shown in the order that readers see.
        WordsSnapshot.objects.filter(pk=kept.pk).update(segments=segments)
    rows = WordsSnapshot.objects.filter(page__in=page.get_translations().values("pk"))
    rows.filter(digest=digest).update(outdated_since=None)
    rows.exclude(digest=digest).filter(outdated_since=None).update(outdated_since=now)


def _keep_translation(page: Page, segments: list[str]) -> None:
    made_from = digest_of(segments)
    judged = SmallChange.objects.filter(page=page, made_from=made_from).first()
    digest = judged.valid_for if judged else made_from
    source = _source_of(page)
    is_outdated = source is not None and source.digest != digest
    WordsSnapshot.objects.update_or_create(
        page=page,
        defaults={
            "segments": segments,
            "digest": digest,
            "made_on": timezone.now(),
            "outdated_since": source.made_on if source and is_outdated else None,
        },
    )
    if judged:
        _set_hash(page, digest)


def _set_hash(page: Page, digest: str) -> None:
    """Let readers see for which words of the source the translation is right."""
    specific = page.specific
    type(specific).objects.filter(pk=page.pk).update(words_hash=digest)
    page.words_hash = digest


def _source_of(page: Page) -> WordsSnapshot | None:
    translation = translation_into(page)
    if translation is None:
        return None
    return WordsSnapshot.objects.filter(
        page__translation_key=page.translation_key, page__locale_id=translation.source.locale_id
    ).first()


@transaction.atomic
def keep_missing_words() -> None:
    """Keep the words of pages that were published before they were kept; of sources first, then of translations.

    Of a translation that was outdated by then the words it was made from are not known any more.
    """
    known = WordsSnapshot.objects.values("page_id")
    pages = Page.objects.filter(live=True, alias_of=None, depth__gt=1).exclude(pk__in=known)
    found = [(page, translation_into(page)) for page in pages.specific().iterator() if hasattr(page, "words_hash")]
    for page, translation in sorted(found, key=lambda pair: pair[1] is not None):
        segments = segments_of(translation.source.as_instance() if translation else page)
        if page.words_hash == digest_in_order(segments):
            _set_hash(page, digest_of(segments))
        if digest_of(segments) != page.words_hash:
            segments = []
        source = _source_of(page) if translation else None
        WordsSnapshot.objects.create(
            page=page,
            segments=segments,
            digest=page.words_hash,
            made_on=page.last_published_at or timezone.now(),
            outdated_since=source.made_on if source and source.digest != page.words_hash else None,
        )


@transaction.atomic
def accept_small_change(*, page: Page, user: User | None = None) -> None:
    """Let an outdated translation count as right for what the source says now, and note who judged so."""
    kept = WordsSnapshot.objects.select_for_update().filter(page=page).first()
    source = _source_of(page)
    if kept is None or source is None or kept.digest == source.digest:
        return
    made_from = digest_of(kept.segments) if kept.segments else kept.digest
    SmallChange.objects.create(
        page=page, made_from=made_from, valid_for=source.digest, by=user, judged_on=timezone.now()
    )
    kept.digest, kept.outdated_since = source.digest, None
    kept.save(update_fields=["digest", "outdated_since"])
    _set_hash(page, source.digest)


@transaction.atomic
def accept_for_all(*, source: Page, user: User | None = None) -> int:
    """Let each translation that the last publication made outdated count as right; return how many there were.

    A translation that had become outdated earlier stays so: nobody judged that change. Nothing is judged when the
    words are published later, or were not changed by the last publication.
    """
    source = Page.objects.get(pk=source.pk)
    kept = WordsSnapshot.objects.filter(page=source).first()
    is_out = source.live_revision_id == source.latest_revision_id
    if kept is None or not is_out or source.last_published_at is None or kept.made_on < source.last_published_at:
        return 0
    translations = source.get_translations().values("pk")
    newly = WordsSnapshot.objects.filter(page__in=translations, outdated_since=kept.made_on).select_related("page")
    pages = [row.page for row in newly]
    for page in pages:
        accept_small_change(page=page, user=user)
    return len(pages)


def count_read(*, key: UUID, language: str) -> None:
    """Count that a page was opened; kept in this process until the next write."""
    with _lock:
        if len(_waiting) < MOST_WAITING:
            _waiting[key, language, timezone.localdate()] += 1


def write_reads(*, is_forced: bool = False) -> None:
    """Write the counts that wait, at most once a minute in each process."""
    with _lock:
        if not _waiting or (not is_forced and time.monotonic() - _clock["written"] < PAUSE):
            return
        counts = dict(_waiting)
        _waiting.clear()
        _clock["written"] = time.monotonic()
    with transaction.atomic():
        rows = [PageReads(translation_key=key, language=code, day=day) for key, code, day in sorted(counts)]
        PageReads.objects.bulk_create(rows, ignore_conflicts=True)
        for (key, code, day), count in sorted(counts.items()):
            PageReads.objects.filter(translation_key=key, language=code, day=day).update(count=F("count") + count)


def forget_old_reads() -> None:
    """Drop counts of more than thirteen months ago."""
    PageReads.objects.filter(day__lt=timezone.localdate() - KEPT).delete()
