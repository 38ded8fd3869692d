"""The calendars of partners in the admin: a list with a light, and the form of an address."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.middleware.csrf import get_token
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibraryCreateView, LibraryIndexView, LibrarySnippetViewSet
from plein.programme.calendars.forms import CalendarSourceForm
from plein.programme.calendars.models import CalendarSource
from plein.programme.calendars.services import delete_source, save_source


class HealthColumn(Column):
    """The light, as a word with a shape, and the problem in a sentence."""

    cell_template_name = "plein/programme/calendars/health_cell.html"


class MomentColumn(Column):
    """Day and time: Wagtail's own column says how long ago, also of what is still to come."""

    cell_template_name = "plein/programme/calendars/moment_cell.html"


class FetchColumn(Column):
    """Look into the calendar, or fetch it now."""

    cell_template_name = "plein/programme/calendars/fetch_cell.html"

    def get_cell_context_data(self, instance: CalendarSource, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {
            "csrf_token": get_token(context["request"]),
            "preview_url": reverse("calendars:preview", args=[instance.pk]),
            "fetch_url": reverse("calendars:fetch_now", args=[instance.pk]),
        }


class CalendarIndexView(LibraryIndexView):
    """The list; it names partner and plein without a query a row."""

    def get_base_queryset(self) -> QuerySet[CalendarSource]:
        return super().get_base_queryset().select_related("partner", "plein")


class CalendarCreateView(LibraryCreateView):
    """A new address leads on to what is in it."""

    def get_success_url(self) -> str:
        return reverse("calendars:preview", args=[self.object.pk])


class CalendarSourceViewSet(LibrarySnippetViewSet):
    """Calendars that partners keep themselves."""

    model = CalendarSource
    save = save_source
    delete = delete_source
    icon = "download"
    menu_label = _("Calendars of partners")
    menu_order = 60
    # It stands in the menu of the programme, which does not know this feature.
    menu_hook = "register_programme_menu_item"
    index_view_class = CalendarIndexView
    add_view_class = CalendarCreateView
    list_per_page = 50
    list_display = [
        "__str__",
        Column("plein", label=_("Plein")),
        HealthColumn("health", label=_("How it is")),
        MomentColumn("last_ok_at", label=_("Last success"), sort_key="last_ok_at"),
        MomentColumn("next_try_at", label=_("Next try"), sort_key="next_try_at"),
        FetchColumn("pk", label=_("Do")),
    ]
    search_fields = ["partner__title", "address"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "A partner who keeps a calendar of her own types nothing twice: give its address here. You see "
                    "what is in it before anything is taken. After that it is fetched every hour."
                )
            ),
            FieldPanel("library"),
            FieldRowPanel([FieldPanel("partner", widget=forms.Select), FieldPanel("plein", widget=forms.Select)]),
            FieldPanel("address"),
            FieldPanel("owner", widget=forms.Select),
            FieldPanel("is_active"),
        ],
        base_form_class=CalendarSourceForm,
    )


register_snippet(CalendarSourceViewSet)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("calendars/", include("plein.programme.calendars.urls"))]
