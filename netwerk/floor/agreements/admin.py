"""Agreements in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from netwerk.floor.agreements.choices import AGREEMENT_ROLES
from netwerk.floor.agreements.models import Agreement
from netwerk.floor.agreements.services import delete_agreement, save_agreement


class AgreementViewSet(LibrarySnippetViewSet):
    """Agreements; colleagues and partners open them on the intranet."""

    model = Agreement
    save = save_agreement
    delete = delete_agreement
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
