"""Where Wagtail asks: the panel beside the form, and a warning before a hard page is published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from home.plain_language.forms import Question
from home.plain_language.selectors import assess_page, assess_translation, is_judged, stamp_of, translation_of
from home.plain_language.services import OVERRULED, hold_back
from home.plain_language.viewsets import PlainLanguagePageViewSet, PlainLanguagePublish

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
    return [path("plain-language/", include("home.plain_language.urls"))]


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
