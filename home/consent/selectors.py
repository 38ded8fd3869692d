"""Reads of consents."""

from datetime import datetime
from typing import Any, TypeVar, cast

from django.db.models import QuerySet
from django.utils import timezone

from home.consent.models import ConsentRow

C = TypeVar("C", bound=ConsentRow)


def rows_of(model: type[C], person: Any) -> QuerySet[C]:
    """All answers of somebody, the newest first."""
    return cast("QuerySet[C]", model.objects.filter(**{model.subject: person}))


def current(model: type[C], person: Any) -> C | None:
    """The last answer of somebody; nothing when she was never asked. One query."""
    return rows_of(model, person).order_by("-pk").first()


def standing(model: type[C], person: Any) -> C | None:
    """The consent of somebody that stands; nothing when there is none. One query."""
    row = current(model, person)
    return row if row is not None and row.is_given else None


def standing_rows(model: type[C]) -> QuerySet[C]:
    """Every consent that stands."""
    return model.objects.standing()


def expired_rows(model: type[C], at: datetime) -> QuerySet[C]:
    """Consents that stand although their last day is over."""
    return model.objects.expired(timezone.localdate(at))
