"""The panel as one writes, and publishing after a warning."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page

from home.plain_language.selectors import assess_page, is_judged
from home.plain_language.services import publish_anyway


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
        return render(request, "home/plain_language/findings.html", {"found": assess_page(form.instance)})


class CheckOnEdit(CheckMixin, PreviewOnEditView):
    """The check of a page that is there."""


class CheckOnCreate(CheckMixin, PreviewOnCreateView):
    """The check of a page that is being made."""


@require_POST
def publish(request: HttpRequest, page_id: int) -> HttpResponse:
    """Publish the draft about which the editor was warned."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    if not is_judged(page) or str(page.latest_revision_id) != request.POST.get("revision"):
        messages.error(request, _("Somebody changed this page in the meantime. Look again before you publish it."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    # Other checks on publishing are asked too; the one on language knows this address and lets it through.
    for check in hooks.get_hooks("before_publish_page"):
        answer = check(request, draft)
        if isinstance(answer, HttpResponse):
            return answer
    publish_anyway(page=page, user=request.user, assessment=assess_page(draft))
    messages.success(request, _("Page “%(title)s” is published.") % {"title": draft.title})
    return redirect("wagtailadmin_explore", page.get_parent().pk)
