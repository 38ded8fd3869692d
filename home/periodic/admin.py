"""The screen in the admin: its address, its place among the reports, and its style sheet."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.tenant.gate.selectors import territory_of


class NetworkMenuItem(MenuItem):
    """Shown to the administrators of the network."""

    def is_shown(self, request: HttpRequest) -> bool:
        return territory_of(request.user).is_everything


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("periodic/", include("home.periodic.urls"))]


@hooks.register("register_reports_menu_item")
def menu_item() -> NetworkMenuItem:
    return NetworkMenuItem(
        _("What the portal does by itself"),
        reverse_lazy("periodic:list"),
        name="periodic",
        icon_name="history",
        order=2000,
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/periodic.css"))
