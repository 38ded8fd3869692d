"""Counting: each attempt is decided by one statement, so attempts at the same moment cannot slip past together."""

from datetime import datetime, timedelta

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from home.limits.addresses import network_of
from home.limits.models import Attempts
from home.limits.registry import Limit, Part

NO_WAIT = timedelta(0)


def attempt(*, limit: Limit, request: HttpRequest, account: str = "", token: str = "") -> timedelta:
    """Count one attempt, unless it comes too soon: how long to wait, nothing when it may go ahead.

    An attempt that comes too soon is not counted, so nobody can make another wait longer by trying.

    Args:
        limit: what is done.
        request: from where.
        account: e-mail address of the account that is meant, whether it exists or not.
        token: the personal link it is done with.

    """
    key = _key(limit, request, account, token)
    for _round in range(2):
        now = timezone.now()
        if _rows(limit, key).filter(free_at__lte=now).update(**_next(limit, now)):
            return NO_WAIT
        row = _rows(limit, key).first()
        if row is not None:
            return max(row.free_at - now, NO_WAIT) or timedelta(seconds=1)
        # The first time. Somebody else may make the row at this moment: then the next round counts in it.
        first = Attempts(act=limit.name, key=key, free_at=now, ends_at=now)
        Attempts.objects.bulk_create([first], ignore_conflicts=True)
    return limit.first_wait


def give_back(*, limit: Limit, request: HttpRequest, account: str = "", token: str = "") -> None:
    """Undo one attempt that went ahead and turned out well."""
    rows = _rows(limit, _key(limit, request, account, token)).filter(count__gt=0)
    rows.update(count=F("count") - 1, free_at=timezone.now())


def forget(*, limit: Limit, request: HttpRequest, account: str = "", token: str = "") -> None:
    """Forget all attempts of one place, since it showed who it is."""
    _rows(limit, _key(limit, request, account, token)).delete()


def forget_over() -> int:
    """Drop the counts that mean nothing any more; return how many."""
    now = timezone.now()
    return Attempts.objects.filter(ends_at__lte=now, free_at__lte=now).delete()[0]


def _rows(limit: Limit, key: str) -> QuerySet[Attempts]:
    return Attempts.objects.filter(act=limit.name, key=key)


def _key(limit: Limit, request: HttpRequest, account: str, token: str) -> str:
    """What is counted by, as a keyed hash: the table names nobody and no network."""
    values = {Part.NETWORK: network_of(request), Part.ACCOUNT: account.strip().casefold(), Part.TOKEN: token}
    text = "\0".join([limit.name, *(f"{part.name}={values[part]}" for part in limit.parts)])
    return salted_hmac("home.limits", text, algorithm="sha256").hexdigest()


def _next(limit: Limit, now: datetime) -> dict[str, Case]:
    """The row after one more attempt, in terms of the row as it is when the statement reaches it."""
    is_over = Q(ends_at__lte=now)
    waits = limit.waits
    after_first = now if limit.free > 1 else now + waits[0]
    steps = [When(count=limit.free - 1 + number, then=Value(now + wait)) for number, wait in enumerate(waits)]
    return {
        "count": Case(When(is_over, then=Value(1)), default=F("count") + 1),
        "free_at": Case(
            When(is_over, then=Value(after_first)),
            When(count__lt=limit.free - 1, then=Value(now)),
            *steps,
            default=Value(now + waits[-1]),
        ),
        "ends_at": Case(When(is_over, then=Value(now + limit.window)), default=F("ends_at")),
    }
