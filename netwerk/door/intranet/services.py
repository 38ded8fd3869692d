"""Writes of the intranet itself."""

from django.db import transaction
from wagtail.models import Page

from home.tenant.libraries.models import Library
from home.tenant.libraries.services import set_intranet_root
from netwerk.door.intranet.pages import IntranetRootPage


@transaction.atomic
def ensure_intranet(*, library: Library) -> IntranetRootPage:
    """The root of a library's intranet, made beside the homes when it is not there yet."""
    if library.intranet_root is not None:
        return library.intranet_root.specific
    root = IntranetRootPage(
        title=f"Intranet {library.plein_name}",
        slug=f"{library.slug}-intranet",
        locale=library.site.root_page.locale,
        live=False,
    )
    Page.get_first_root_node().add_child(instance=root)
    root.save_revision().publish()
    root.refresh_from_db()
    set_intranet_root(library=library, page=root.page_ptr)
    return root
