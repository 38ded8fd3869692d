"""The panel as one writes, and publishing after a warning."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail import hooks
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.words.plain_language.selectors import assess_page, assess_translation, is_judged, stamp_of, translation_of
from home.words.plain_language.services import publish_anyway, publish_translation_anyway


class CheckMixin:
    """Answers a form that is being written with what is hard about its words. Nothing is saved."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        place = self.object.get_parent() if self.object._state.adding else None  # noqa: SLF001 - Django's own state
        if not is_judged(self.object, place):
            raise Http404
        form = self.get_form(request.POST)
        # What is wrong elsewhere in the form is no reason to say nothing; what is right is on the instance by then.
        self.validate_form(form)
        return render(request, "home/words/plain_language/findings.html", {"found": assess_page(form.instance, place)})


class CheckOnEdit(CheckMixin, PreviewOnEditView):
    """The check of a page that is there."""


class CheckOnCreate(CheckMixin, PreviewOnCreateView):
    """The check of a page that is being made."""


@require_GET
def check_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """What is hard about the sentences that a translator wrote by now; the editor stores each by itself."""
    page = get_object_or_404(Page, pk=page_id)
    translation = translation_of(page)
    if translation is None or not is_judged(page):
        raise Http404
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return render(request, "home/words/plain_language/findings.html", {"found": assess_translation(page, translation)})


@require_POST
def publish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Publish the draft about which the editor was warned."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    translation = translation_of(page)
    draft = page if translation else page.get_latest_revision_as_object()
    now = stamp_of(translation) if translation else str(page.latest_revision_id)
    if not is_judged(page) or now != request.POST.get("revision"):
        messages.error(request, _("Somebody changed this page in the meantime. Look again before you publish it."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    # Other checks on publishing are asked too; the one on language knows this address and lets it through.
    for check in hooks.get_hooks("before_publish_page"):
        answer = check(request, draft)
        if isinstance(answer, HttpResponse):
            return answer
    if translation:
        return _publish_translation(request, page, translation)
    publish_anyway(page=page, user=request.user, assessment=assess_page(draft))
    if draft.go_live_at and draft.go_live_at > timezone.now():
        told = _("Page “%(title)s” will be published on %(when)s.")
    else:
        told = _("Page “%(title)s” is published.")
    when = date_format(timezone.localtime(draft.go_live_at), "DATETIME_FORMAT") if draft.go_live_at else ""
    messages.success(request, told % {"title": draft.title, "when": when})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _publish_translation(request: HttpRequest, page: Page, translation: Translation) -> HttpResponse:
    found = assess_translation(page, translation)
    try:
        publish_translation_anyway(page=page, translation=translation, user=request.user, assessment=found)
    except ValidationError:
        messages.error(request, _("A sentence does not fit, so the page is not published. The editor shows which."))
    else:
        page.refresh_from_db()
        messages.success(request, _("Page “%(title)s” is published.") % {"title": page.title})
    return redirect("wagtailadmin_pages:edit", page.pk)
