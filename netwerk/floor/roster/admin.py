"""Turns in the admin, in the menu of people and outreach."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.languages.dates import clock, day_label
from netwerk.door.intranet.admin import OUTREACH_MENU
from netwerk.floor.roster.choices import WEEKS_AHEAD
from netwerk.floor.roster.forms import TurnForm
from netwerk.floor.roster.models import Turn
from netwerk.floor.roster.selectors import overlapping_turns, shifts_of
from netwerk.floor.roster.services import save_turn
from netwerk.people.workers.choices import ROSTER_ADMIN_ROLES


class TurnViewSet(LibrarySnippetViewSet):
    """Who holds which series, and how often."""

    model = Turn
    save = save_turn
    roles = ROSTER_ADMIN_ROLES
    library_lookup = "worker__library"
    icon = "calendar-check"
    menu_label = _("Turns")
    menu_hook = OUTREACH_MENU
    menu_order = 500
    list_display = [
        Column("worker.name", label=_("Worker")),
        Column("series", label=_("Series of sessions")),
        Column("first_day", label=_("First day")),
        Column("last_day", label=_("Last day")),
        Column("interval", label=_("Every how many weeks")),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "Several turns on one series make a rotation: two people who take turns both have “every 2 weeks”, "
                    "with first days a week apart."
                )
            ),
            FieldPanel("worker", widget=forms.Select),
            FieldPanel("series", widget=forms.Select),
            FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day"), FieldPanel("interval")]),
        ],
        base_form_class=TurnForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Turns with what the list names."""
        return Turn.objects.select_related("worker", "series__offer").order_by(
            "series__offer__title", "first_day", "pk"
        )


register_snippet(TurnViewSet)


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
        sentence = _now("%(name)s is on two sessions at once on %(day)s at %(time)s: %(first)s and %(second)s.")
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
