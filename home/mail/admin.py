"""The texts of mails and the outbox in the admin: addresses, menu, style sheet, and a word on the first screen."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from home.mail.choices import EDITORS, POSTMASTERS
from home.mail.selectors import stopped_by_library
from home.mail.urls import outbox_patterns
from home.tenant.gate.selectors import territory_of


class MailTextsMenuItem(MenuItem):
    """Shown to who writes the words of a library's mails."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, EDITORS).libraries)


class OutboxMenuItem(MenuItem):
    """Shown to who sees what becomes of a library's mails."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, POSTMASTERS).libraries)


class StoppedMail(Component):
    """Names the own libraries with mails that did not go."""

    name = "stopped_mail"
    template_name = "home/mail/stopped.html"
    order = 80

    def __init__(self, rows: list[tuple[Any, int, str]]) -> None:
        self.rows = rows

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"rows": self.rows}


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("mail-texts/", include("home.mail.urls")), path("outbox/", include(outbox_patterns))]


@hooks.register("construct_homepage_panels")
def say_what_stopped(request: HttpRequest, panels: list[Component]) -> None:
    libraries = territory_of(request.user, POSTMASTERS).libraries
    numbers = stopped_by_library(libraries) if libraries else {}
    address = reverse("outbox:list")
    rows = [(one, numbers[one.pk], f"{address}?library={one.pk}") for one in libraries if one.pk in numbers]
    if rows:
        panels.append(StoppedMail(rows))


@hooks.register("register_admin_menu_item")
def menu_item() -> MailTextsMenuItem:
    return MailTextsMenuItem(
        _("Mail texts"), reverse_lazy("mail_texts:list"), name="mail-texts", icon_name="mail", order=255
    )


@hooks.register("register_admin_menu_item")
def outbox_menu_item() -> OutboxMenuItem:
    return OutboxMenuItem(_("Outgoing mail"), reverse_lazy("outbox:list"), name="outbox", icon_name="upload", order=256)


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/mail-texts.css"))
