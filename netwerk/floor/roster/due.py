"""What is due on the roster: questions to stand in, and sessions for which nobody was found."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.tenant.libraries.choices import Role
from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.visits import Visit
from netwerk.floor.roster.presenters import moment_label
from netwerk.floor.roster.rights import rights_of
from netwerk.floor.roster.selectors import open_days, requests_to


def due_answers(visit: Visit) -> Iterator[DueThing]:
    """Questions to who visits, and for who plans: sessions for which nobody was found."""
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
