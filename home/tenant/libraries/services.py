"""Writes on the tenant: a new library, a language switched on, somebody given a role."""

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
    Site,
    WorkflowPage,
)

from home.tenant.languages.known import LANGUAGES
from home.tenant.languages.services import ensure_locale
from home.tenant.libraries.choices import ADMIN_ROLES, Role
from home.tenant.libraries.countries import COUNTRIES, HOME_COUNTRY
from home.tenant.libraries.models import Library, LibraryLanguage, Membership
from home.tenant.libraries.newcomers import first_day
from home.tenant.users.models import User

# What a role may do with the pages of its library.
PAGE_ACTIONS = {
    Role.COMMUNICATION: ("add", "change", "publish", "lock", "unlock"),
    Role.COMMUNITY_LIBRARIAN: ("add", "change", "publish"),
    Role.LIBRARY_ADMINISTRATOR: ("add", "change", "publish", "lock", "unlock"),
    Role.IDO_COORDINATOR: ("add", "change"),
}
# Wagtail asks for the rights on its own models, whatever models take their place.
COLLECTION_ACTIONS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def homes_of(library: Library) -> list[Page]:
    """The library's home in each language, draft or live."""
    return list(library.site.root_page.get_translations(inclusive=True).order_by("path"))


@transaction.atomic
def create_library(
    *,
    home: Page,
    hostname: str,
    port: int,
    name: str,
    plein_name: str,
    slug: str,
    country: str = HOME_COUNTRY,
    **facts: str,
) -> Library:
    """Make a tenant around a home page that stands below the root: site, collection, main language.

    ``country`` gives it its clock, holidays and money; ``facts``: further fields of ``Library``.
    """
    here = COUNTRIES[country]
    facts = {"time_zone": here.time_zone, "holiday_calendar": country, "currency": here.currency} | facts
    is_first = not Site.objects.filter(is_default_site=True).exclude(hostname=hostname).exists()
    site, _created = Site.objects.update_or_create(
        hostname=hostname,
        defaults={"port": port, "root_page": home, "site_name": plein_name, "is_default_site": is_first},
    )
    collection = Collection.get_first_root_node().add_child(name=name)
    library = Library.objects.create(
        site=site, name=name, plein_name=plein_name, slug=slug, collection=collection, **facts
    )
    LibraryLanguage.objects.create(library=library, code=library.main_language)
    for make in first_day:
        make(library=library)
    return library


@transaction.atomic
def set_intranet_root(*, library: Library, page: Page) -> None:
    """Tell which page the library's intranet hangs under."""
    library.intranet_root = page
    library.save(update_fields=["intranet_root"])
    sync_groups(library=library)


@transaction.atomic
def switch_on_language(*, library: Library, code: str) -> LibraryLanguage:
    """Show a language: one row, and a draft home beside the others with their rights and workflow.

    Until somebody translates it, readers see the Dutch text with an interface in their own language.
    """
    if code not in LANGUAGES:
        raise ValidationError(_("The portal does not know this language."))
    position = library.languages.count()
    row, _created = LibraryLanguage.objects.get_or_create(library=library, code=code, defaults={"position": position})
    locale = ensure_locale(code=code)
    main = library.site.root_page.specific
    if not main.has_translation(locale):
        copy = main.copy_for_translation(locale)
        for restriction in PageViewRestriction.objects.filter(page=main):
            PageViewRestriction.objects.create(page=copy, restriction_type=restriction.restriction_type).groups.set(
                restriction.groups.all()
            )
        for workflow in WorkflowPage.objects.filter(page=main):
            WorkflowPage.objects.get_or_create(page=copy, defaults={"workflow": workflow.workflow})
    sync_groups(library=library)
    return row


@transaction.atomic
def switch_off_language(*, library: Library, code: str) -> None:
    """Stop showing a language. The translations stay, for when it is switched on again."""
    if code == library.main_language:
        raise ValidationError(_("The main language cannot be switched off."))
    library.languages.filter(code=code).delete()


def group_name(library: Library, role: str) -> str:
    """Name of the derived Wagtail group."""
    return f"{library.slug}: {role}"


@transaction.atomic
def sync_groups(*, library: Library) -> None:
    """Derive Wagtail's groups of a library, with their rights on its pages and files, from nothing but its roles."""
    access = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    pages = homes_of(library)
    if library.intranet_root:
        pages.append(library.intranet_root)
    for role in ADMIN_ROLES:
        group, _created = Group.objects.get_or_create(name=group_name(library, role))
        group.permissions.add(access)
        wanted = Permission.objects.filter(
            content_type__app_label="wagtailcore",
            codename__in=[f"{action}_page" for action in PAGE_ACTIONS[role]],
        )
        for page in pages:
            for permission in wanted:
                GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
        for app_label, codenames in COLLECTION_ACTIONS.items():
            for permission in Permission.objects.filter(content_type__app_label=app_label, codename__in=codenames):
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=library.collection, permission=permission
                )


@transaction.atomic
def sync_user(*, user: User) -> None:
    """Put an account in the groups that follow from its memberships, and in no other."""
    memberships = list(Membership.objects.filter(user=user).select_related("library"))
    names = [group_name(row.library, row.role) for row in memberships if row.library and row.role in ADMIN_ROLES]
    user.groups.set(Group.objects.filter(name__in=names))
    user.user_permissions.clear()
    is_network = any(row.role == Role.NETWORK_ADMINISTRATOR for row in memberships)
    if user.is_superuser != is_network:
        user.is_superuser = is_network
        user.save(update_fields=["is_superuser"])


@transaction.atomic
def grant(*, user: User, role: str, library: Library | None) -> Membership:
    """Give somebody a role at a library (the network administrator has none)."""
    membership, _created = Membership.objects.get_or_create(user=user, library=library, role=role)
    sync_user(user=user)
    return membership


@transaction.atomic
def revoke(*, membership: Membership) -> None:
    """Take a role away; the rights that came with it go at once."""
    user = membership.user
    membership.delete()
    sync_user(user=user)


@transaction.atomic
def follow_port(*, port: int) -> None:
    """Give the sites on this machine (``localhost`` and below it) the port that is served now.

    Wagtail writes host and port into redirects between sites; a demo started elsewhere must not lead back.
    """
    for site in Site.objects.filter(hostname__endswith="localhost").exclude(port=port):
        site.port = port
        site.save()
