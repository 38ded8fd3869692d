"""Ends of personal data: erasing what somebody asks for, the daily round, and the ledger after a restore."""

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from home.persons import ledger, registry
from home.persons.models import Erasure, RetentionRun
from home.persons.registry import Holding
from home.persons.selectors import Found, key_of
from home.tenant.libraries.models import Library

logger = logging.getLogger(__name__)


@transaction.atomic
def erase(*, library: Library, rows: Iterable[Found]) -> int:
    """Erase these rows of one library at once and write that in the ledger; return how many.

    Raises:
        ValidationError: with a sentence for each row that the library may not erase. Nothing was erased then.

    """
    rows = list(rows)
    refused = [reason for one in rows if (reason := one.holding.refuse(row=one.row, library=library))]
    if refused:
        raise ValidationError(refused)
    today = timezone.localdate()
    entries = [(one.holding.label, key_of(one.row)) for one in rows]
    for one in rows:
        # An earlier one may have taken it along.
        if one.holding.held().filter(pk=one.row.pk).exists():
            one.holding.end(one.row)
    for model, key in entries:
        Erasure.objects.update_or_create(model=model, key=key, defaults={"day": today})
    transaction.on_commit(partial(ledger.add, entries, today))
    return len(rows)


def run_ledger_again() -> int:
    """Erase once more whatever a restored backup brought back; return how many rows. Safe to repeat."""
    rows = set(Erasure.objects.values_list("model", "key")) | set(ledger.entries())
    return sum(_erase_again(model, key) for model, key in sorted(rows))


@transaction.atomic
def _erase_again(model: str, key: str) -> bool:
    try:
        holding = registry.get(model)
    except KeyError:
        logger.warning("The ledger of erasures names %s, which holds no personal data any more.", model)
        return False
    by = {"uuid": key} if hasattr(holding.model, "uuid") else {"pk": key}
    row = holding.held().filter(**by).first()
    if row is None:
        return False
    holding.end(row)
    Erasure.objects.get_or_create(model=model, key=key)
    return True


def run_retention(*, now: datetime | None = None) -> RetentionRun:
    """End all rows whose time is over, at every library, and note the round. Safe to repeat.

    A row that cannot be ended is logged by its code, counted, and stops no other.
    """
    now = now or timezone.now()
    ended, failed = {}, {}
    for holding in registry.all_holdings():
        done, not_done = _end_over(holding, now)
        if done:
            ended[holding.label] = dict(done)
        if not_done:
            failed[holding.label] = dict(not_done)
    return RetentionRun.objects.create(ended=ended, failed=failed)


def _end_over(holding: Holding, now: datetime) -> tuple[Counter[str], Counter[str]]:
    """End what is over of one model; how many ended and how many could not be, by the id of their library."""
    done: Counter[str] = Counter()
    not_done: Counter[str] = Counter()
    rows = holding.over(now).order_by("pk")
    libraries: dict[Any, set[Any]] = {}
    for pk, library in rows.values_list("pk", holding.library or "pk").distinct():
        libraries.setdefault(pk, set()).add(library if holding.library else None)
    for pk, of in libraries.items():
        count = done if _end_one(holding, pk) else not_done
        count.update(str(library or "") for library in of)
    return done, not_done


def _end_one(holding: Holding, pk: Any) -> bool:
    try:
        with transaction.atomic():
            row = holding.held().filter(pk=pk).first()
            if row is not None:
                holding.end(row)
    except Exception:
        logger.exception("%s %s could not be ended.", holding.label, pk)
        return False
    return True
