"""The panel beside the form of a page."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from home.plain_language.selectors import Assessment, assess_page, is_judged
from home.tenancy.viewsets import LibraryPageViewSet


class PlainLanguagePanel(BaseSidePanel):
    """What is hard about the Dutch of the page, and where to begin."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Show or hide the help with plain language")
        icon_name = "openquote"
        counter_classname = "w-bg-warning-100"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"count": len(self.panel.found.hard_sentences)}

    name = "plain-language"
    title = _("Plain language")
    template_name = "home/plain_language/panel.html"
    order = 360

    def __init__(self, page: Any, request: Any, *, url: str) -> None:
        super().__init__(page, request)
        self.url = url

    @cached_property
    def found(self) -> Assessment:
        """What was found in the page as it was opened."""
        return assess_page(self.object)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return super().get_context_data(parent_context) | {"found": self.found, "url": self.url}

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=["home/plain-language.js"], css={"all": ["home/plain-language.css"]})


class PlainLanguageEditView(EditView):
    """The form of a page that is there."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        # An answer to an automatic save brings only what saving changes.
        if not self.expects_json_response and not self.hydrate_create_view and is_judged(self.page):
            url = reverse("plain_language:check", args=[self.page.pk])
            panels.append(PlainLanguagePanel(self.page, self.request, url=url))
        return panels


class PlainLanguageCreateView(CreateView):
    """The form of a page that is being made."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if is_judged(self.page, self.parent_page):
            kind = self.page_content_type
            url = reverse("plain_language:check_on_add", args=[kind.app_label, kind.model, self.parent_page.pk])
            panels.append(PlainLanguagePanel(self.page, self.request, url=url))
        return panels


class PlainLanguagePageViewSet(LibraryPageViewSet):
    """The screens of every page type, with the panel."""

    add_view_class = PlainLanguageCreateView
    edit_view_class = PlainLanguageEditView
