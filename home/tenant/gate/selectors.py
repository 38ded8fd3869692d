"""Where somebody's own ground is: the libraries, page trees and collections that she works for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Collection, Page
from wagtail_localize.models import Translation

from home.tenant.libraries.choices import ADMIN_ROLES
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import is_network_administrator, libraries_of, memberships_of

if TYPE_CHECKING:
    from home.tenant.users.models import User

    Libraries = tuple[Library, ...]


@dataclass(frozen=True)
class Territory:
    """What belongs to somebody's libraries. ``is_everything`` for who runs the network: nothing is filtered."""

    is_everything: bool
    libraries: tuple[Library, ...] = ()

    @property
    def intranet_paths(self) -> tuple[str, ...]:
        """The tree paths of the intranet roots."""
        return tuple(library.intranet_root.path for library in self.libraries if library.intranet_root)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The tree paths of every home, in any language, and intranet root; one query."""
        keys = [library.site.root_page.translation_key for library in self.libraries]
        homes = Page.objects.filter(depth=2, translation_key__in=keys).values_list("path", flat=True)
        return (*homes, *self.intranet_paths)

    @property
    def source_paths(self) -> tuple[str, ...]:
        """The tree paths of the homes in the main language, where the facts are, and of the intranet roots."""
        return (*(library.site.root_page.path for library in self.libraries), *self.intranet_paths)

    @cached_property
    def collections(self) -> tuple[int, ...]:
        """Ids of the libraries' collections and of those below them; one query."""
        below = Q(pk__in=[])
        for library in self.libraries:
            if library.collection:
                below |= Q(path__startswith=library.collection.path)
        return tuple(Collection.objects.filter(below).values_list("pk", flat=True))

    def pages(self, queryset: QuerySet[Any], lookup: str = "") -> QuerySet[Any]:
        """Keep pages (or rows that point to one by ``lookup``) of these libraries, in any language."""
        if self.is_everything:
            return queryset
        return _below(queryset, f"{lookup}__path" if lookup else "path", self.paths)

    def source_pages(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep pages in the main language of these libraries: only those carry facts."""
        if not self.is_everything:
            return _below(queryset, "path", self.source_paths)
        # By language and not by path: a home is made, and chosen, before there is a library around it.
        locales = {library.site.root_page.locale_id for library in self.libraries}
        return queryset.filter(locale__in=locales) if locales else queryset

    def collected(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep images and documents in the collections of these libraries."""
        # By id: the search index knows an image's collection, not the collection's path.
        return queryset if self.is_everything else queryset.filter(collection__in=self.collections)

    def rows(self, queryset: QuerySet[Any], lookup: str) -> QuerySet[Any]:
        """Keep rows that point to one of these libraries by ``lookup``."""
        if self.is_everything:
            return queryset
        return queryset.filter(**{f"{lookup}__in": [library.pk for library in self.libraries]})


def _below(queryset: QuerySet[Any], lookup: str, paths: Iterable[str]) -> QuerySet[Any]:
    """Keep the rows whose tree path starts with one of the paths."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{lookup}__startswith": path})
    return queryset.filter(condition)


def territory_of(user: "User", roles: Iterable[str] = ADMIN_ROLES) -> Territory:
    """The ground of a person in these roles. Her libraries are read once per request, whichever roles are asked for."""
    if not hasattr(user, "_portal_ground"):
        rows = libraries_of(user).select_related("site__root_page", "intranet_root", "collection")
        user._portal_ground = (tuple(rows), {})  # type: ignore[attr-defined]  # noqa: SLF001
    everywhere, kept = cast("tuple[Libraries, dict[Libraries, Territory]]", user._portal_ground)  # type: ignore[attr-defined]  # noqa: SLF001
    if is_network_administrator(user):
        libraries = everywhere
    else:
        wanted = set(roles)
        own = {row.library_id for row in memberships_of(user) if row.role in wanted}
        libraries = tuple(library for library in everywhere if library.pk in own)
    # Roles that lead to the same libraries share one ground, with what it has read.
    return kept.setdefault(libraries, Territory(is_network_administrator(user), libraries))


def without_bare_copies(pages: QuerySet[Any]) -> QuerySet[Any]:
    """Leave out the copies that only hold the place of a page in a language into which nobody began to translate it.

    They are there for the pages below them, and carry the words of the main language.
    """
    begun = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=OuterRef("locale"), enabled=True
    )
    others = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
    is_source = Q(pk__in=[])
    for path in Library.objects.values_list("site__root_page__path", flat=True):
        is_source |= Q(path__startswith=path)
    found = Page.objects.filter(is_source | Exists(begun) | ~Exists(others))
    # By id: that is what the search of the admin can narrow by.
    return pages.filter(pk__in=found.values("pk"))


def first_page_to_choose(user: "User", here: Library | None, models: tuple[type[Page], ...]) -> Page | None:
    """Where a chooser of pages opens: at the library ``here``, or else the first that she works for; two queries.

    That is its home, or the page below it under which all pages of the wanted types hang.
    """
    libraries = territory_of(user).libraries
    if not libraries:
        return None
    library = next((one for one in libraries if one == here), libraries[0])
    home = library.site.root_page
    wanted = Page.objects.descendant_of(home).type(*models)
    if Page in models or not wanted.exists():
        return home
    return wanted.first_common_ancestor()
