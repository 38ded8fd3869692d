"""Writes of news."""

import json
from datetime import date
from typing import Any

from django.db import transaction

from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from netwerk.door.intranet.services import ensure_intranet
from netwerk.floor.news.pages import NewsPage


@transaction.atomic
def publish_news(
    *, library: Library, slug: str, title: str, summary: str, body: list[dict[str, Any]], day: date
) -> NewsPage:
    """Put news on the intranet; news with the same slug is left as it is. ``body`` is a stream as JSON keeps it."""
    root = ensure_intranet(library=library)
    existing = NewsPage.objects.child_of(root).filter(slug=slug).first()
    if existing is not None:
        return existing
    return save_page(
        model=NewsPage,
        parent=root,
        slug=slug,
        title=title,
        search_description=summary,
        body=json.dumps(body),
        date=day,
    )
