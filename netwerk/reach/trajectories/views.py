"""Trajectories on the intranet: the list, and the timeline of one."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from home.tenant.libraries.choices import OUTREACH_ROLES
from netwerk.door.intranet.visits import Visit, for_members
from netwerk.reach.trajectories.choices import TRAJECTORY_ROLES
from netwerk.reach.trajectories.panels import panels
from netwerk.reach.trajectories.presenters import trajectory_lines
from netwerk.reach.trajectories.selectors import stuck_since, timeline, trajectories_of, trajectory_of


@require_GET
@for_members(*TRAJECTORY_ROLES)
def trajectories(visit: Visit) -> HttpResponse:
    """Every trajectory, stuck ones on top."""
    rows = trajectory_lines(trajectories_of(visit.library), visit.library.main_language)
    return visit.page("netwerk/reach/trajectories/trajectories.html", {"trajectories": rows})


@require_GET
@for_members(*TRAJECTORY_ROLES)
def trajectory(visit: Visit, uuid: UUID) -> HttpResponse:
    """One trajectory as a timeline, with its gaps and what came out."""
    row = trajectory_of(visit.library, uuid)
    if row is None:
        raise Http404
    code = visit.library.main_language
    context = {
        "trajectory": row,
        "stuck": stuck_since(row, code),
        "months": timeline(row, code),
        "panels": [panel for show in panels for panel in show(row, code)],
        "results": list(row.results.all()),
        "key_people_count": row.key_people.count(),
    }
    if visit.has_role(*OUTREACH_ROLES):
        edit = "wagtailsnippets_netwerk_people_keyperson:edit"
        context["key_people"] = [
            {"name": person.name, "admin_url": reverse(edit, args=[person.pk])}
            for person in row.key_people.all()
            if not person.anonymised_on
        ]
        context["edit_url"] = reverse("wagtailsnippets_netwerk_reach_trajectory:edit", args=[row.pk])
    return visit.page("netwerk/reach/trajectories/trajectory.html", context)
