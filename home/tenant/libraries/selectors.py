"""Reads: which library is this, and what may this person there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import Page

from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library, LibraryLanguage, Membership

if TYPE_CHECKING:
    from home.tenant.users.models import User

P = TypeVar("P", bound=Page)


def library_for_host(hostname: str) -> Library | None:
    """Return the library whose site has this host name, else the one of the default site, with its languages.

    One query: every library shows at least its main language, so the languages bring their library along.
    """
    rows = LibraryLanguage.objects.filter(
        Q(library__site__hostname=hostname) | Q(library__site__is_default_site=True)
    ).select_related("library__site__root_page__locale", "library__site__root_page__content_type")
    found = sorted(rows, key=lambda row: (row.library.site.hostname != hostname, row.position, row.pk))
    if not found:
        return None
    library = found[0].library
    library.__dict__["_language_codes"] = [row.code for row in found if row.library_id == library.pk]
    return library


def library_for_request(request: HttpRequest) -> Library | None:
    """Return the library of the address; remembered on the request, for Wagtail too."""
    if not hasattr(request, "_portal_library"):
        library = library_for_host(request.get_host().rsplit(":", 1)[0])
        request._portal_library = library  # type: ignore[attr-defined]  # noqa: SLF001
        if library:
            request._wagtail_site = library.site  # type: ignore[attr-defined]  # noqa: SLF001
    return cast("Library | None", request._portal_library)  # type: ignore[attr-defined]  # noqa: SLF001


def language_codes(library: Library) -> list[str]:
    """Codes of the languages that the library shows, its main language first."""
    codes = library.__dict__.get("_language_codes")
    if codes is None:
        codes = [row.code for row in library.languages.all()]
    return [library.main_language, *(code for code in codes if code != library.main_language)]


def shown_library(request: HttpRequest) -> Library:
    """The library of the address; ``Http404`` where there is none, or it does not show the language asked for."""
    library = library_for_request(request)
    if library is None or request.LANGUAGE_CODE not in language_codes(library):
        raise Http404
    return library


def memberships_of(user: "User") -> list[Membership]:
    """All memberships of a person, read once per request and kept on the user object."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_portal_memberships"):
        rows = Membership.objects.filter(user_id=user.pk, user__is_active=True)
        user._portal_memberships = list(rows.select_related("library"))  # type: ignore[attr-defined]  # noqa: SLF001
    return cast("list[Membership]", user._portal_memberships)  # type: ignore[attr-defined]  # noqa: SLF001


def is_network_administrator(user: "User") -> bool:
    """Whether the person runs the whole installation."""
    return any(row.role == Role.NETWORK_ADMINISTRATOR for row in memberships_of(user))


def libraries_of(user: "User", *, roles: Iterable[str] | None = None) -> QuerySet[Library]:
    """Libraries where the person has one of the roles (any, when none are named)."""
    if is_network_administrator(user):
        return Library.objects.all()
    wanted = None if roles is None else set(roles)
    ids = {row.library_id for row in memberships_of(user) if row.library_id and (wanted is None or row.role in wanted)}
    return Library.objects.filter(pk__in=ids)


def has_role(user: "User", library: Library | None, *roles: str) -> bool:
    """Whether the person has one of these roles at this library (any role, when none are named)."""
    if library is None:
        return False
    if is_network_administrator(user):
        return True
    return any(row.library_id == library.pk and (not roles or row.role in roles) for row in memberships_of(user))


def home_slug(library: Library, code: str) -> str:
    """Slug of the library's home in a language: the only slug that differs between languages."""
    return library.slug if code == library.main_language else f"{library.slug}-{code}"


def live_sources(rows: QuerySet[P], library: Library) -> QuerySet[P]:
    """Keep the live pages of a library in its main language.

    A translation carries copies of its source's keys, so what is found by a key (the offers of a theme) must be
    narrowed to sources.
    """
    return rows.filter(live=True, path__startswith=library.site.root_page.path)


def libraries_by_root() -> dict[str, Library]:
    """Map the first part of a page's ``url_path`` to the library: every home and every intranet root. Two queries."""
    roots: dict[str, Library] = {}
    keys: dict[object, Library] = {}
    for library in Library.objects.select_related("site__root_page", "intranet_root"):
        keys[library.site.root_page.translation_key] = library
        if library.intranet_root:
            roots[library.intranet_root.slug] = library
    for slug, key in Page.objects.filter(depth=2, translation_key__in=keys).values_list("slug", "translation_key"):
        roots[slug] = keys[key]
    return roots


def is_in_main_language(page: Page) -> bool:
    """Whether a page is in the language in which its library writes first: the source of its translations."""
    library = library_of_page(page)
    return library is not None and page.locale.language_code == library.main_language


def library_of_page(page: Page) -> Library | None:
    """The library under whose home or intranet the page hangs."""
    parts = page.url_path.split("/")
    return libraries_by_root().get(parts[1]) if len(parts) > 1 else None
