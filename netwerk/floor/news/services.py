"""Writes of news."""

import json
from datetime import date
from typing import Any

from django.db import transaction

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
