"""Trajectories in the admin."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.libraries.choices import OUTREACH_ROLES
from netwerk.door.intranet.admin import OUTREACH_MENU
from netwerk.reach.trajectories.forms import TrajectoryForm
from netwerk.reach.trajectories.models import Trajectory
from netwerk.reach.trajectories.services import save_trajectory


class TrajectoryViewSet(LibrarySnippetViewSet):
    """List and form; the timeline itself stands on the intranet."""

    model = Trajectory
    save = save_trajectory
    roles = OUTREACH_ROLES
    icon = "history"
    menu_label = _("Trajectories")
    menu_hook = OUTREACH_MENU
    menu_order = 300
    list_display = [
        "title",
        Column("get_status_display", label=_("How it stands")),
        DateColumn("stuck_since", label=_("Stuck since")),
        Column("audience", label=_("Whom we want to reach")),
    ]
    list_filter = ["status"]
    edit_handler = ObjectList(
        [
            FieldPanel("library"),
            FieldPanel("title"),
            FieldPanel("summary"),
            FieldPanel("audience"),
            FieldPanel("why"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("owner"), FieldPanel("owner_note")]),
                    FieldRowPanel([FieldPanel("deputy"), FieldPanel("deputy_note")]),
                ],
                _("Who does it"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("status"),
                    FieldRowPanel([FieldPanel("stuck_since"), FieldPanel("stuck_between")]),
                    FieldPanel("stuck_reason"),
                ],
                _("How it stands"),
            ),
            InlinePanel(
                "steps",
                [
                    FieldRowPanel([FieldPanel("month"), FieldPanel("until")]),
                    FieldPanel("action"),
                    FieldPanel("outcome"),
                    FieldRowPanel([FieldPanel("due_on"), FieldPanel("owner")]),
                ],
                heading=_("Timeline"),
                label=_("Step"),
            ),
            InlinePanel(
                "results",
                [FieldRowPanel([FieldPanel("label"), FieldPanel("value")]), FieldPanel("note")],
                heading=_("What came out"),
                label=_("Result"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("key_people", widget=CheckboxSelectMultiple),
                    FieldPanel("event"),
                    FieldPanel("channels"),
                    FieldPanel("lessons"),
                ],
                _("People, event, channels, lessons"),
            ),
        ],
        base_form_class=TrajectoryForm,
    )


register_snippet(TrajectoryViewSet)
