"""Workers and turns in the menu of the admin, and a warning when somebody is on two sessions at once."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.languages.dates import clock, day_label
from netwerk.roster.choices import WEEKS_AHEAD
from netwerk.roster.models import Turn
from netwerk.roster.selectors import overlapping_turns, shifts_of
from netwerk.roster.viewsets import PeopleGroup

register_snippet(PeopleGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_of_overlap(request: HttpRequest, row: Any) -> None:
    """Say it, and let it be: somebody may know that it can be done."""
    if not isinstance(row, Turn):
        return
    today = timezone.localdate()
    found = overlapping_turns(shifts_of(row.worker, today, today + timedelta(weeks=WEEKS_AHEAD)))
    if found:
        one = found[0]
        sentence = _("%(name)s is on two sessions at once on %(day)s at %(time)s: %(first)s and %(second)s.")
        messages.warning(
            request,
            sentence
            % {
                "name": one.worker.name,
                "day": day_label(one.second.row.day, "nl"),
                "time": clock(one.second.row.start, "nl"),
                "first": one.first.row.page.title,
                "second": one.second.row.page.title,
            },
        )
