"""Workers and their turns in the admin, in the menu of people and outreach."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column

from home.tenancy.viewsets import LibrarySnippetViewSet
from netwerk.intranet.viewsets import OutreachGroup
from netwerk.roster.choices import ROSTER_ADMIN_ROLES
from netwerk.roster.forms import TurnForm, WorkerForm
from netwerk.roster.models import Turn, Worker


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
