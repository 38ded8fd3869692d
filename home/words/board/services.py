"""Writes: counts of reads."""

import threading
import time
from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from home.words.board.models import PageReads

KEPT = timedelta(days=396)  # thirteen months
PAUSE = 60  # seconds between two writes of counts
MOST_WAITING = 5000

Read = tuple[UUID, str, date]
_waiting: Counter[Read] = Counter()
_lock = threading.Lock()
_clock = {"written": 0.0}


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
