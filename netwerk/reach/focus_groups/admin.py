"""Focus groups in the admin."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.libraries.choices import OUTREACH_ROLES
from netwerk.door.intranet.admin import OUTREACH_MENU
from netwerk.reach.focus_groups.forms import FocusGroupForm
from netwerk.reach.focus_groups.models import FocusGroup
from netwerk.reach.focus_groups.services import save_focus_group


class FocusGroupViewSet(LibrarySnippetViewSet):
    """List and form."""

    model = FocusGroup
    save = save_focus_group
    roles = OUTREACH_ROLES
    icon = "comment"
    menu_label = _("Focus groups")
    menu_hook = OUTREACH_MENU
    menu_order = 200
    list_display = [
        "title",
        DateColumn("date", label=_("Day")),
        Column("trajectory", label=_("Trajectory")),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("library"),
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("date"), FieldPanel("is_month_only")]),
            FieldPanel("topics"),
            MultiFieldPanel([FieldPanel("safe_start"), FieldPanel("safe_start_note")], _("A safe start")),
            MultiFieldPanel(
                [FieldPanel("key_people", widget=CheckboxSelectMultiple), FieldPanel("invitation")],
                _("Who takes part"),
            ),
            InlinePanel(
                "outcomes",
                [FieldPanel("text"), FieldPanel("need")],
                heading=_("What came out, and which need follows"),
                label=_("Outcome"),
            ),
            MultiFieldPanel([FieldPanel("trajectory"), FieldPanel("event")], _("What it belongs to")),
        ],
        base_form_class=FocusGroupForm,
    )

    def get_queryset(self, request):
        """The trajectory stands in the list."""
        return FocusGroup.objects.select_related("trajectory")


register_snippet(FocusGroupViewSet)
