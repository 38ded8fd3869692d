"""Where somebody's own ground is: the libraries, page trees and collections that she works for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.db.models import Q, QuerySet
from wagtail.models import Collection, Page

from home.libraries.choices import ADMIN_ROLES
from home.libraries.models import Library
from home.libraries.selectors import is_network_administrator, libraries_of

if TYPE_CHECKING:
    from home.users.models import User


@dataclass(frozen=True, slots=True)
class Territory:
    """What belongs to somebody's libraries. ``is_everything`` for who runs the network: nothing is filtered.

    ``paths`` are the tree paths of every home and intranet root, ``source_paths`` those of the homes in the
    main language, where the facts are.
    """

    is_everything: bool
    libraries: tuple[Library, ...] = ()
    paths: tuple[str, ...] = ()
    source_paths: tuple[str, ...] = ()
    collections: tuple[int, ...] = ()

    def filter_path(self, queryset: QuerySet[Any], lookup: str, paths: Iterable[str]) -> QuerySet[Any]:
        """Keep the rows whose tree path starts with one of the paths."""
        if self.is_everything:
            return queryset
        condition = Q(pk__in=[])
        for path in paths:
            condition |= Q(**{f"{lookup}__startswith": path})
        return queryset.filter(condition)

    def pages(self, queryset: QuerySet[Any], lookup: str = "") -> QuerySet[Any]:
        """Keep pages (or rows that point to one by ``lookup``) of these libraries, in any language."""
        return self.filter_path(queryset, f"{lookup}__path" if lookup else "path", self.paths)

    def source_pages(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep pages in the main language of these libraries: only those carry facts."""
        return self.filter_path(queryset, "path", self.source_paths)

    def collected(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep images and documents in the collections of these libraries."""
        # By id: the search index knows an image's collection, not the collection's path.
        return queryset if self.is_everything else queryset.filter(collection__in=self.collections)

    def rows(self, queryset: QuerySet[Any], lookup: str) -> QuerySet[Any]:
        """Keep rows that point to one of these libraries by ``lookup``."""
        if self.is_everything:
            return queryset
        return queryset.filter(**{f"{lookup}__in": [library.pk for library in self.libraries]})


def territory_of(user: "User", roles: Iterable[str] = ADMIN_ROLES) -> Territory:
    """The ground of a person in these roles. Read once per request and kept on the user object; four queries."""
    key = tuple(roles)
    if not hasattr(user, "_portal_territories"):
        user._portal_territories = {}  # type: ignore[attr-defined]  # noqa: SLF001
    kept = cast("dict[tuple[str, ...], Territory]", user._portal_territories)  # type: ignore[attr-defined]  # noqa: SLF001
    if key not in kept:
        kept[key] = _read_territory(user, key)
    return kept[key]


def _read_territory(user: "User", roles: tuple[str, ...]) -> Territory:
    rows = libraries_of(user, roles=roles).select_related("site__root_page", "intranet_root", "collection")
    libraries = tuple(rows)
    if is_network_administrator(user):
        return Territory(is_everything=True, libraries=libraries)
    keys = [library.site.root_page.translation_key for library in libraries]
    homes = Page.objects.filter(depth=2, translation_key__in=keys).values_list("path", flat=True)
    intranets = [library.intranet_root.path for library in libraries if library.intranet_root]
    return Territory(
        is_everything=False,
        libraries=libraries,
        paths=(*homes, *intranets),
        source_paths=tuple(library.site.root_page.path for library in libraries),
        collections=_collections(libraries),
    )


def _collections(libraries: Iterable[Library]) -> tuple[int, ...]:
    """Ids of the libraries' collections and of those below them."""
    below = Q(pk__in=[])
    for library in libraries:
        if library.collection:
            below |= Q(path__startswith=library.collection.path)
    return tuple(Collection.objects.filter(below).values_list("pk", flat=True))
