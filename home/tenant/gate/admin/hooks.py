"""Where Wagtail asks: which pages and files to offer, what to show in the menu, what may be thrown away."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page

from home.tenant.gate.admin.actions import DeleteTickedRows
from home.tenant.gate.admin.viewsets import LibraryPageViewSet
from home.tenant.gate.permissions import scoped
from home.tenant.gate.selectors import territory_of
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_for_request

# Menus that list or count what is everybody's.
NETWORK_MENUS = {"reports", "help", "settings", "snippets"}


# Wagtail's own has the order 0; the later one counts.
hooks.register("register_bulk_action", DeleteTickedRows, order=10)


@hooks.register("register_admin_viewset", order=10)
def replace_page_screens() -> LibraryPageViewSet:
    return LibraryPageViewSet("library-pages")


@hooks.register("construct_page_chooser_queryset")
def offer_own_sources(pages: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    return scoped(request.user, pages, only_sources=True)


@hooks.register("construct_image_chooser_queryset")
@hooks.register("construct_document_chooser_queryset")
def offer_own(rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    return scoped(request.user, rows)


@hooks.register("construct_main_menu")
def leave_out_network_menus(request: HttpRequest, items: list[Any]) -> None:
    if not territory_of(request.user).is_everything:
        items[:] = [item for item in items if item.name not in NETWORK_MENUS]


@hooks.register("construct_homepage_summary_items", order=100)
def leave_out_counts(request: HttpRequest, items: list[Any]) -> None:
    if not territory_of(request.user).is_everything:
        items.clear()


@hooks.register("before_serve_document")
def serve_at_own_host(document: Any, request: HttpRequest) -> None:
    """A document is there at the host of its library; one of the network is there everywhere."""
    library = library_for_request(request)
    path = document.collection.path
    if len(path) > document.collection.steplen and not (
        library and library.collection and path.startswith(library.collection.path)
    ):
        raise Http404


def _holds_facts(page: Page) -> bool:
    """Whether sessions, invitations or translations hang on this page, or on one below it: then it stays."""
    if Library.objects.filter(site__root_page__translation_key=page.translation_key).exists():
        return True
    roots = Library.objects.values_list("site__root_page__path", flat=True)
    if not any(page.path.startswith(path) for path in roots):
        return False
    return any(is_kept(row.specific_class) for row in page.get_descendants(inclusive=True))


def is_kept(model: type[Page]) -> bool:
    """Whether pages of this type are archived and never deleted: the type says so, or rows of ours name its pages."""
    own = model._meta.get_fields(include_parents=False)  # noqa: SLF001 - Django documents it
    named = (field for field in own if field.auto_created and not field.concrete and field.is_relation)
    return getattr(model, "is_kept", False) or any(
        not field.related_model.__module__.startswith("wagtail") and not issubclass(field.related_model, model)
        for field in named
    )


def _refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse:
    messages.error(
        request,
        _(
            "“%(title)s” is not deleted: sessions, translations and links hang on it. "
            "Unpublish it, and visitors no longer see it."
        )
        % {"title": page.title},
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_delete_page")
def archive_instead(request: HttpRequest, page: Page) -> HttpResponse | None:
    if territory_of(request.user).is_everything or not _holds_facts(page):
        return None
    return _refuse_to_delete(request, page)


@hooks.register("before_bulk_action")
def archive_many_instead(request: HttpRequest, action: str, rows: Iterable[Any], view: Any) -> HttpResponse | None:
    if action != "delete" or view.model is not Page or territory_of(request.user).is_everything:
        return None
    kept = next((page for page in rows if _holds_facts(page)), None)
    return _refuse_to_delete(request, kept) if kept else None
