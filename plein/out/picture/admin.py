"""The choices of the talking picture in the admin. They take effect when saved, in every language at once."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.languages import known
from plein.out.picture.models import Goal
from plein.out.picture.services import save_goal


class GoalViewSet(LibrarySnippetViewSet):
    """What one may want to learn or do, by life domain."""

    model = Goal
    save = save_goal
    icon = "pick"
    menu_label = _("Talking picture")
    menu_order = 215
    add_to_admin_menu = True
    list_display = ["label", "domain", "position"]
    list_filter = ["domain"]
    search_fields = ["label"]
    panels = [
        HelpPanel(
            content=_(
                "These are the choices that a visitor sees after tapping a life domain. "
                "Few words, as somebody would say them. Four to a domain is enough."
            )
        ),
        FieldPanel("library"),
        FieldRowPanel([FieldPanel("domain"), FieldPanel("pictogram")]),
        FieldPanel("label"),
        InlinePanel(
            "words",
            [
                FieldRowPanel(
                    [FieldPanel("language", widget=forms.Select(choices=known.choices())), FieldPanel("label")]
                )
            ],
            heading=_("The same in other languages"),
            label=_("Language"),
        ),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("offers", widget=forms.CheckboxSelectMultiple),
        FieldPanel("position"),
    ]


register_snippet(GoalViewSet)
