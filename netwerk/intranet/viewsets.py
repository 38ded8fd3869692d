"""The admin's menu of people and outreach, and agreements."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.tenancy.viewsets import LibrarySnippetViewSet
from netwerk.focus_groups.viewsets import FocusGroupViewSet
from netwerk.intranet.choices import AGREEMENT_ROLES
from netwerk.intranet.models import Agreement
from netwerk.key_people.viewsets import KeyPersonViewSet
from netwerk.trajectories.viewsets import TrajectoryViewSet


class OutreachGroup(SnippetViewSetGroup):
    """People and outreach, in the order of the work."""

    items = (KeyPersonViewSet, FocusGroupViewSet, TrajectoryViewSet)
    menu_label = _("People and outreach")
    menu_name = "outreach"
    menu_icon = "group"
    menu_order = 300


class AgreementViewSet(LibrarySnippetViewSet):
    """Agreements; colleagues and partners open them on the intranet."""

    model = Agreement
    roles = AGREEMENT_ROLES
    icon = "doc-full"
    menu_label = _("Agreements")
    menu_name = "agreements"
    menu_order = 410
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("summary", label=_("In one sentence")),
        DateColumn("uploaded_at", label=_("Last changed")),
    ]
    panels = [
        FieldPanel("library"),
        FieldPanel("title"),
        FieldPanel("summary"),
        # A plain box: the usual one shows the address of the file, and a private file has none.
        FieldPanel("file", widget=forms.FileInput),
    ]
