"""The programme in the admin: series, changes, and what they need of the plein."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet, guard_patterns
from home.tenant.languages import dates
from home.tenant.libraries.selectors import library_of_page
from plein.offer.places.admin import ClosureViewSet, OpeningHoursViewSet, RoomViewSet
from plein.offer.places.choices import Reason
from plein.programme.timetable.choices import Status
from plein.programme.timetable.forms import ChangeForm
from plein.programme.timetable.models import Change, Series
from plein.programme.timetable.occurrences import Occurrence
from plein.programme.timetable.recurrence import sentence
from plein.programme.timetable.selectors import coming_sessions, room_clashes
from plein.programme.timetable.services import change_session, delete_change, save_series

SHOWN_SESSIONS = 5
SHOWN_CLASHES = 3
DAYS_OF_SESSIONS = timedelta(days=400)
DAYS_OF_CLASHES = timedelta(weeks=12)


class SaidBackPanel(Panel):
    """What was entered, said back while it is typed: a sentence, the next sessions, and what is in the way."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on a form; a script fills it from the address that it names."""

        template_name = "plein/programme/timetable/said_back_panel.html"

        @property
        def media(self) -> forms.Media:
            return forms.Media(js=["plein/said-back.js"])

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            name = Series.snippet_viewset.get_url_name("said_back")
            return context | said_back(self.instance) | {"url": reverse(name), "pk": self.instance.pk or ""}


def said_back(series: Series) -> dict[str, Any]:
    """What ``said_back.html`` shows of a series that is complete enough to be planned, else nothing."""
    library = library_of_page(series.plein) if series.plein_id and series.offer_id else None
    if library is None or not (series.starts_on and series.start_time and series.end_time):
        return {}
    today, code = timezone.localdate(), get_language() or library.main_language
    rows = coming_sessions(library, series, today, today + DAYS_OF_SESSIONS)
    near = [row for row in rows if row.day <= today + DAYS_OF_CLASHES]
    return {
        "sentence": sentence(series.rule, series.times, code),
        "sessions": [_line(row, code) for row in rows[:SHOWN_SESSIONS]],
        "clashes": [
            {"line": _line(row, code), "room": row.room.name, "other": other.page.title}
            for row, other in room_clashes(library, near)[:SHOWN_CLASHES]
        ],
    }


def _line(row: Occurrence, code: str) -> dict[str, str]:
    status = "" if row.status == Status.PLANNED else str(Status(row.status).label)
    reason = f" ({Reason(row.reason).label})" if status and row.reason else ""
    return {
        "day": dates.day_label(row.day, code),
        "date": dates.long_date(row.day, code),
        "time": dates.time_range(row.start, row.end, code),
        "status": status + reason,
    }


def say_back(request: HttpRequest) -> HttpResponse:
    """What the form says so far; nothing is saved. What is wrong with it is said as well."""
    own = Series.snippet_viewset.policy.scope(request.user, Series.objects.all())
    known = own.filter(pk=request.GET["pk"]).first() if request.GET.get("pk", "").isdigit() else None
    handler = Series.snippet_viewset.get_edit_handler()
    form = handler.get_form_class()(request.GET, instance=known or Series(), for_user=request.user)
    context = said_back(form.instance) if form.is_valid() else {"errors": _errors(form)}
    return render(request, "plein/programme/timetable/said_back.html", context)


def _errors(form: forms.ModelForm) -> list[str]:
    """What is wrong, apart from what was simply not filled in yet."""
    found = [error for errors in form.errors.as_data().values() for error in errors if error.code != "required"]
    return [message for error in found for message in error.messages]


class SeriesViewSet(LibrarySnippetViewSet):
    """What returns every week or every so many weeks."""

    model = Series
    save = save_series
    icon = "calendar-alt"
    menu_order = 10
    library_page_lookup = "plein"
    list_display = ["__str__", "when", "room"]
    list_filter = ["plein", "room"]
    search_fields = ["offer__title"]
    edit_handler = ObjectList(
        [
            FieldPanel("offer", widget=forms.Select),
            FieldRowPanel([FieldPanel("plein", widget=forms.Select), FieldPanel("room", widget=forms.Select)]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("frequency"), FieldPanel("interval"), FieldPanel("month_week")]),
                    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("count")]),
                    FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time"), FieldPanel("also_at")]),
                    FieldRowPanel([FieldPanel("is_term_time_only"), FieldPanel("on_closed_day")]),
                    SaidBackPanel(),
                ],
                _("When"),
            ),
        ]
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """The addresses of every snippet, and the one that says back what was entered."""
        own = guard_patterns([path("said-back/", say_back, name="said_back")], self.policy)
        return [*own, *super().get_urlpatterns()]


class ChangeViewSet(LibrarySnippetViewSet):
    """A single session that does not take place, or at another time or place."""

    model = Change
    save = change_session
    delete = delete_change
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
            FieldRowPanel([FieldPanel("original_date"), FieldPanel("original_time")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("reason")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("new_date"), FieldPanel("new_start"), FieldPanel("new_end")]),
                    FieldRowPanel(
                        [
                            FieldPanel("new_room", widget=forms.Select),
                            FieldPanel("new_partner", widget=forms.Select),
                        ]
                    ),
                ],
                _("Only when it is at another time or place, extra, or done by another partner"),
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
    submenu_hook = "register_programme_menu_item"


register_snippet(ProgrammeViewSetGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_what_was_planned(request: HttpRequest, row: Any) -> None:
    if not isinstance(row, Series):
        return
    said = said_back(row)
    messages.info(request, said["sentence"])
    for clash in said["clashes"]:
        names = {"room": clash["room"], "other": clash["other"]} | clash["line"]
        messages.warning(request, _now("Mind: on %(day)s, %(time)s, %(room)s is taken by %(other)s.") % names)
