"""Reads: what a library holds of one person, and the last round of removal. Always of one library."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Model, Q, QuerySet

from home.persons import registry
from home.persons.models import RetentionRun
from home.persons.registry import Holding
from home.tenant.libraries.models import Library


@dataclass(frozen=True, slots=True)
class Found:
    """One row in which somebody can be recognised."""

    holding: Holding
    row: Any

    @property
    def key(self) -> str:
        """What a form names it by."""
        return f"{self.holding.label}:{self.row.pk}"

    @property
    def until(self) -> date | None:
        """Until when it is kept; nothing while it is in use."""
        since = self.holding.counts_from(self.row)
        return since + self.holding.declaration.retention if since else None


def key_of(row: Model) -> str:
    """The opaque id of a row: its public id where it has one, else its number."""
    return str(getattr(row, "uuid", None) or row.pk)


def held_at(holding: Holding, library: Library) -> QuerySet[Any]:
    """The rows of one model in which somebody of this library can be recognised; none when they have no library."""
    if not holding.library:
        return holding.held().none()
    return holding.held().filter(**{holding.library: library}).distinct()


def find(library: Library, words: str) -> list[Found]:
    """What this library holds of who has this e-mail address, or a name with these words. One query a model."""
    words = words.strip()
    if not words:
        return []
    return [
        Found(holding, row)
        for holding in registry.all_holdings()
        if (wanted := _condition(holding, words))
        for row in held_at(holding, library).filter(wanted).order_by("pk")
    ]


def _condition(holding: Holding, words: str) -> Q:
    """Who is meant: an e-mail address says it alone, of a name each word has to stand in the row."""
    if "@" in words:
        return _any(holding.emails, "iexact", words)
    wanted = Q()
    for word in words.split() if holding.names else ():
        wanted &= _any(holding.names, "icontains", word)
    return wanted


def _any(lookups: Iterable[str], how: str, value: str) -> Q:
    wanted = Q()
    for lookup in lookups:
        wanted |= Q(**{f"{lookup}__{how}": value})
    return wanted


def chosen(library: Library, keys: Iterable[str]) -> list[Found] | None:
    """The rows that a form names, each of this library; nothing when one of them is not there. One query a model."""
    wanted: dict[str, set[str]] = {}
    for key in keys:
        label, _colon, pk = key.partition(":")
        wanted.setdefault(label, set()).add(pk)
    labels = {holding.label for holding in registry.all_holdings()}
    if not wanted.keys() <= labels or not all(pk.isdecimal() for pks in wanted.values() for pk in pks):
        return None
    found = [
        Found(registry.get(label), row)
        for label, pks in sorted(wanted.items())
        for row in held_at(registry.get(label), library).filter(pk__in=pks).order_by("pk")
    ]
    return found if len(found) == sum(map(len, wanted.values())) else None


def last_run() -> RetentionRun | None:
    """The last round of removal."""
    return RetentionRun.objects.first()


def is_late(run: RetentionRun | None, now: Any) -> bool:
    """Whether the daily round did not take place for two days."""
    return run is None or now - run.ran_at > timedelta(days=2)
