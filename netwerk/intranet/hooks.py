"""What the intranet and outreach add to the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from netwerk.intranet.viewsets import AgreementViewSet

register_snippet(AgreementViewSet)


@hooks.register("insert_global_admin_css")
def admin_css() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("netwerk/admin.css"))
