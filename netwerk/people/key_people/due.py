"""Consents of key people that end soon."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from home.tenant.libraries.choices import OUTREACH_ROLES, Role
from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.visits import Visit
from netwerk.people.key_people.selectors import consents_that_end


def due_consents(visit: Visit) -> Iterator[DueThing]:
    """Consents that end: ask again, or the name disappears. For who works with key people."""
    if not visit.has_role(*OUTREACH_ROLES):
        return
    for consent in consents_that_end(visit.library):
        yield DueThing(
            title=_("Ask %(name)s again: the consent to show the name ends") % {"name": consent.key_person.name},
            due=consent.until,
            address=reverse("wagtailsnippets_netwerk_people_keyperson:edit", args=[consent.key_person_id]),
            owner=str(Role.COMMUNITY_LIBRARIAN.label),
        )
