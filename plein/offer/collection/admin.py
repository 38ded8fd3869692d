"""Collection tips in the admin. They take effect when saved, in every language at once."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.languages import known
from plein.offer.collection.models import Tip
from plein.offer.collection.services import save_tip


class TipViewSet(LibrarySnippetViewSet):
    """Books, games and practice sites, by theme and level."""

    model = Tip
    save = save_tip
    icon = "openquote"
    menu_label = _("Collection tips")
    menu_order = 20
    library_page_lookup = "theme"
    list_display = ["title", "kind", "theme", "level", "language"]
    list_filter = ["theme", "kind", "level"]
    search_fields = ["title", "maker"]
    panels = [
        FieldPanel("theme", widget=forms.Select),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("maker"), FieldPanel("language", widget=forms.Select(choices=known.choices()))]),
        MultiFieldPanel([FieldPanel("shelf"), FieldPanel("url")], _("Where to find it")),
        FieldPanel("position"),
    ]
