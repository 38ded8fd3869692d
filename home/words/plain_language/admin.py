"""The panel beside the form of a page, and the screens of Wagtail on which a text goes out."""

import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, include, path, reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.tenant.gate.admin.viewsets import LibraryPageViewSet
from home.tenant.users.models import User
from home.words.plain_language.forms import SEEN, Question, asking
from home.words.plain_language.selectors import (
    Assessment,
    assess_draft,
    assess_page,
    assess_translation,
    is_judged,
    stamp_of,
    too_hard,
    translation_of,
)
from home.words.plain_language.services import OVERRULED, hold_back, record

APPROVE = "approve"


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
    template_name = "home/words/plain_language/panel.html"
    order = 360
    # Where the editor stores a sentence by itself; empty where a form holds them all.
    stored_under = ""

    def __init__(self, page: Any, request: Any, *, url: str, place: Page | None = None) -> None:
        super().__init__(page, request)
        self.url = url
        self.place = place

    @cached_property
    def found(self) -> Assessment:
        """What was found in the page as it was opened."""
        return assess_page(self.object, self.place)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        more = {"found": self.found, "url": self.url, "stored_under": self.stored_under}
        return super().get_context_data(parent_context) | more

    @property
    def media(self) -> forms.Media:
        return forms.Media(js=["home/plain-language.js"], css={"all": ["home/plain-language.css"]})


class TranslationPanel(PlainLanguagePanel):
    """The same, of the sentences that were translated into easy Dutch by now."""

    def __init__(self, page: Any, request: Any, *, translation: Translation) -> None:
        super().__init__(page, request, url=reverse("plain_language:check_translation", args=[page.pk]))
        self.translation = translation
        # The address of a sentence, up to what names the sentence.
        sentence = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, 0])
        self.stored_under = sentence.partition("0/edit/")[0]
        self.is_drawn = False

    @cached_property
    def found(self) -> Assessment:
        """What was found in what was translated by now."""
        return assess_translation(self.object, self.translation)

    def render_html(self, parent_context: Any = None) -> SafeString:
        # The package draws its panels below a header of Wagtail that has drawn them already: one is enough.
        if self.is_drawn:
            return SafeString("")
        self.is_drawn = True
        return super().render_html(parent_context)


class PlainLanguageEditView(EditView):
    """The form of a page that is there."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        # An answer to an automatic save brings only what saving changes.
        if not self.expects_json_response and not self.hydrate_create_view and is_judged(self.page):
            url = reverse("plain_language:check", args=[self.page.pk])
            panels.append(PlainLanguagePanel(self.page, self.request, url=url))
        return panels

    def perform_workflow_action(self) -> HttpResponse:
        """Ask once more before a hard text is approved for the last time; what was typed is saved first."""
        found = assess_page(self.form.instance)
        if not (self.workflow_action == APPROVE and found.is_too_hard and _goes_out(self.page)):
            return super().perform_workflow_action()
        self.save_action()
        told = json.loads(self.request.POST.get("workflow-action-extra-data") or "{}")
        return _question(self.page, found, self.page.current_workflow_task_state.pk, told).ask(self.request)


class PlainLanguageCreateView(CreateView):
    """The form of a page that is being made."""

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if is_judged(self.page, self.parent_page):
            kind = self.page_content_type
            url = reverse("plain_language:check_on_add", args=[kind.app_label, kind.model, self.parent_page.pk])
            panels.append(PlainLanguagePanel(self.page, self.request, url=url, place=self.parent_page))
        return panels


def _goes_out(page: Page) -> bool:
    """Whether the page is for residents, and approving it now publishes it."""
    state = page.current_workflow_state
    return bool(state and state.is_at_final_task and is_judged(page))


def _question(page: Page, found: Assessment, task_state_id: int, told: dict[str, str]) -> Question:
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, APPROVE, task_state_id])
    return Question(page, found, address, {"comment": str(told.get("comment", ""))}, is_approval=True)


class PlainLanguageWorkflowView(WorkflowActionView):
    """Approving, from the list of what waits: with a tick in the small window, and else with the question."""

    @cached_property
    def found(self) -> Assessment | None:
        """What was found, where approving would publish a hard text."""
        if self.action_name != APPROVE or not _goes_out(self.object):
            return None
        found = assess_draft(self.object)
        return found if found.is_too_hard else None

    def get_form_class(self) -> type[forms.Form] | None:
        form_class = super().get_form_class()
        return asking(form_class or forms.Form, self.found) if self.found else form_class

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        in_window = request.headers.get("x-requested-with") == "XMLHttpRequest"
        if self.found and SEEN not in request.POST and not in_window:
            return _question(self.object, self.found, self.task_state.pk, request.POST).ask(request)
        found = self.found
        answer = super().post(request, *args, **kwargs)
        self.task_state.refresh_from_db()
        if found and self.task_state.status == self.task_state.STATUS_APPROVED:
            record(page=self.object, user=request.user, assessment=found)
        return answer


class PlainLanguagePublish(PublishBulkAction):
    """Publishing many pages: the screen that asks whether names those that may be too hard."""

    template_name = "home/words/plain_language/bulk_publish.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        pages = [item["item"] for item in context["items"]]
        drafts = [draft for page in pages for draft in _drafts_below(page, self.request.user)]
        return context | {"hard": too_hard(pages), "hard_below": too_hard(drafts)}

    @classmethod
    def execute_action(cls, objects: Iterable[Page], **kwargs: Any) -> tuple[int, int]:
        user, pages = kwargs.get("user"), [*objects]
        if kwargs.get("include_descendants"):
            pages += [draft for page in objects for draft in _drafts_below(page, user)]
        for page, found in too_hard(pages):
            record(page=page, user=user, assessment=found)
        return super().execute_action(objects, **kwargs)


def _drafts_below(page: Page, user: User | None) -> list[Page]:
    """The pages below that are not live, and that this user may publish."""
    drafts = page.get_descendants().not_live().specific()
    return [draft for draft in drafts if user is None or draft.permissions_for_user(user).can_publish()]


class PlainLanguagePageViewSet(LibraryPageViewSet):
    """The screens of every page type, with the panel and the question."""

    add_view_class = PlainLanguageCreateView
    edit_view_class = PlainLanguageEditView
    workflow_action_view_class = PlainLanguageWorkflowView


# Wagtail's own addresses of a page end here; the one to publish after all is ours.
OUR_ADDRESS = "plain_language:publish"
# After what forbids publishing a translation, and before the translation package, whose hook publishes it.
BEFORE_THE_PACKAGE = -5
# Wagtail's own action to publish has order 0; the last one of a name counts.
AFTER_WAGTAIL = 10


@hooks.register("register_admin_viewset", order=20)
def add_panel_to_page_screens() -> PlainLanguagePageViewSet:
    return PlainLanguagePageViewSet("plain-language-pages")


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("plain-language/", include("home.words.plain_language.urls"))]


@hooks.register("register_log_actions")
def name_log_entry(actions: Any) -> None:
    actions.register_action(OVERRULED, _("Publish a hard text"), _("Published after a warning about its language"))


hooks.register("register_bulk_action", PlainLanguagePublish, order=AFTER_WAGTAIL)


def _address(page: Page) -> str:
    return reverse(OUR_ADDRESS, args=[page.pk])


# Last: what forbids publishing is said before what advises against it.
@hooks.register("before_publish_page", order=100)
def warn_about_language(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask once more before a hard page is published, or planned. Its text is a saved draft by now."""
    if request.resolver_match.view_name == OUR_ADDRESS or not is_judged(page):
        return None
    found = assess_page(page)
    if not found.is_too_hard:
        return None
    if page.first_published_at is None:
        hold_back(page=page)
    return Question(page, found, _address(page), {"revision": str(page.latest_revision_id)}).ask(request)


@hooks.register("before_edit_page", order=BEFORE_THE_PACKAGE)
def warn_about_translation(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask once more before a hard translation into easy Dutch is published. Its sentences are stored by now."""
    wants_to_publish = request.method == "POST" and request.POST.get("action") == "publish"
    if not wants_to_publish or not is_judged(page) or not page.permissions_for_user(request.user).can_publish():
        return None
    translation = translation_of(page)
    if translation is None:
        return None
    found = assess_translation(page, translation)
    if not found.is_too_hard:
        return None
    return Question(page, found, _address(page), {"revision": stamp_of(translation)}).ask(request)
