"""The calendars of partners in the menu of the admin."""

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from plein.calendars.viewsets import CalendarSourceViewSet

register_snippet(CalendarSourceViewSet)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("calendars/", include("plein.calendars.urls"))]
