"""Where Wagtail asks: the panel beside the form, and a warning before a hard page is published."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from home.plain_language.selectors import assess_page, is_judged, reasons_against
from home.plain_language.services import OVERRULED, hold_back
from home.plain_language.viewsets import PlainLanguagePageViewSet

# Wagtail's own addresses of a page end here; the one to publish after all is ours.
OUR_ADDRESS = "plain_language:publish"


@hooks.register("register_admin_viewset", order=20)
def add_panel_to_page_screens() -> PlainLanguagePageViewSet:
    return PlainLanguagePageViewSet("plain-language-pages")


@hooks.register("register_admin_urls")
def admin_addresses() -> list[URLResolver]:
    return [path("plain-language/", include("home.plain_language.urls"))]


@hooks.register("register_log_actions")
def name_log_entry(actions: Any) -> None:
    actions.register_action(OVERRULED, _("Publish a hard text"), _("Published after a warning about its language"))


# Last: what forbids publishing is said before what advises against it.
@hooks.register("before_publish_page", order=100)
def warn_about_language(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask once more before a page above B1 is published. Its text is a saved draft by now."""
    if request.resolver_match.view_name == OUR_ADDRESS or not is_judged(page):
        return None
    found = assess_page(page)
    if not found.is_above_b1:
        return None
    if page.first_published_at is None:
        hold_back(page=page)
    context = {
        "page": page,
        "found": found,
        "reasons": reasons_against(found),
        "revision": page.latest_revision_id,
        "page_title": _("Publish this page?"),
        "page_subtitle": page.title,
        "header_icon": "openquote",
    }
    return render(request, "home/plain_language/confirm.html", context)
