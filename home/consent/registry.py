"""What a consent makes public. Each feature that asks for one says how it is shown and hidden."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from home.consent.models import ConsentRow

# By what a consent may cover: the value of a person that is then shown.
Fields = Mapping[str, Callable[[Any], Any]]


@dataclass(frozen=True, slots=True)
class Publication:
    """How one kind of consent becomes visible.

    Args:
        model: its rows.
        fields: what can be shown, each with how it is read from the person. Nothing else ever is.
        show: makes the public rows equal to these values, by code; a code that is not covered has no value.
        hide: deletes every public row that rests on this consent; what is kept for the public is empty by then.
        kept: fields of the person that hold something for the public alone, such as the name as it may be shown.
            The service writes them with a consent, and empties them when it is taken back.

    """

    model: type[ConsentRow]
    fields: Fields
    show: Callable[[Any, Mapping[str, Any]], None]
    hide: Callable[[Any], None]
    kept: tuple[str, ...] = ()


_publications: dict[type[ConsentRow], Publication] = {}


def register(publication: Publication) -> None:
    """Declare what a kind of consent makes public.

    Raises ``ValueError`` when it is declared twice.
    """
    if _publications.setdefault(publication.model, publication) is not publication:
        raise ValueError(f"What {publication.model.__name__} makes public is declared twice.")


def get(model: type[ConsentRow]) -> Publication:
    """What a kind of consent makes public; ``KeyError`` when nobody declared it."""
    return _publications[model]
