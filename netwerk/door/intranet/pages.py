"""Pages of the intranet. They hang beside the homes, and the public router finds nothing here."""

from typing import Any, NoReturn

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import TitleFieldPanel
from wagtail.models import Page

from home.tenant.gate.forms import LibraryPageForm
from home.tenant.gate.permissions import LibraryPagePermissions
from home.tenant.libraries.models import Library
from netwerk.door.intranet.visits import visit_of

# Steps of a tree path: the root of the site is the first, an intranet root the second.
ROOT_STEPS = 2


class InternalPage(Page):
    """What every page of the intranet has: an address behind the membership check, and no other."""

    base_form_class = LibraryPageForm
    preview_modes = [("", _("As colleagues see it"))]

    class Meta:
        abstract = True

    @classmethod
    def clean_subpage_models(cls) -> list[type[Page]]:
        """Keep to pages of the intranet, which higher floors have: a page for the public has no place below one."""
        return [model for model in super().clean_subpage_models() if issubclass(model, InternalPage)]

    @property
    def own_path(self) -> str:
        """The address below ``/intranet/``."""
        return ""

    def permissions_for_user(self, user: Any) -> LibraryPagePermissions:
        """What somebody may do with this page in the admin."""
        return LibraryPagePermissions(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> NoReturn:
        """Refuse: only the intranet's own view serves these pages."""
        raise Http404

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: only the intranet's own view serves these pages."""
        raise Http404

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        """Show a draft to its editor, in a frame of the admin."""
        visit = visit_of(request)
        if visit is None:
            raise Http404
        context = {"page": self, "library": visit.library, "user_name": str(visit.user), "is_preview": True}
        response = TemplateResponse(request, self.template, context)
        response._csp_replace = {"frame-ancestors": ["'self'"]}  # noqa: SLF001 - django-csp's protocol
        return response

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Lead to the intranet of the library that the page hangs under; one query for a whole list."""
        known = _sites(request)
        root = self.path[: self.steplen * ROOT_STEPS]
        if root not in known:
            return None
        site_id, root_url = known[root]
        return site_id, root_url, f"/intranet/{self.own_path}"


def _sites(request: HttpRequest | None) -> dict[str, tuple[int, str]]:
    """The site of each intranet root, remembered on the request."""
    kept = getattr(request, "_intranet_sites", None)
    if kept is None:
        rows = Library.objects.exclude(intranet_root=None).select_related("site", "intranet_root")
        kept = {row.intranet_root.path: (row.site.pk, row.site.root_url) for row in rows}
        if request is not None:
            request._intranet_sites = kept  # noqa: SLF001 - ours
    return kept


class IntranetRootPage(InternalPage):
    """The root of a library's intranet; what it shows is today."""

    content_panels = [TitleFieldPanel("title")]
    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    parent_page_types = ["wagtailcore.Page"]
    is_creatable = False
    template = "netwerk/door/intranet/intranet_root_page.html"

    class Meta:
        verbose_name = _("intranet")
        verbose_name_plural = _("intranets")
