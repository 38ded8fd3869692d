"""The one way to write a consent, and to show and hide what rests on it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from home.consent import registry
from home.consent.choices import Answer, Route
from home.consent.models import ConsentRow, ConsentWords, version_of
from home.consent.selectors import rows_of, standing
from home.tenant.users.models import User

C = TypeVar("C", bound=ConsentRow)


@transaction.atomic
def keep_words(*, language: str, text: str) -> ConsentWords:
    """Keep the words of a question; the same words in the same language are one row."""
    words, _created = ConsentWords.objects.get_or_create(
        version=version_of(language, text), defaults={"language": language, "text": text}
    )
    return words


def _lock(person: Any) -> None:
    """Two colleagues may be busy with the same person: her row is locked before her answers are read."""
    type(person)._default_manager.select_for_update().get(pk=person.pk)  # noqa: SLF001


def _keep(model: type[ConsentRow], person: Any, **values: str) -> None:
    """Write what the person keeps for the public alone; what is not given is emptied."""
    empty = dict.fromkeys(registry.get(model).kept, "")
    if empty:
        type(person)._default_manager.filter(pk=person.pk).update(**empty | values)  # noqa: SLF001


def _hide_all(model: type[ConsentRow], person: Any) -> None:
    _keep(model, person)
    for row in rows_of(model, person).filter(answer=Answer.GIVEN):
        registry.get(model).hide(row)


@transaction.atomic
def give(
    *,
    model: type[C],
    person: Any,
    covers: Iterable[str],
    language: str,
    text: str,
    route: str = Route.SPOKEN,
    asked_by: User | None = None,
    until: date | None = None,
    on: date | None = None,
    **kept: str,
) -> C:
    """Note that somebody agrees, and show what she agreed to. What was public before is replaced.

    Args:
        model: the kind of consent.
        person: who agrees.
        covers: codes of what may be public.
        language: in which it was asked.
        text: the words of the question, in that language.
        route: how the answer came in.
        asked_by: which colleague asked; nobody when she did it herself.
        until: the last day on which it holds; nothing when it holds until she takes it back.
        on: the day of the answer, today when not given.
        kept: what the person keeps for the public alone, by field.

    """
    _lock(person)
    _hide_all(model, person)
    _keep(model, person, **kept)
    row = model(
        **{model.subject: person},
        covers=[str(code) for code in covers],
        answer=Answer.GIVEN,
        route=route,
        language=language,
        words=keep_words(language=language, text=text),
        asked_by=asked_by,
        answered_on=on or timezone.localdate(),
        until=until,
    )
    row.save()
    publish(model=model, person=person)
    return row


@transaction.atomic
def note(
    *,
    model: type[C],
    person: Any,
    answer: str,
    route: str = Route.SPOKEN,
    language: str = "",
    text: str = "",
    asked_by: User | None = None,
) -> C:
    """Note an answer by which nothing is public: refused, not asked or withdrawn. What was public is gone at once."""
    _lock(person)
    _hide_all(model, person)
    row = model(
        **{model.subject: person},
        covers=[],
        answer=answer,
        route=route,
        language=language,
        words=keep_words(language=language, text=text) if text else None,
        asked_by=asked_by,
    )
    row.save()
    return row


@transaction.atomic
def withdraw(*, model: type[ConsentRow], person: Any, route: str = Route.SPOKEN, asked_by: User | None = None) -> bool:
    """Take back a consent: the public rows are gone when this returns. Whether one stood."""
    _lock(person)
    if standing(model, person) is None:
        return False
    note(model=model, person=person, answer=Answer.WITHDRAWN, route=route, asked_by=asked_by)
    return True


@transaction.atomic
def withdraw_expired(row: ConsentRow) -> None:
    """Take back a consent whose time is over; the daily round calls this."""
    withdraw(model=type(row), person=row.person, route=Route.TIME)


@transaction.atomic
def publish(*, model: type[ConsentRow], person: Any) -> None:
    """Make the public rows equal to what the person agrees to now, field by field; without consent nothing is done."""
    row = standing(model, person)
    if row is None:
        return
    publication = registry.get(model)
    # As it is stored: what a form holds and has not saved is not shown.
    person = type(person)._default_manager.get(pk=person.pk)  # noqa: SLF001
    values = {code: read(person) for code, read in publication.fields.items() if code in row.covers}
    publication.show(row, values)


@transaction.atomic
def forget_all(*, model: type[ConsentRow], person: Any) -> None:
    """Delete every answer of somebody with what is public because of it: her data ends."""
    _lock(person)
    _hide_all(model, person)
    rows_of(model, person).delete()


def hide(*, row: ConsentRow) -> None:
    """Delete what is public because of one row; called before whatever deletes it past these services."""
    if row.is_given:
        if standing(type(row), row.person) == row:
            _keep(type(row), row.person)
        registry.get(type(row)).hide(row)
