"""Writes on the intranet."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Page

from home.tenant.libraries.models import Library
from home.tenant.libraries.services import set_intranet_root
from home.tenant.users.models import User
from netwerk.door.intranet.models import Agreement, ColleagueCard
from netwerk.door.intranet.pages import IntranetRootPage, NewsPage


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


@transaction.atomic
def publish_news(
    *, library: Library, slug: str, title: str, summary: str, body: list[dict[str, Any]], day: date
) -> NewsPage:
    """Put news on the intranet; news with the same slug is left as it is. ``body`` is a stream as JSON keeps it."""
    root = ensure_intranet(library=library)
    existing = NewsPage.objects.child_of(root).filter(slug=slug).first()
    if existing is not None:
        return existing
    news = NewsPage(
        slug=slug,
        title=title,
        search_description=summary,
        body=json.dumps(body),
        date=day,
        locale=root.locale,
        live=False,
    )
    root.add_child(instance=news)
    news.save_revision().publish()
    news.refresh_from_db()
    return news


@transaction.atomic
def save_agreement(
    *, library: Library, uuid: UUID, title: str, summary: str, filename: str, content: bytes
) -> Agreement:
    """Keep an agreement with its private file; a receiver removes the file that it replaces."""
    agreement = Agreement.objects.filter(library=library, uuid=uuid).first() or Agreement(library=library, uuid=uuid)
    agreement.title, agreement.summary = title, summary
    agreement.file.save(filename, ContentFile(content), save=False)
    agreement.full_clean(exclude=["library"])
    agreement.save()
    return agreement


def remove_file(*, agreement: Agreement, name: str) -> None:
    """Remove a file that no row names any more, when the transaction is committed."""
    storage = agreement.file.storage
    transaction.on_commit(lambda: storage.delete(name))


@transaction.atomic
def save_card(*, library: Library, user: User, **facts: Any) -> ColleagueCard:
    """Keep what a colleague tells about herself at a library."""
    card, _created = ColleagueCard.objects.update_or_create(library=library, user=user, defaults=facts)
    return card
