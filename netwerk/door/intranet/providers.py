"""What is due of the features that the first page reads: steps of trajectories, focus groups, consents that end."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from home.tenant.libraries.choices import Role
from netwerk.door.intranet.due import DueThing
from netwerk.door.intranet.visits import Visit
from netwerk.people.key_people.selectors import consents_that_end
from netwerk.reach.focus_groups.selectors import groups_without_outcome
from netwerk.reach.trajectories.selectors import steps_due


def steps(visit: Visit) -> Iterator[DueThing]:
    """Steps of trajectories that are mine, late or due soon."""
    if visit.sees_trajectories:
        for step in steps_due(visit.library, visit.user):
            yield DueThing(
                title=_("%(trajectory)s: %(step)s") % {"trajectory": step.trajectory.title, "step": step.action},
                due=step.due_on,
                address=reverse("intranet:trajectory", args=[step.trajectory.uuid]),
                owner=visit.user.first_name,
            )


def focus_groups(visit: Visit) -> Iterator[DueThing]:
    """Focus groups that took place and of which nothing was noted."""
    if visit.sees_people:
        for group in groups_without_outcome(visit.library):
            yield DueThing(
                title=_("Note what came out of “%(group)s”") % {"group": group.title},
                due=group.date,
                address=reverse("wagtailsnippets_netwerk_focusgroup:edit", args=[group.pk]),
                owner=str(Role.COMMUNITY_LIBRARIAN.label),
            )


def consents(visit: Visit) -> Iterator[DueThing]:
    """Consents of key people that end soon: ask again, or the name disappears."""
    if visit.sees_people:
        for consent in consents_that_end(visit.library):
            yield DueThing(
                title=_("Ask %(name)s again: the consent to show the name ends") % {"name": consent.key_person.name},
                due=consent.until,
                address=reverse("wagtailsnippets_netwerk_keyperson:edit", args=[consent.key_person_id]),
                owner=str(Role.COMMUNITY_LIBRARIAN.label),
            )


PROVIDERS = {"trajectories": steps, "focus_groups": focus_groups, "key_people": consents}
