"""The screen with what the portal does by itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.periodic.choices import Outcome
from home.periodic.presenters import is_silent, job_row
from home.periodic.registry import all_jobs
from home.periodic.selectors import runs
from home.tenant.gate.permissions import for_roles
from home.tenant.libraries.choices import Role


@require_safe
def _jobs(request: HttpRequest) -> HttpResponse:
    """When each job last ran, how that went, and when it is due."""
    found = runs()
    rows = [job_row(job, found.get(job.name)) for job in all_jobs()]
    context = {
        # What fails stands first; the others keep their order.
        "rows": sorted(rows, key=lambda row: row.state != Outcome.FAILED),
        "failing": sum(row.state == Outcome.FAILED for row in rows),
        "is_silent": is_silent(found.values(), timezone.now()),
        "page_title": _("What the portal does by itself"),
        "header_icon": "history",
    }
    return render(request, "home/periodic/jobs.html", context)


jobs = for_roles(Role.NETWORK_ADMINISTRATOR)(_jobs)
