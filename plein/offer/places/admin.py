"""Rooms, opening hours and closures in the admin. They take effect when saved, in every language at once."""

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from plein.offer.places.models import Closure, OpeningHours, Room
from plein.offer.places.services import close_plein, open_again, save_opening_hours, save_room


class RoomViewSet(LibrarySnippetViewSet):
    """The rooms of the plein."""

    model = Room
    save = save_room
    icon = "home"
    menu_order = 30
    library_page_lookup = "plein"
    list_display = ["name", "plein", "position"]
    list_filter = ["plein"]
    search_fields = ["name"]
    panels = [
        FieldPanel("plein", widget=forms.Select),
        FieldPanel("name"),
        FieldPanel("facilities"),
        FieldPanel("position"),
    ]


class OpeningHoursViewSet(LibrarySnippetViewSet):
    """When the plein is open, by weekday."""

    model = OpeningHours
    save = save_opening_hours
    icon = "time"
    menu_order = 40
    library_page_lookup = "plein"
    list_display = ["weekday", "opens", "closes", "plein"]
    list_filter = ["plein", "weekday"]
    panels = [
        FieldPanel("plein", widget=forms.Select),
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]),
    ]


class ClosureViewSet(LibrarySnippetViewSet):
    """Days on which the plein is closed."""

    model = Closure
    save = close_plein
    delete = open_again
    icon = "warning"
    menu_order = 50
    library_page_lookup = "plein"
    list_display = ["first_day", "last_day", "stops", "reason", "plein"]
    list_filter = ["plein"]
    panels = [
        FieldPanel("plein", widget=forms.Select),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("stops"),
        FieldPanel("reason"),
    ]
