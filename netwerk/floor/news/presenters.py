"""News in a list: flat, every text ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from netwerk.door.intranet.selectors import date_label

# Days for which news is marked as new.
NEW_FOR = 3


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A piece of news in a list."""

    title: str
    summary: str
    url: str
    day_label: str
    date_iso: str
    is_new: bool


def news_lines(pages: Iterable[Any], language: str) -> list[NewsLine]:
    """News for a list."""
    today = timezone.localdate()
    return [
        NewsLine(
            title=page.title,
            summary=page.search_description,
            url=reverse("news:news_item", args=[page.slug]),
            day_label=date_label(page.date, language),
            date_iso=page.date.isoformat(),
            is_new=(today - page.date).days < NEW_FOR,
        )
        for page in pages
    ]
