"""Workers and their turns in the admin, in the menu of people and outreach."""

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
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.languages.dates import clock, day_label
from netwerk.door.intranet.admin import OutreachGroup
from netwerk.floor.roster.choices import ROSTER_ADMIN_ROLES, WEEKS_AHEAD
from netwerk.floor.roster.forms import TurnForm, WorkerForm
from netwerk.floor.roster.models import Turn, Worker
from netwerk.floor.roster.selectors import overlapping_turns, shifts_of


class WorkerViewSet(LibrarySnippetViewSet):
    """Who holds sessions. No search by name: what is typed there ends up in the log of the server."""

    model = Worker
    roles = ROSTER_ADMIN_ROLES
    icon = "user"
    menu_label = _("Workers")
    list_display = [
        "name",
        Column("partner", label=_("Organisation")),
        Column("shown_name", label=_("Visitors see")),
        BooleanColumn("is_active", label=_("Works here")),
        Column("__str__", label=_("Code")),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("library"),
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldRowPanel(
                        [FieldPanel("user", widget=forms.Select), FieldPanel("partner", widget=forms.Select)]
                    ),
                    FieldPanel("left_on"),
                ],
                _("Who this is"),
            ),
            MultiFieldPanel(
                [
                    HelpPanel(
                        _("Visitors see no name unless you note here that this person agreed. She may change her mind.")
                    ),
                    FieldRowPanel([FieldPanel("public_name"), FieldPanel("agreed_on")]),
                    FieldRowPanel([FieldPanel("consent_language"), FieldPanel("consent_route")]),
                    FieldPanel("consent_until"),
                    FieldPanel("withdraw"),
                ],
                _("What is public"),
            ),
        ],
        base_form_class=WorkerForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Who was made anonymous has nothing left to show."""
        return Worker.objects.known().select_related("partner")


class TurnViewSet(LibrarySnippetViewSet):
    """Who holds which series, and how often."""

    model = Turn
    roles = ROSTER_ADMIN_ROLES
    library_lookup = "worker__library"
    icon = "calendar-check"
    menu_label = _("Turns")
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


class PeopleGroup(OutreachGroup):
    """People and outreach, with those who hold the sessions."""

    items = (*OutreachGroup.items, WorkerViewSet, TurnViewSet)


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
