"""Where Wagtail asks: how a page is translated, and whether it may be published."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail_localize.models import Translation

from home.tenant.libraries.selectors import library_of_page
from home.words.translation.selectors import publishing_problem, source_of
from home.words.translation.urls import before_the_package
from home.words.translation.views import address

# The package's own hooks have order 0; ours come first.
FIRST = -10


@hooks.register("register_admin_urls", order=FIRST)
def admin_addresses() -> list[URLPattern | URLResolver]:
    return [
        path("translate/", include("home.words.translation.urls")),
        path("localize/", include(before_the_package)),
    ]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def translate_button(page: Page, user: Any, next_url: str | None = None, view_name: str = "") -> Iterator[Button]:
    # Who may do everything gets the package's button already; it leads to the same screen.
    if page.depth > 1 and not user.is_superuser and page.permissions_for_user(user).can_edit():
        yield Button(_("Translate"), address(page), icon_name="wagtail-localize-language", priority=40)


def _is_translation(page: Page) -> bool:
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).exists()


@hooks.register("before_edit_page", order=FIRST)
def refuse_gaps_or_bare_copies(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Keep a translation with gaps from being published, and a page that was merely copied from being edited."""
    library = library_of_page(page)
    if library is None or page.locale.language_code == library.main_language:
        return None
    if not _is_translation(page):
        source = source_of(page, library)
        if source is None:
            return None
        messages.info(request, _("This page is not translated yet. Choose the language to begin."))
        return redirect(address(source))
    if request.method == "POST" and (request.POST.get("action") == "publish" or "action-publish" in request.POST):
        problem = publishing_problem(page)
        if problem:
            messages.error(request, problem)
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_publish_page")
def refuse_gaps_anywhere(request: HttpRequest, page: Page) -> HttpResponse | None:
    problem = publishing_problem(page)
    if not problem:
        return None
    messages.error(request, problem)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def refuse_gaps_in_bulk(request: HttpRequest, action: str, rows: Iterable[Any], view: Any) -> HttpResponse | None:
    if action != "publish" or view.model is not Page:
        return None
    pages = list(rows)
    if view.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [draft for page in rows for draft in page.get_descendants().filter(live=False)]
    problem = next((problem for page in pages if (problem := publishing_problem(page))), "")
    if not problem:
        return None
    messages.error(request, problem)
    return redirect(view.next_url)


@hooks.register("before_create_page")
def write_in_main_language(request: HttpRequest, parent: Page, model: type[Page]) -> HttpResponse | None:
    library = library_of_page(parent)
    if library is None or parent.locale.language_code == library.main_language:
        return None
    messages.error(request, _("Make the page in the main language first, and then translate it."))
    return redirect("wagtailadmin_explore", parent.pk)


@hooks.register("construct_translated_pages_to_cascade_actions")
def translations_go_along(pages: Iterable[Page], action: str) -> dict[Page, Any]:
    """What is moved or deleted in the main language is so in every language: addresses differ in their prefix only."""
    if action not in {"move", "delete"}:
        return {}
    return {page: Page.objects.translation_of(page, inclusive=False) for page in pages if _is_source(page)}


def _is_source(page: Page) -> bool:
    library = library_of_page(page)
    return library is not None and page.locale.language_code == library.main_language
