"""Who may do what, by her roles at a library; Django's permissions say nothing here."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import AbstractPage, Collection, CollectionMember, Locale, PagePermissionTester
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import policy_registry

from home.tenant.gate import addresses
from home.tenant.gate.selectors import Territory, territory_of
from home.tenant.libraries.choices import ADMIN_ROLES, Role
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import library_of_page

if TYPE_CHECKING:
    from home.tenant.users.models import User

View = Callable[..., HttpResponse]
# Words of the system: they belong to nobody.
SHARED = (ContentType, Locale)


def for_roles(*roles: str) -> Callable[[View], View]:
    """Let in who has one of the roles at a library; for others the address is not there.

    The view then asks ``own_library`` what it is about. ``checks_library`` tells the gate of the admin that
    this view does the gate's work itself.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def check(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not territory_of(request.user, roles).libraries:
                raise Http404
            request.own_libraries = territory_of(request.user, roles).libraries  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        check.checks_library = True  # type: ignore[attr-defined]
        return check

    return decorate


def own_library(request: HttpRequest) -> Library:
    """The library that a screen is about: the one asked for by ``?library=``, else the first; 404 for another's."""
    libraries: tuple[Library, ...] = request.own_libraries  # type: ignore[attr-defined]
    asked = request.GET.get("library")
    found = [library for library in libraries if not asked or str(library.pk) == asked]
    if not found:
        raise Http404
    return found[0]


class LibraryPermissionPolicy(BasePermissionPolicy):
    """Rows of one library, for those who have one of ``roles`` there.

    Args:
        model: the model.
        roles: codes of the roles that may list, add, change and delete.
        library_lookup: from a row to its library; ``"library"`` is a plain foreign key.
        page_lookup: from a row to a page; that page's place in the tree then tells the library.

    """

    def __init__(
        self, model: type[Model], roles: Iterable[str], library_lookup: str = "library", page_lookup: str = ""
    ) -> None:
        super().__init__(model)
        self.roles = tuple(roles)
        self.library_lookup = library_lookup
        self.page_lookup = page_lookup

    def territory(self, user: "User") -> Territory:
        """The ground on which this user has one of the roles."""
        return territory_of(user, self.roles)

    def scope(self, user: "User", queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the rows of the user's libraries."""
        territory = self.territory(user)
        if self.page_lookup:
            return territory.pages(queryset, self.page_lookup)
        return territory.rows(queryset, self.library_lookup)

    def user_has_permission(self, user: "User", action: str) -> bool:
        territory = self.territory(user)
        return territory.is_everything or bool(territory.libraries)

    def user_has_permission_for_instance(self, user: "User", action: str, instance: Model) -> bool:
        return self.scope(user, self.model._default_manager.filter(pk=instance.pk)).exists()  # noqa: SLF001

    def instances_user_has_any_permission_for(self, user: "User", actions: Iterable[str]) -> QuerySet[Any]:
        return self.scope(user, self.model._default_manager.all())  # noqa: SLF001

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        wanted = Q(memberships__role__in=[*self.roles, Role.NETWORK_ADMINISTRATOR])
        return get_user_model().objects.filter(wanted, is_active=True).distinct()


class LibraryPagePermissions(PagePermissionTester):
    """What somebody may do with a page. Screens ask this before they show a button to an address behind the gate."""

    def can_set_view_restrictions(self) -> bool:
        """Hide a page from visitors: for those to whom the gate opens that address."""
        if not super().can_set_view_restrictions():
            return False
        return "wagtailadmin_pages:set_privacy" in addresses.FOR_STAFF or territory_of(self.user).is_everything


def scoped(user: "User", queryset: QuerySet[Any], *, only_sources: bool = False) -> QuerySet[Any]:
    """Keep what belongs to the user's libraries, whatever the model; what belongs to no library is left out.

    Args:
        user: the person who asks.
        queryset: pages, images, documents, collections, libraries, or rows with a ``LibraryPermissionPolicy``.
        only_sources: of pages, only those in the main language, which a fact may point to.

    """
    model = queryset.model
    territory = territory_of(user, ADMIN_ROLES)
    policy = policy_registry.get_by_type(model, fallback=False)
    own = queryset.none()
    if issubclass(model, AbstractPage):
        own = territory.source_pages(queryset) if only_sources else territory.pages(queryset)
    elif territory.is_everything or model in SHARED:
        own = queryset
    elif isinstance(policy, LibraryPermissionPolicy):
        own = policy.scope(user, queryset)
    elif issubclass(model, CollectionMember):
        own = territory.collected(queryset)
    elif issubclass(model, Collection):
        own = queryset.filter(pk__in=territory.collections)
    elif model is Library:
        own = territory.rows(queryset, "pk")
    elif model is get_user_model():
        own = queryset.filter(memberships__library__in=territory.libraries).distinct()
    return own


def owner_of(row: Model) -> Library | None:
    """The library that a row belongs to; ``None`` when it belongs to none or that cannot be told."""
    if isinstance(row, Library):
        return row
    if isinstance(row, AbstractPage):
        return library_of_page(row)
    policy = policy_registry.get_by_type(type(row), fallback=False)
    if not isinstance(policy, LibraryPermissionPolicy):
        return None
    found: Any = row
    for name in (policy.page_lookup or policy.library_lookup).split("__"):
        found = getattr(found, name)
    return owner_of(found)
