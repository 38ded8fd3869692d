"""The words people use, and the collection tips, in the admin."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.languages import known
from plein.offer.collection.admin import TipViewSet
from plein.out.finder.forms import WordListForm
from plein.out.finder.models import WordList
from plein.out.finder.selectors import other_themes_with
from plein.out.finder.services import delete_words, save_words


class WordListViewSet(LibrarySnippetViewSet):
    """What people type or say, by theme and language."""

    model = WordList
    save = save_words
    delete = delete_words
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
                    FieldPanel("language", widget=forms.Select(choices=known.choices())),
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


register_snippet(FinderViewSetGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def tell_of_shared_words(request: HttpRequest, row: Any) -> None:
    if isinstance(row, WordList):
        for word, theme in other_themes_with(row):
            message = _now("“%(word)s” also leads to “%(theme)s”. That is allowed: the finder then shows both.")
            messages.warning(request, message % {"word": word, "theme": theme})
