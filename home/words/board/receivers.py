"""What happens to the board when a page is published or a request is over."""

from typing import Any

from wagtail.models import Page

from home.words.board.services import keep_words, write_reads


def on_page_published(sender: type[Page], instance: Page, **_kwargs: Any) -> None:
    """Keep the words that readers now see; comes after their hash was stored."""
    keep_words(page=instance)


def on_request_finished(sender: type, **_kwargs: Any) -> None:
    """Write the counts of reads when the answer is out."""
    write_reads()
