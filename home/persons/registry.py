"""Which rows hold personal data, whose they are, and how they end. Each feature declares its own at start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from django.db import transaction
from django.db.models import Model, QuerySet


class Refuse(Protocol):
    """Says why a library may not erase a row; an empty sentence when it may."""

    def __call__(self, *, row: Any, library: Any) -> str: ...


def never(*, row: Any, library: Any) -> str:
    """A row that its library may erase."""
    return ""


@dataclass(frozen=True, slots=True)
class Holding:
    """How rows of one model with ``personal_data`` are found and how they end.

    Args:
        model: the model; why it is kept, on what ground and how long stands on it.
        library: lookup from a row to its library; empty when nobody looks for such rows by person.
        held: the rows in which somebody can still be recognised.
        over: those of them whose time is over at a moment.
        end: the service that makes an end to one row. What it ends is no longer among ``held``.
        counts_from: the day from which the time that a row is kept counts; nothing while it is in use.
        names: lookups of names; a person is found when each word that was typed stands in one of them.
        emails: lookups of e-mail addresses.
        refuse: why a library may not erase this row itself.
        parts: names of rows about the same person that features above the model hang on a row, beside its own.

    """

    model: type[Model]
    library: str
    held: Callable[[], QuerySet[Any]]
    over: Callable[[datetime], QuerySet[Any]]
    end: Callable[[Any], None]
    counts_from: Callable[[Any], date | None]
    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    refuse: Refuse = never
    parts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The model by its label, as the ledger keeps it."""
        return self.model._meta.label  # noqa: SLF001 - Django's documented meta API

    @property
    def declaration(self) -> Any:
        """Purpose, ground and retention, as the model declares them."""
        return self.model.personal_data  # type: ignore[attr-defined]


_holdings: dict[str, Holding] = {}


def register(*holdings: Holding) -> None:
    """Declare holdings.

    Raises ``ValueError`` when a model is declared twice, or says nothing of purpose, ground and retention.
    """
    for holding in holdings:
        if not hasattr(holding.model, "personal_data"):
            raise ValueError(f"{holding.label} does not say why it holds personal data.")
        if _holdings.setdefault(holding.label, holding) is not holding:
            raise ValueError(f"The personal data of {holding.label} is declared twice.")


def get(label: str) -> Holding:
    """The holding of a model; ``KeyError`` when nobody declared it."""
    return _holdings[label]


def all_holdings() -> list[Holding]:
    """Every holding, in the order of its label."""
    return [holding for _label, holding in sorted(_holdings.items())]


@transaction.atomic
def delete_row(row: Model) -> None:
    """End a row by deleting it, with what hangs on it."""
    row.delete()


def emptied(*names: str) -> Callable[[Model], None]:
    """Make an end that leaves the row as a number: these fields are emptied."""

    def empty(row: Model) -> None:
        type(row)._default_manager.filter(pk=row.pk).update(**dict.fromkeys(names, ""))  # noqa: SLF001

    return empty
