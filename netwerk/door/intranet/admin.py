"""The admin's menu of people and outreach, which higher floors fill."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup

# Who stands in the menu names it as ``menu_hook``, and says where with ``menu_order``.
OUTREACH_MENU = "register_outreach_menu_item"


class OutreachGroup(ViewSetGroup):
    """People and outreach, in the order of the work."""

    menu_label = _("People and outreach")
    menu_name = "outreach"
    menu_icon = "group"
    # Before pictures, which have 300.
    menu_order = 299
    submenu_hook = OUTREACH_MENU


@hooks.register("register_admin_viewset")
def outreach_menu() -> OutreachGroup:
    return OutreachGroup()


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("netwerk/admin.css"))
