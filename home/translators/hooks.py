"""Where Wagtail asks: the addresses, the menu and the button with which a volunteer is asked."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from home.libraries.models import Library
from home.tenancy.selectors import territory_of


class EditorMenuItem(MenuItem):
    """Shown to who edits pages of a library."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user).libraries)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("translators/", include("home.translators.urls"))]


@hooks.register("register_admin_menu_item")
def translators_menu() -> MenuItem:
    return EditorMenuItem(
        _("Translators"),
        reverse_lazy("translators_admin:list"),
        name="translators",
        icon_name="wagtail-localize-language",
        order=250,
    )


def _is_source(page: Page) -> bool:
    roots = Library.objects.values_list("site__root_page__path", flat=True)
    return any(page.path.startswith(path) for path in roots)


@hooks.register("register_page_header_buttons")
def ask_button(page: Page, user: Any, next_url: str | None = None, view_name: str = "") -> Iterator[Button]:
    if page.live and page.permissions_for_user(user).can_edit() and _is_source(page):
        address = f"{reverse('translators_admin:start')}?page={page.pk}"
        yield Button(_("Ask a translator"), address, icon_name="user", priority=41)
