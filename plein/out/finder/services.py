"""Writes on the words people use. They count from the next question on."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object

from home.site.pages.publication import Published
from home.site.search.services import index_page
from home.site.wording.spellings import join_spellings
from home.tenant.gate.writing import found, write
from plein.out.finder.models import WordList


@transaction.atomic
def save_words(*, theme: Any, language: str, words: Iterable[str], row: WordList | None = None) -> WordList:
    """Set the words of a theme in a language, in ``row`` or in the list that is there.

    Raises ``ValidationError`` with a sentence per field.
    """
    row = row or found(WordList, theme=theme, language=language)
    before = WordList.objects.filter(pk=row.pk).values_list("theme_id", flat=True).first()
    write(row, theme=theme, language=language, words=join_spellings(words))
    for theme_id in {before, theme.pk} - {None}:
        refresh_search(theme_id=theme_id)
    return row


@transaction.atomic
def delete_words(*, row: WordList) -> None:
    """Take a list of words away; the search page finds the theme by them no longer."""
    row.delete()
    refresh_search(theme_id=row.theme_id)


def refresh_search(*, theme_id: int) -> None:
    """Let the search page find a theme, and its translations, by the words that it has now."""

    def refresh() -> None:
        source = Page.objects.filter(pk=theme_id).first()
        for page in source.get_translations(inclusive=True) if source else ():
            insert_or_update_object(page)
            if page.live:
                index_page(Published(page))

    transaction.on_commit(refresh)
