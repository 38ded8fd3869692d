"""Workers in the admin."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from netwerk.door.intranet.admin import OUTREACH_MENU
from netwerk.people.workers.choices import ROSTER_ADMIN_ROLES
from netwerk.people.workers.forms import WorkerForm
from netwerk.people.workers.models import Worker
from netwerk.people.workers.services import delete_worker, save_worker


class WorkerViewSet(LibrarySnippetViewSet):
    """Who holds sessions. No search by name: what is typed there ends up in the log of the server."""

    model = Worker
    save = save_worker
    delete = delete_worker
    roles = ROSTER_ADMIN_ROLES
    icon = "user"
    menu_label = _("Workers")
    menu_hook = OUTREACH_MENU
    menu_order = 400
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


register_snippet(WorkerViewSet)
