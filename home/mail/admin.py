"""The texts of mails in the admin: their addresses, their place in the menu and their style sheet."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.mail.choices import EDITORS
from home.tenant.gate.selectors import territory_of


class MailTextsMenuItem(MenuItem):
    """Shown to who writes the words of a library's mails."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(territory_of(request.user, EDITORS).libraries)


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("mail-texts/", include("home.mail.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MailTextsMenuItem:
    return MailTextsMenuItem(
        _("Mail texts"), reverse_lazy("mail_texts:list"), name="mail-texts", icon_name="mail", order=255
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/mail-texts.css"))
