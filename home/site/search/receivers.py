"""What is published can be found."""

from typing import Any

from wagtail.models import Page

from home.site.search.services import index_page


def on_page_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Note the words that readers now see."""
    index_page(page=instance)
