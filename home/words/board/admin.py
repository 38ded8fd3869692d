"""The board in the menu, its style sheet, and the tick that says a change was small."""

from django.contrib import messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from home.tenant.gate.selectors import territory_of
from home.tenant.libraries.choices import ADMIN_ROLES
from home.words.board.services import accept_for_all


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


@hooks.register("after_publish_page")
def keep_translations_right(request: HttpRequest, page: Page) -> None:
    if request.POST.get("is_small_change") != "on":
        return
    count = accept_for_all(source=page, user=request.user)
    if count:
        text = ngettext("%(count)d translation stays right.", "%(count)d translations stay right.", count)
        messages.info(request, text % {"count": count})
