"""What is filled in in the mails of the roster when they are sent; those that ask get a fresh personal link."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from home.mail.kinds import Facts, Maker
from home.personal_links.services import fresh_link
from home.tenant.languages import dates
from home.tenant.libraries.models import Library
from netwerk.floor.roster import mails, presenters
from netwerk.floor.roster.choices import STAND_IN, SWAP, Answer
from netwerk.floor.roster.models import StandInRequest, Swap
from netwerk.floor.roster.presenters import moment_label


def asked_values(about: Facts, language: str) -> dict[str, str] | None:
    """What is filled in in the question to stand in, as long as it waits. Why somebody is away is not in it."""
    rows = StandInRequest.objects.select_related("gap__worker", "gap__series__offer", "asked__library__site")
    request = rows.filter(pk=about["request"], answer=Answer.WAITING, gap__day__gte=timezone.localdate()).first()
    if request is None:
        return None
    gap, asked = request.gap, request.asked
    return {
        "name": asked.name,
        "absent": gap.worker.name,
        "moment": moment_label(gap.series, gap.day, language),
        "day": dates.day_label(gap.day, language),
        "url": answer_link(request, language),
    }


def swap_values(about: Facts, language: str) -> dict[str, str] | None:
    """What is filled in in the proposal to exchange a session, as long as it waits."""
    rows = Swap.objects.select_related("giver", "taker__library__site", "series__offer", "other_series__offer")
    today = timezone.localdate()
    swap = rows.filter(pk=about["swap"], answer=Answer.WAITING, day__gte=today, other_day__gte=today).first()
    if swap is None:
        return None
    return {
        "name": swap.taker.name,
        "other": swap.giver.name,
        "yours": moment_label(swap.other_series, swap.other_day, language),
        "theirs": moment_label(swap.series, swap.day, language),
        "url": swap_link(swap, language),
    }


def answer_link(request: StandInRequest, language: str) -> str:
    """A fresh personal link to a question to stand in, good until the day is over."""
    return _link(request, STAND_IN, request.asked.library, language, request.gap.day)


def swap_link(swap: Swap, language: str) -> str:
    """A fresh personal link to a proposal to swap, good until the first of the two days is over."""
    return _link(swap, SWAP, swap.taker.library, language, min(swap.day, swap.other_day))


def _link(subject: StandInRequest | Swap, act: str, library: Library, language: str, last_day: date) -> str:
    until = timezone.make_aware(datetime.combine(last_day + timedelta(days=1), time.min))
    return fresh_link(subject=subject, act=act, library=library, language=language, until=until).url


MAKERS: dict[str, Maker] = {
    mails.ASKED.key: asked_values,
    mails.TAKEN_OVER.key: presenters.taken_over_values,
    mails.NOT_NEEDED.key: presenters.not_needed_values,
    mails.SWAP.key: swap_values,
}
