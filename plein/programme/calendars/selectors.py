"""Reads: which calendars are due, and what of the library's own their titles may stand for."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from rapidfuzz import fuzz, process, utils

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.pages import OfferPage
from plein.programme.calendars.choices import LeftOut
from plein.programme.calendars.ics import DAYS_AHEAD, DAYS_BACK, Findings, Missed, Session
from plein.programme.calendars.models import CalendarRule, CalendarSource
from plein.programme.timetable.selectors import closed_days_of

# How much a title has to look like that of an offer to be proposed.
ALIKE = 75


def due(now: datetime) -> QuerySet[CalendarSource]:
    """Calendars whose next try has come."""
    return CalendarSource.objects.filter(is_active=True, next_try_at__lte=now)


def offers_for(library: Library, partner_id: int) -> list[OfferPage]:
    """What a title may stand for: the live offers of the library, those of the partner first."""
    rows = live_sources(OfferPage.objects.all(), library).order_by("title")
    return sorted(rows, key=lambda offer: offer.partner_id != partner_id)


def proposal(title: str, offers: list[OfferPage]) -> int | None:
    """The id of the offer that is called most like a title, when one is called enough like it."""
    names = {offer.pk: offer.title for offer in offers}
    found: Any = process.extractOne(
        title, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=ALIKE
    )
    return found[2] if found else None


def on_open_days(source: CalendarSource, found: Findings) -> Findings:
    """The same without the sessions on days on which the plein is closed. One query.

    An extra session stands on a closed day, since an editor put it there; a partner's calendar knows nothing of our
    door.
    """
    today = timezone.localdate()
    closed = closed_days_of(source.library, today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))
    plein: Any = source.plein

    def is_closed(row: Session) -> bool:
        return bool(closed.reason(plein.pk, row.day, on_holidays=plein.closes_on_holidays))

    shut = [Missed(row.line, row.title, LeftOut.CLOSED, row.day) for row in found.sessions if is_closed(row)]
    missed = sorted([*found.missed, *shut], key=lambda row: row.line)
    return Findings([row for row in found.sessions if not is_closed(row)], missed)


def rules_of(source: CalendarSource) -> dict[str, CalendarRule]:
    """What the titles of a calendar stand for. One query."""
    return {rule.title: rule for rule in source.rules.select_related("series")}
