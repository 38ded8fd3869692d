"""The difficult words in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column

from home.languages import registry
from home.tenancy.viewsets import LibrarySnippetViewSet
from home.wording.forms import ExplainedWordForm
from home.wording.models import ExplainedWord


class ExplainedWordViewSet(LibrarySnippetViewSet):
    """A library's own explanations; those of the network are kept by its administrator."""

    model = ExplainedWord
    icon = "help"
    menu_label = _("Difficult words")
    menu_order = 205
    add_to_admin_menu = True
    list_display = [
        Column("word", label=_("Word")),
        "explanation",
        Column("languages_label", label=_("Languages")),
        Column("owner_label", label=_("Library")),
    ]
    list_filter = ["language", "explained_in"]
    search_fields = ["spellings", "explanation"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "On every page the first such word can be opened, and then says what it means. The network "
                    "explains words that all libraries use; your own explanation goes before that one."
                )
            ),
            FieldPanel("library"),
            FieldPanel("spellings"),
            FieldPanel("explanation", widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})),
            FieldRowPanel(
                [
                    FieldPanel("language", widget=forms.Select(choices=registry.choices())),
                    FieldPanel("explained_in", widget=forms.Select(choices=registry.choices())),
                ]
            ),
        ],
        base_form_class=ExplainedWordForm,
    )
