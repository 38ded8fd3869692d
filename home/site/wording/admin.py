"""The difficult words in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from home.site.wording.forms import ExplainedWordForm
from home.site.wording.models import ExplainedWord
from home.site.wording.services import save_word
from home.tenant.gate.admin.viewsets import OwnerColumn, SharedSnippetViewSet
from home.tenant.languages import known


class ExplanationColumn(Column):
    """What a word means, in a language that may run the other way."""

    cell_template_name = "home/site/wording/explanation_cell.html"


class ExplainedWordViewSet(SharedSnippetViewSet):
    """A library's own explanations, among those of the network, which its administrator keeps."""

    model = ExplainedWord
    save = save_word
    icon = "help"
    menu_label = _("Difficult words")
    menu_order = 205
    add_to_admin_menu = True
    override_label = _("Explain it differently for our library")
    list_display = [
        "word",
        ExplanationColumn("explanation", label=_("Explanation"), width="42%"),
        Column("languages_label", label=_("Languages"), width="15%"),
        OwnerColumn("owner", label=_("Library"), width="15%"),
    ]
    ordering = ["spellings", "language", "explained_in", "pk"]
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
            FieldPanel("is_override"),
            FieldPanel("explanation", widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})),
            FieldRowPanel(
                [
                    FieldPanel("language", widget=forms.Select(choices=known.choices())),
                    FieldPanel("explained_in", widget=forms.Select(choices=known.choices())),
                ]
            ),
        ],
        base_form_class=ExplainedWordForm,
    )


register_snippet(ExplainedWordViewSet)
