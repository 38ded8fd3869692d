"""The gate of the admin: closed unless the table says otherwise, and 404 for what is another library's."""

from collections.abc import Callable, Iterator
from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionMember, Page, Revision, Task, TaskState, UploadedFile, WorkflowState
from wagtail_localize.models import Translation

from home.tenant.gate import addresses
from home.tenant.gate.permissions import scoped
from home.tenant.gate.selectors import territory_of

# Scripts and styles of the Wagtail admin stand in its pages, and its previews in a frame.
ADMIN_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
}


def _own_pages(user: Any) -> QuerySet[Page]:
    return scoped(user, Page.objects.all())


def _of_own_pages(rows: QuerySet[Any], user: Any, key: str = "object_id") -> QuerySet[Any]:
    """Rows that keep the id of a page as text, as revisions and workflow states do."""
    ids = {str(pk) for pk in _own_pages(user).values_list("pk", flat=True)}
    return rows.filter(**{f"{key}__in": ids})


def _translations(user: Any) -> QuerySet[Translation]:
    keys = _own_pages(user).values("translation_key")
    return Translation.objects.filter(source__object_id__in=keys)


def _tasks(user: Any) -> QuerySet[Task]:
    ids = _of_own_pages(TaskState.objects.all(), user, "workflow_state__object_id").values("task_id")
    return Task.objects.filter(pk__in=ids)


# What a user's own rows are, by what a part of the request names.
OWN: dict[str, Callable[[Any], QuerySet[Any]]] = {
    addresses.PAGE: _own_pages,
    addresses.PAGE_OR_ROOT: lambda user: _own_pages(user) | Page.objects.filter(depth=1),
    addresses.IMAGE: lambda user: scoped(user, get_image_model().objects.all()),
    addresses.DOCUMENT: lambda user: scoped(user, get_document_model().objects.all()),
    addresses.COLLECTION: lambda user: scoped(user, Collection.objects.all()),
    addresses.TRANSLATION: _translations,
    addresses.TASK: _tasks,
    addresses.TASK_STATE: lambda user: _of_own_pages(TaskState.objects.all(), user, "workflow_state__object_id"),
    addresses.WORKFLOW_STATE: lambda user: _of_own_pages(WorkflowState.objects.all(), user),
    addresses.REVISION: lambda user: _of_own_pages(Revision.objects.all(), user),
    addresses.UPLOAD: lambda user: UploadedFile.objects.filter(uploaded_by_user=user),
}


def _named(request: HttpRequest, kwargs: dict[str, Any], row: addresses.Row) -> Iterator[tuple[str, list[str]]]:
    """What the request names, kind by kind."""
    for part, kind in row.items():
        if part.startswith("?"):
            yield kind, request.GET.getlist(part[1:])
        elif part.startswith("+"):
            yield kind, request.POST.getlist(part[1:])
        elif part in kwargs:
            yield kind, [str(kwargs[part])]


def _own_objects(user: Any, kwargs: dict[str, Any]) -> QuerySet[Any]:
    """Own rows of the model that the address names; none of a model whose rows do not belong to a library."""
    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError:
        return Page.objects.none()
    if model is get_user_model():
        return model.objects.none()
    return scoped(user, model._default_manager.all())  # noqa: SLF001 - Django's documented meta API


def _has_all(rows: QuerySet[Any], values: list[str]) -> bool:
    wanted = {value for value in values if value}
    try:
        return rows.filter(pk__in=wanted).count() == len(wanted)
    except (ValueError, ValidationError):
        return False


def _is_own_bulk(request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Whether a bulk action concerns own rows only. ``all`` is replaced by what the list showed."""
    rows = _own_objects(request.user, kwargs)
    values, parent = request.GET.getlist("id"), request.GET.get("childOf")
    if not values:
        return False
    if parent and not _has_all(
        OWN[addresses.PAGE if rows.model is Page else addresses.COLLECTION](request.user), [parent]
    ):
        return False
    if "all" not in values:
        return _has_all(rows, values)
    if rows.model is Page:
        # Wagtail takes the children of the parent, which is an own one, and without one the whole tree.
        return bool(parent)
    if not issubclass(rows.model, CollectionMember):
        query = request.GET.copy()
        query.setlist("id", [str(pk) for pk in rows.values_list("pk", flat=True)])
        request.GET = query
    return True


# Words that stand where an id may stand.
WORDS = {addresses.REVISION: {"live", "latest", "earliest"}, addresses.PAGE_OR_ROOT: {"root"}}


def _is_own(kind: str, values: list[str], request: HttpRequest, kwargs: dict[str, Any]) -> bool:
    """Whether what the request names is of the user's own libraries."""
    if kind == addresses.ONE:
        return values == ["1"]
    if kind == addresses.BULK:
        return _is_own_bulk(request, kwargs)
    rows = _own_objects(request.user, kwargs) if kind == addresses.OBJECT else OWN[kind](request.user)
    return _has_all(rows, [value for value in values if value not in WORDS.get(kind, ())])


class AdminGateMiddleware:
    """Answers for Wagtail where Wagtail asks no more than one permission for the whole installation."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if self.is_admin(request):
            response._csp_replace = ADMIN_POLICY  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's protocol
        return response

    def is_admin(self, request: HttpRequest) -> bool:
        """Whether the address is one of the admin's."""
        return request.path_info.startswith(reverse("wagtailadmin_home"))

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Let the request through, or answer it here."""
        # Who is not signed in is sent to the sign-in page by Wagtail.
        if not self.is_admin(request) or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        territory = territory_of(request.user)
        if name in addresses.FOR_ALL:
            return None
        if not territory.is_everything and not territory.libraries:
            raise PermissionDenied
        if name in addresses.FOR_NOBODY:
            return render(request, "wagtailadmin/404.html", status=404)
        if territory.is_everything or getattr(view, "checks_library", False):
            return None
        row = addresses.FOR_STAFF.get(name)
        if row is not None and all(
            _is_own(kind, values, request, kwargs) for kind, values in _named(request, kwargs, row)
        ):
            return None
        return render(request, "wagtailadmin/404.html", status=404)
