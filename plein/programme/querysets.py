"""Reads of series alone."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet


def companions(series: QuerySet[Any], partner_slug: str, fields: Iterable[str]) -> list[dict[str, Any]]:
    """What offers belong to beside their own theme and partner, and who has this slug. One query.

    Each row names an ``offer_id``, a further theme or none, a further partner or none, and the offer's own partner,
    the last two with these fields. Without a companion an offer is only there for the partner asked for.
    """
    wanted = Q(offer__also_themes__isnull=False) | Q(offer__also_partners__isnull=False)
    if partner_slug:
        wanted |= Q(offer__partner__slug=partner_slug)
    paths = ("offer__also_partners", "offer__partner")
    columns = [f"{path}__{name}" for path in paths for name in ("pk", "live", *fields)]
    return list(series.filter(wanted).values("offer_id", "offer__also_themes", *columns).distinct())
