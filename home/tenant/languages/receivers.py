"""What happens to words when a page is published."""

from typing import Any

from wagtail.models import Page

from home.tenant.languages.services import remember_words


def on_page_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Note which words readers now see, so that an outdated translation can say so."""
    remember_words(page=instance)
