"""Focus groups of which something is still to be noted."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from home.tenant.libraries.choices import OUTREACH_ROLES, Role
from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.visits import Visit
from netwerk.reach.focus_groups.selectors import groups_without_outcome


def due_outcomes(visit: Visit) -> Iterator[DueThing]:
    """Focus groups that took place and of which nothing was noted, for who holds them."""
    if not visit.has_role(*OUTREACH_ROLES):
        return
    for group in groups_without_outcome(visit.library):
        yield DueThing(
            title=_("Note what came out of “%(group)s”") % {"group": group.title},
            due=group.date,
            address=reverse("wagtailsnippets_netwerk_reach_focusgroup:edit", args=[group.pk]),
            owner=str(Role.COMMUNITY_LIBRARIAN.label),
        )
