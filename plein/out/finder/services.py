"""Writes on the words people use. They count from the next question on."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from home.site.pages.publication import Published
from home.site.search.services import index_page
from plein.out.finder.models import WordList
from plein.out.finder.spellings import join_words


@transaction.atomic
def save_words(*, theme: Any, language: str, words: Iterable[str]) -> WordList:
    """Replace the words of a theme in a language; raises ``ValidationError`` with a sentence per field."""
    row = WordList.objects.filter(theme=theme, language=language).first()
    row = row or WordList(theme=theme, language=language)
    row.words = join_words(words)
    row.full_clean()
    row.save()
    refresh_search(theme_id=theme.pk)
    return row


def refresh_search(*, theme_id: int) -> None:
    """Let the search page find a theme, and its translations, by the words that it has now."""

    def refresh() -> None:
        source = Page.objects.filter(pk=theme_id).first()
        for page in source.get_translations(inclusive=True) if source else ():
            insert_or_update_object(page)
            if page.live:
                index_page(Published(page))

    transaction.on_commit(refresh)
