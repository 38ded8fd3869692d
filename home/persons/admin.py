"""Personal data in the menu of the library administrator."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.tenant.gate.selectors import territory_of
from home.tenant.libraries.choices import Role


class PersonsMenuItem(MenuItem):
    """Shown to who administers a library."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, (Role.LIBRARY_ADMINISTRATOR,)).libraries)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("persons/", include("home.persons.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> PersonsMenuItem:
    return PersonsMenuItem(
        _("Personal data"), reverse_lazy("persons:find"), name="persons", icon_name="user", order=610
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/persons.css"))
