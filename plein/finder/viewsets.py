"""The words people use, and the collection tips, in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.languages import registry
from home.tenancy.viewsets import LibrarySnippetViewSet
from plein.collection.viewsets import TipViewSet
from plein.finder.forms import WordListForm
from plein.finder.models import WordList


class WordListViewSet(LibrarySnippetViewSet):
    """What people type or say, by theme and language."""

    model = WordList
    icon = "search"
    menu_label = _("Words people use")
    menu_order = 10
    library_page_lookup = "theme"
    list_display = ["theme", Column("language_name", label=_("Language")), Column("count_label", label=_("Words"))]
    list_filter = ["theme", "language"]
    search_fields = ["words"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "The finder leads from these words to the theme, in every language of the site. "
                    "Write what visitors say, not what an office calls it."
                )
            ),
            FieldRowPanel(
                [
                    FieldPanel("theme", widget=forms.Select),
                    FieldPanel("language", widget=forms.Select(choices=registry.choices())),
                ]
            ),
            FieldPanel("words"),
        ],
        base_form_class=WordListForm,
    )


class FinderViewSetGroup(SnippetViewSetGroup):
    """What leads a visitor on, after the programme."""

    items = (WordListViewSet, TipViewSet)
    menu_label = _("Finder and tips")
    menu_icon = "search"
    menu_order = 210
    add_to_admin_menu = True
