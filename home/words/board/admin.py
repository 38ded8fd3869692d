"""The board in the menu, and its style sheet."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.tenant.gate.selectors import territory_of
from home.tenant.libraries.choices import ADMIN_ROLES


class EditorMenuItem(MenuItem):
    """Shown to who edits pages of a library."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, ADMIN_ROLES).libraries)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("coverage/", include("home.words.board.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> EditorMenuItem:
    return EditorMenuItem(
        _("Translations"),
        reverse_lazy("coverage:pages"),
        name="coverage",
        icon_name="wagtail-localize-language",
        order=150,
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/coverage.css"))
