"""The library administrator's menu."""

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from home.tenant.gate.selectors import territory_of
from home.tenant.libraries.choices import Role


class AdministratorMenuItem(MenuItem):
    """Shown to who administers a library."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, (Role.LIBRARY_ADMINISTRATOR,)).libraries)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("staff/", include("home.staff.urls"))]


@hooks.register("register_admin_menu_item")
def library_menu() -> SubmenuMenuItem:
    items = [
        AdministratorMenuItem(_("Staff"), reverse_lazy("staff:list"), name="staff", icon_name="group", order=10),
        AdministratorMenuItem(
            _("Languages"), reverse_lazy("staff:languages"), name="languages", icon_name="globe", order=20
        ),
        AdministratorMenuItem(
            _("Name and house style"), reverse_lazy("staff:settings"), name="library", icon_name="cog", order=30
        ),
    ]
    return SubmenuMenuItem(_("Library"), Menu(items=items), name="library-menu", icon_name="home", order=600)
