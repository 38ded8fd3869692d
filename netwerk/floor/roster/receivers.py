"""What the roster adds to the first page of the intranet; and whatever deletes a row, its public name goes with it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.consent.services import hide
from home.site.pages.selectors import Reading
from home.tenant.libraries.choices import Role
from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.first_page import Block
from netwerk.door.intranet.visits import Visit
from netwerk.floor.roster.models import Gap, Turn, Worker, WorkerConsent
from netwerk.floor.roster.names import publish_people
from netwerk.floor.roster.presenters import moment_label, shift_lines
from netwerk.floor.roster.rights import rights_of
from netwerk.floor.roster.selectors import is_on, open_days, requests_to, shifts_of_rows, swaps_with
from netwerk.floor.roster.services import release
from plein.programme.timetable.occurrences import Occurrence

# The days of the first page.
DAYS_AHEAD = 7
MOST_ON_START = 4


def on_today_wanted(
    sender: Any, visit: Visit, reading: Reading, rows: list[Occurrence], words: dict[int, Any], **_kwargs: Any
) -> list[Block]:
    """The own sessions of the coming week and what one is asked; and who is here today."""
    rights, today = rights_of(visit), timezone.localdate()
    shifts = shifts_of_rows(visit.library, rows)
    of_today = [shift for shift in shifts if shift.row.day == today]
    blocks = [
        Block(
            "netwerk/floor/roster/today.html",
            {
                "lines": shift_lines(rights, reading, of_today, words=words),
                "short": sum(shift.is_short for shift in shifts if shift.row.end > timezone.now()),
                "sees_week": not rights.sees_only_today,
            },
            is_aside=True,
        )
    ]
    if rights.me is not None:
        until = today + timedelta(days=DAYS_AHEAD)
        now = timezone.now()
        mine = [one for one in shifts if is_on(one, rights.me) and one.row.end > now and one.row.day <= until]
        context = {
            "lines": shift_lines(rights, reading, mine[:MOST_ON_START], words=words),
            "questions": len(requests_to(rights.me))
            + sum(one.taker_id == rights.me.pk for one in swaps_with(rights.me)),
        }
        blocks.append(Block("netwerk/floor/roster/mine_today.html", context))
    return blocks


def on_worker_deleting(sender: type[Worker], instance: Worker, **_kwargs: Any) -> None:
    """Where she stood in, nobody does any more."""
    release(worker=instance)


def on_consent_deleting(sender: type[WorkerConsent], instance: WorkerConsent, **_kwargs: Any) -> None:
    """Whatever deletes a consent, the name that rests on it goes with it."""
    hide(row=instance)


def on_row_deleted(sender: type[Turn] | type[Gap], instance: Turn | Gap, **_kwargs: Any) -> None:
    """The public names follow whatever deletes a turn or a gap."""
    publish_people(series=instance.series)


def due(visit: Visit) -> Iterator[DueThing]:
    """Questions to me, and for who plans: sessions for which nobody was found."""
    rights, code = rights_of(visit), visit.library.main_language
    if rights.me is not None:
        for row in requests_to(rights.me):
            label = moment_label(row.gap.series, row.gap.day, code)
            title = _("Can you stand in? %(moment)s") % {"moment": label}
            address = reverse("roster:question", args=[row.uuid])
            yield DueThing(title, row.gap.day, address, owner=rights.me.name)
    if rights.is_planner and (days := open_days(visit.library)):
        title = ngettext("%(count)d session has nobody yet", "%(count)d sessions have nobody yet", len(days))
        owner = str(Role.PLEIN_WORKER.label)
        yield DueThing(title % {"count": len(days)}, days[0], reverse("roster:roster"), owner=owner, count=len(days))
