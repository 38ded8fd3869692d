"""The base of every page type, the home page and the plain content page."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from home.site.blocks.blocks import BodyBlock
from home.site.blocks.stream_field import PortalStreamField
from home.site.pages.extensions import home_sections, previews
from home.site.pages.fields import words
from home.site.pages.presenters import crumbs
from home.site.pages.reading import Reading
from home.site.pages.selectors import find_page, frame, reading_for
from home.tenant.gate.forms import LibraryPageForm
from home.tenant.gate.permissions import LibraryPagePermissions
from home.tenant.libraries.selectors import library_for_request

SHORT_TEXT_FEATURES = ["bold", "italic", "link", "ul"]


class BasePage(Page):
    """What every page has: one sentence that says what it is, a picture, a text.

    ``search_description`` is that sentence: it stands on cards, in search results and in a shared link, so
    it lives on Wagtail's own page table, where one query fetches it for any mixture of page types.
    """

    body = PortalStreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    picture = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )

    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel(
            "search_description",
            heading=_("In one sentence"),
            help_text=_("What a reader gets here, in one plain sentence. It stands on cards and in search."),
        ),
    ]
    # Where there are translations, the form asks what a change means for them (see LibraryPageForm).
    body_panels = [FieldPanel("body"), FieldPanel("picture"), FieldPanel("is_small_change")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("show_in_menus")],
            _("Address and menu"),
        )
    ]
    settings_panels = [PublishingPanel()]

    search_fields = [
        *Page.search_fields,
        index.SearchField("search_description"),
        index.SearchField("body"),
        index.FilterField("path"),
    ]

    translatable_fields = words()
    base_form_class = LibraryPageForm
    # Whether staff may only unpublish a page of this type, since visitors or other pages count on its address.
    is_kept = False

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the frame and what the page type itself shows (``reading_context``)."""
        context = super().get_context(request, *args, **kwargs)
        reading = reading_for(self, request)
        context.update(frame(reading))
        context["crumbs"] = crumbs(reading)
        context.update(self.reading_context(reading))
        context.update(self.section_context(reading, context))
        return context

    def reading_context(self, reading: Reading) -> dict[str, Any]:
        """Names that this page type adds. ``self`` gives words; take facts from ``reading.source``."""
        return {}

    def section_context(self, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """Names that need what the frame already knows, such as the menu."""
        return {}

    def permissions_for_user(self, user: Any) -> LibraryPagePermissions:
        """What somebody may do with this page in the admin."""
        return LibraryPagePermissions(user, self)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Restrictions on this page and those above it, in one query: the path names the ancestors."""
        paths = [self.path[:length] for length in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(page__path__in=paths)

    def more_previews(self) -> dict[str, tuple[Any, Callable[["BasePage", HttpRequest], HttpResponse]]]:
        """Further previews that higher areas have of this kind of page, by code."""
        return {one.code: (one.label, one.show) for one in previews if one.model == self._meta.label}

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [*super().preview_modes, *((code, label) for code, (label, _show) in self.more_previews().items())]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """A preview stands in a frame of the admin, which the policy of public pages forbids."""
        more = self.more_previews().get(mode_name)
        response = more[1](self, request) if more else super().serve_preview(request, mode_name)
        response._csp_replace = {"frame-ancestors": ["'self'"]}  # noqa: SLF001 - django-csp's protocol
        return response


class HomePage(BasePage):
    """The first page of a library in one language; the root of everything under that language."""

    welcome = RichTextField(_("welcome"), features=SHORT_TEXT_FEATURES, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("welcome"), *BasePage.body_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("welcome")]
    # The slug of a home is the only one that differs between languages.
    translatable_fields = [row for row in words("welcome") if row.field_name != "slug"]

    parent_page_types = ["wagtailcore.Page"]
    template = "home/site/pages/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page below this home, in fallback where nobody translated it."""
        library = library_for_request(request)
        code = getattr(request, "LANGUAGE_CODE", self.locale.language_code)
        found = find_page(library, code, "/".join(path_components)) if library else None
        if found is None:
            raise Http404
        return RouteResult(found[1])

    def section_context(self, reading: Reading, context: dict[str, Any]) -> dict[str, Any]:
        """The sections that higher areas hang in, each with its own template."""
        given = (sections_of(reading, context["sections_of_site"]) for sections_of in home_sections)
        sections = sorted((section for sections in given for section in sections), key=lambda section: section.order)
        now = next((section.context for section in sections if "is_open" in section.context), {})
        return {
            "sections": sections,
            "open_label": now.get("open_label", ""),
            "is_open": now.get("is_open", False),
        }


class ContentPage(BasePage):
    """A plain page: about the plein, contact, privacy."""

    content_panels = [*BasePage.content_panels, *BasePage.body_panels]
    template = "home/site/pages/content_page.html"

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
