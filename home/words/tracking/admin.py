"""The tick in the form of a page that says a change was small."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page

from home.words.tracking.services import accept_for_all


@hooks.register("after_publish_page")
def keep_translations_right(request: HttpRequest, page: Page) -> None:
    if request.POST.get("is_small_change") != "on":
        return
    count = accept_for_all(source=page, user=request.user)
    if count:
        text = ngettext("%(count)d translation stays right.", "%(count)d translations stay right.", count)
        messages.info(request, text % {"count": count})
