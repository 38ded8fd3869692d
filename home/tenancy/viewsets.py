"""Lists and forms of rows that belong to a library. An id of another library's row is answered with 404."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from home.libraries.choices import ADMIN_ROLES
from home.tenancy.forms import LibraryFilterSet, LibraryModelForm, ScopedFilters
from home.tenancy.permissions import LibraryPermissionPolicy
from home.tenancy.selectors import territory_of

View = Callable[..., HttpResponse]


def guarded(view: View, policy: LibraryPermissionPolicy) -> View:
    """Check role and row before the view sees the request: every address of a viewset, whatever Wagtail adds."""

    @wraps(view)
    def check(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not policy.user_has_permission(request.user, "change"):
            raise Http404
        if "pk" in kwargs:
            rows = policy.model._default_manager.all()  # noqa: SLF001
            try:
                is_own = policy.scope(request.user, rows).filter(pk=unquote(str(kwargs["pk"]))).exists()
            except (ValueError, ValidationError) as error:
                raise Http404 from error
            if not is_own:
                raise Http404
        return view(request, *args, **kwargs)

    # The gate lets views through that do its work themselves.
    check.checks_library = True
    return check


def guard_patterns(patterns: Iterable[URLPattern], policy: LibraryPermissionPolicy) -> list[URLPattern]:
    """Wrap the view of each pattern."""
    guarded_patterns = list(patterns)
    for pattern in guarded_patterns:
        pattern.callback = guarded(pattern.callback, policy)
    return guarded_patterns


class LibraryIndexView(IndexView):
    """The list: rows and filters of the user's libraries."""

    base_filterset_class = LibraryFilterSet

    def get_base_queryset(self) -> QuerySet[Any]:
        return self.permission_policy.scope(self.request.user, super().get_base_queryset())


class ScopedChooserMixin:
    """Offers, and takes, rows of the user's libraries."""

    def _own(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return policy_registry.get_by_type(self.model_class).scope(self.request.user, rows)

    def get_object_list(self) -> QuerySet[Any]:
        return self._own(super().get_object_list())

    def get_object(self, pk: Any) -> Any:
        return self._own(self.model_class._default_manager.all()).get(pk=pk)  # noqa: SLF001

    def get_objects(self, pks: Iterable[Any]) -> QuerySet[Any]:
        return self._own(super().get_objects(pks))

    def can_create(self) -> bool:
        # A row is made in its own form, which knows the library.
        return False


class LibraryChooseView(ScopedChooserMixin, chooser.ChooseView):
    """The chooser."""


class LibraryChooseResultsView(ScopedChooserMixin, chooser.ChooseResultsView):
    """Its list."""


class LibraryChosenView(ScopedChooserMixin, chooser.SnippetChosenView):
    """One row chosen."""


class LibraryChosenMultipleView(ScopedChooserMixin, chooser.SnippetChosenMultipleView):
    """Several rows chosen."""


class LibraryChooserViewSet(chooser.SnippetChooserViewSet):
    """A chooser of the rows of the user's libraries."""

    choose_view_class = LibraryChooseView
    choose_results_view_class = LibraryChooseResultsView
    chosen_view_class = LibraryChosenView
    chosen_multiple_view_class = LibraryChosenMultipleView

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns = [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]
        return guard_patterns(patterns, policy_registry.get_by_type(self.model))


class LibrarySnippetViewSet(SnippetViewSet):
    """A snippet whose rows belong to a library.

    Set ``roles`` and one of the two lookups. ``library_lookup`` leads to the library; ``library_page_lookup``
    leads to a page, whose place in the tree tells the library. A foreign key named ``library`` is filled in
    for who works at one library, and asked of who works at several.
    """

    library_lookup = "library"
    library_page_lookup = ""
    roles: tuple[str, ...] = ADMIN_ROLES
    index_view_class = LibraryIndexView
    chooser_viewset_class = LibraryChooserViewSet
    # A copy of a row about a person or a moment is seldom what somebody means.
    copy_view_enabled = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.policy = LibraryPermissionPolicy(
            self.model, self.roles, library_lookup=self.library_lookup, page_lookup=self.library_page_lookup
        )
        register_permission_policy(self.model, self.policy, exact_class=True)

    def get_edit_handler(self) -> Any:
        """Bind the panels to a form that scopes its choices."""
        handler = super().get_edit_handler()
        form = handler.base_form_class or getattr(self.model, "base_form_class", LibraryModelForm)
        if not issubclass(form, LibraryModelForm):
            message = f"The form of {self.model.__name__} must derive from LibraryModelForm."
            raise TypeError(message)
        handler.base_form_class = form
        return handler

    def get_urlpatterns(self) -> list[URLPattern]:
        """Every address of the viewset, with the check before it."""
        return guard_patterns(super().get_urlpatterns(), self.policy)


class PageFilters(ScopedFilters, GenericPageFilterSet):
    """The filters of the page explorer. Who works for a library has one site, and needs no list of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not territory_of(self.request.user).is_everything:
            del self.filters["site"]


class LibraryPageViewSet(PageViewSet):
    """The screens of every page type. Wagtail lists own pages by itself, but offers everybody's names as a filter."""

    model = Page
    filterset_class = PageFilters
