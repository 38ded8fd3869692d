"""The finder's lists of words on the board of translations."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from home.words.board.word_lists import EditableList, ListEntry
from plein.out.finder.selectors import lists_of_themes


def theme_lists(library: Library, codes: list[str], _user: User) -> list[EditableList]:
    """For each theme in which languages the finder knows its words."""
    return [
        EditableList(
            kind=_("Words people use"),
            title=theme.title,
            entries={code: _entry(lists.get(code)) for code in codes},
        )
        for theme, lists in lists_of_themes(library)
    ]


def _entry(row: Any) -> ListEntry:
    count = len(row.entries) if row else 0
    if not row:
        return ListEntry(is_there=False, text=_("no list"), url=reverse("wagtailsnippets_plein_wordlist:add"))
    text = ngettext("%(count)d word", "%(count)d words", count) % {"count": count}
    return ListEntry(is_there=bool(count), text=text, url=reverse("wagtailsnippets_plein_wordlist:edit", args=[row.pk]))
