"""The programme in the admin: series, changes, and what they need of the plein."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.tenancy.viewsets import LibrarySnippetViewSet
from plein.places.viewsets import ClosureViewSet, OpeningHoursViewSet, RoomViewSet
from plein.programme.forms import ChangeForm, SeriesForm
from plein.programme.models import Change, Series


class SeriesViewSet(LibrarySnippetViewSet):
    """What returns every week or every so many weeks."""

    model = Series
    icon = "calendar-alt"
    menu_order = 10
    library_page_lookup = "plein"
    list_display = ["__str__", "room", "start_time", "end_time", "interval_weeks", "ends_on"]
    list_filter = ["plein", "room"]
    search_fields = ["offer__title"]
    edit_handler = ObjectList(
        [
            FieldPanel("offer", widget=forms.Select),
            FieldRowPanel([FieldPanel("plein", widget=forms.Select), FieldPanel("room", widget=forms.Select)]),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("interval_weeks")]),
            FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
        ],
        base_form_class=SeriesForm,
    )


class ChangeViewSet(LibrarySnippetViewSet):
    """A single session that does not take place, or at another time or place."""

    model = Change
    icon = "warning"
    menu_order = 20
    library_page_lookup = "series__plein"
    list_display = ["original_date", "series", "kind", "reason"]
    list_filter = ["kind", "reason"]
    search_fields = ["series__offer__title"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_("A change is at once to be seen in every language, on the week page and in calendars.")
            ),
            FieldPanel("series"),
            FieldRowPanel([FieldPanel("original_date"), FieldPanel("kind"), FieldPanel("reason")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("new_date"), FieldPanel("new_start"), FieldPanel("new_end")]),
                    FieldPanel("new_room", widget=forms.Select),
                ],
                _("Only when it is at another time or place"),
            ),
        ],
        base_form_class=ChangeForm,
    )


class ProgrammeViewSetGroup(SnippetViewSetGroup):
    """The programme, in the order of an editor's day."""

    items = (SeriesViewSet, ChangeViewSet, RoomViewSet, OpeningHoursViewSet, ClosureViewSet)
    menu_label = _("Programme")
    menu_icon = "calendar-alt"
    menu_order = 200
    add_to_admin_menu = True
