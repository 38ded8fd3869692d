"""The admin's menu of people and outreach, and agreements."""

from django import forms
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from netwerk.door.intranet.choices import AGREEMENT_ROLES
from netwerk.door.intranet.models import Agreement
from netwerk.people.key_people.admin import KeyPersonViewSet
from netwerk.reach.focus_groups.admin import FocusGroupViewSet
from netwerk.reach.trajectories.admin import TrajectoryViewSet


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


register_snippet(AgreementViewSet)


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("netwerk/admin.css"))
