"""The finder in the menu of the admin, and what it says after a list of words was saved."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from plein.finder.models import WordList
from plein.finder.selectors import other_themes_with
from plein.finder.services import refresh_search
from plein.finder.viewsets import FinderViewSetGroup

register_snippet(FinderViewSetGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def tell_of_shared_words(request: HttpRequest, row: Any) -> None:
    if isinstance(row, WordList):
        for word, theme in other_themes_with(row):
            message = _("“%(word)s” also leads to “%(theme)s”. That is allowed: the finder then shows both.")
            messages.warning(request, message % {"word": word, "theme": theme})


@hooks.register("after_delete_snippet")
def forget_in_search(request: HttpRequest, rows: Iterable[Any]) -> None:
    for row in rows:
        if isinstance(row, WordList):
            refresh_search(theme_id=row.theme_id)
