"""Lists and forms of rows that belong to a library. An id of another library's row is answered with 404."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import ModelForm, model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.admin.views.pages.listing import ExplorableIndexView, GenericPageFilterSet
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from home.tenant.gate.admin.actions import Delete, Save, delete_row, write_by
from home.tenant.gate.forms import LibraryFilterSet, LibraryModelForm, ScopedFilters
from home.tenant.gate.permissions import LibraryPermissionPolicy
from home.tenant.gate.selectors import territory_of, without_bare_copies
from home.tenant.libraries.choices import ADMIN_ROLES

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


class RefusableMixin:
    """Shows what the service that writes has against it, beside the field where it has one. Nothing typed is lost."""

    def form_valid(self, form: ModelForm) -> HttpResponse:
        is_new = form.instance.pk is None
        try:
            return super().form_valid(form)
        except ValidationError as error:
            if is_new:
                form.instance.pk, form.instance._state.adding = None, True  # noqa: SLF001 - it was not saved after all
            for name, errors in getattr(error, "error_dict", {None: [error]}).items():
                form.add_error(name if name in form.fields else None, errors)
            self.produced_error_code, self.produced_error_message = "validation_error", self.get_error_message()
            return self.form_invalid(form)


class LibraryCreateView(RefusableMixin, CreateView):
    """The form of a new row."""


class LibraryEditView(RefusableMixin, EditView):
    """The form of a row."""


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

    Set ``save``, the service that writes a row, ``roles`` and one of the two lookups. ``library_lookup`` leads to the
    library; ``library_page_lookup`` leads to a page, whose place in the tree tells the library. A foreign key named
    ``library`` is filled in for who works at one library, and asked of who works at several. ``delete`` is the service
    for a row on which something rests.
    """

    save: Save
    delete: Delete = delete_row
    library_lookup = "library"
    library_page_lookup = ""
    roles: tuple[str, ...] = ADMIN_ROLES
    index_view_class = LibraryIndexView
    add_view_class = LibraryCreateView
    edit_view_class = LibraryEditView
    chooser_viewset_class = LibraryChooserViewSet
    # A copy of a row about a person or a moment is seldom what somebody means.
    copy_view_enabled = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.policy = LibraryPermissionPolicy(
            self.model, self.roles, library_lookup=self.library_lookup, page_lookup=self.library_page_lookup
        )
        register_permission_policy(self.model, self.policy, exact_class=True)
        write_by(self.model, save=type(self).save, delete=type(self).delete)

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


class OwnRowsCheckboxColumn(BulkActionsCheckboxColumn):
    """A box to tick before each row that the user may change."""

    def __init__(self, *args: Any, is_own: Callable[[Model], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_own = is_own

    def render_cell_html(self, instance: Model, parent_context: dict[str, Any]) -> SafeString:
        if self.is_own(instance):
            return super().render_cell_html(instance, parent_context)
        return format_html('<td class="{}"></td>', "bulk-action-checkbox-cell")


class OwnerColumn(Column):
    """Whose a row is: a library's, or the network's for all."""

    cell_template_name = "home/tenant/gate/owner_cell.html"

    def get_value(self, instance: Any) -> str:
        return str(instance.library or _("of the network"))


class SharedIndexView(LibraryIndexView):
    """A list in which the network's rows stand too. Who works for a library reads those, and makes her own of them."""

    override_label: Any = ""

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super(LibraryIndexView, self).get_base_queryset().select_related("library")
        territory = self.permission_policy.territory(self.request.user)
        if territory.is_everything:
            return rows
        return rows.filter(library=None) | territory.rows(rows, "library")

    def is_own(self, instance: Any) -> bool:
        """Whether the user may change this row of her list."""
        return instance.library_id is not None or territory_of(self.request.user).is_everything

    @cached_property
    def columns(self) -> list[Any]:
        first, title, *others = super().columns
        title.width = "25%"
        return [OwnRowsCheckboxColumn(first.name, obj_type=first.obj_type, is_own=self.is_own), title, *others]

    def get_edit_url(self, instance: Any) -> str | None:
        return super().get_edit_url(instance) if self.is_own(instance) else None

    def get_delete_url(self, instance: Any) -> str | None:
        return super().get_delete_url(instance) if self.is_own(instance) else None

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        if self.is_own(instance):
            return super().get_list_more_buttons(instance)
        url = f"{self.get_add_url()}?{urlencode({'from': instance.pk})}"
        return [Button(self.override_label, url=url, icon_name="copy")]


class SharedCreateView(LibraryCreateView):
    """A new row, begun with the words of a row of the network where ``?from=`` names one."""

    def get_initial(self) -> dict[str, Any]:
        initial = super().get_initial()
        wanted = self.request.GET.get("from")
        if not wanted:
            return initial
        try:
            row = self.model._default_manager.filter(library=None, pk=wanted).first()  # noqa: SLF001
        except (ValueError, ValidationError) as error:
            raise Http404 from error
        if row is None:
            raise Http404
        return initial | model_to_dict(row, exclude=["library"]) | {"is_override": True}


class SharedSnippetViewSet(LibrarySnippetViewSet):
    """A snippet of which the network has rows for all: without a library, to be read in every library's list.

    A library's own row goes before the network's. The form derives from ``SharedModelForm``.
    """

    index_view_class = SharedIndexView
    add_view_class = SharedCreateView
    # What the button beside a row of the network says.
    override_label: Any = ""

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(override_label=self.override_label, **kwargs)


class PageFilters(ScopedFilters, GenericPageFilterSet):
    """The filters of the page explorer. Who works for a library has one site, and needs no list of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not territory_of(self.request.user).is_everything:
            del self.filters["site"]


class FoundPages(PagePermissionPolicy):
    """The pages among which the search of the admin looks; pages and their numbers by type come from here."""

    def explorable_instances(self, user: Any) -> QuerySet[Any]:
        return without_bare_copies(super().explorable_instances(user))


class PageSearch(SearchView):
    """The search in the menu: a page once, and once more for each language into which its translation was begun."""

    permission_policy = FoundPages(Page)


class PageExplorer(ExplorableIndexView):
    """The tree of pages. Its search finds what the search in the menu does; the tree itself shows every branch."""

    def get_base_queryset(self) -> QuerySet[Any]:
        pages = super().get_base_queryset()
        return without_bare_copies(pages) if self.is_searching or self.is_filtering else pages


class LibraryPageViewSet(PageViewSet):
    """The screens of every page type. Wagtail lists own pages by itself, but offers everybody's names as a filter."""

    model = Page
    index_view_class = PageExplorer
    search_view_class = PageSearch
    filterset_class = PageFilters
