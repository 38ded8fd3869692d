"""The word list and the rules of the computer in the admin; absent from the menu when the portal has no computer."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.tenant.gate.admin.viewsets import LibraryIndexView, LibrarySnippetViewSet, OwnerColumn, SharedSnippetViewSet
from home.tenant.languages import known
from home.tenant.libraries.choices import Role
from home.words.machine.forms import GlossaryTermForm
from home.words.machine.models import MONTHLY_CHARACTERS, GlossaryTerm, MachineSettings
from home.words.machine.presenters import is_configured
from home.words.machine.selectors import with_used
from home.words.machine.services import save_settings, save_term
from home.words.machine.urls import before_the_package


class MachineSnippetViewSet(LibrarySnippetViewSet):
    """A list that has a place in the menu only when there is a computer."""

    @property
    def menu_item_class(self) -> type:
        base = super().menu_item_class

        def is_shown(item: Any, request: HttpRequest) -> bool:
            return is_configured() and base.is_shown(item, request)

        return type(base.__name__, (base,), {"is_shown": is_shown})


class GlossaryTermViewSet(MachineSnippetViewSet, SharedSnippetViewSet):
    """Words that stay as they are, or have one translation: a library's own, among those of the network."""

    model = GlossaryTerm
    save = save_term
    icon = "openquote"
    menu_label = _("Fixed words")
    menu_order = 10
    list_display = [
        "word",
        Column("language_label", label=_("Language")),
        Column("outcome_label", label=_("In a translation")),
        OwnerColumn("owner", label=_("Library")),
    ]
    override_label = _("Translate it differently for our library")
    search_fields = ["word", "outcome"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "The computer leaves these words alone, or uses the translation that you give. "
                    "Names and terms of the network, such as IDO, are there already for everybody."
                )
            ),
            FieldPanel("library"),
            FieldPanel("word"),
            FieldPanel("is_override"),
            FieldRowPanel(
                [
                    FieldPanel("language", widget=forms.Select(choices=[("", _("every language")), *known.choices()])),
                    FieldPanel("outcome"),
                ]
            ),
        ],
        base_form_class=GlossaryTermForm,
    )


class MachineSettingsIndexView(LibraryIndexView):
    """The rules, with what was spent; who has none hears what holds without them."""

    def get_base_queryset(self) -> QuerySet[MachineSettings]:
        return with_used(super().get_base_queryset().select_related("library"))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs) | {"characters": MONTHLY_CHARACTERS}


class MachineSettingsViewSet(MachineSnippetViewSet):
    """How much may be sent, and what may be published."""

    model = MachineSettings
    save = save_settings
    icon = "cog"
    menu_label = _("Budget and publishing")
    menu_order = 20
    roles = (Role.LIBRARY_ADMINISTRATOR,)
    index_view_class = MachineSettingsIndexView
    index_results_template_name = "home/words/machine/settings_results.html"
    list_display = [
        "library",
        NumberColumn("monthly_characters", label=_("Characters a month")),
        NumberColumn("used", label=_("Spent this month")),
        BooleanColumn("may_publish_unread", label=_("Published before it is read")),
    ]
    panels = [FieldPanel("library"), FieldPanel("monthly_characters"), FieldPanel("may_publish_unread")]


class MachineViewSetGroup(SnippetViewSetGroup):
    """The menu."""

    items = (GlossaryTermViewSet, MachineSettingsViewSet)
    menu_label = _("Computer translation")
    menu_name = "machine"
    menu_icon = "wagtail-localize-language"
    menu_order = 560


# The package's own hooks have order 0; ours come first.
FIRST = -10

register_snippet(MachineViewSetGroup)


@hooks.register("register_admin_urls", order=FIRST)
def admin_addresses() -> list[URLResolver]:
    return [
        path("machine/", include("home.words.machine.urls")),
        path("localize/", include(before_the_package)),
    ]
