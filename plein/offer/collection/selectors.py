"""Reads of collection tips."""

from collections.abc import Iterable

from home.tenant.libraries.models import Library
from plein.offer.collection.choices import Level
from plein.offer.collection.models import Tip

LEVELS = list(Level.values)


def tips_of(library: Library, themes: Iterable[int], reader: str) -> list[Tip]:
    """The tips of themes: the reader's language first, then the library's, then what is easiest. One query.

    Args:
        library: whose tips.
        themes: ids of source theme pages.
        reader: code of the reader's language.

    """
    rows = Tip.objects.filter(theme__in=list(themes), theme__path__startswith=library.site.root_page.path)
    languages = [reader, library.main_language]

    def order(tip: Tip) -> tuple[int, int, int, int]:
        language = languages.index(tip.language) if tip.language in languages else len(languages)
        return language, LEVELS.index(tip.level), tip.position, tip.pk

    return sorted(rows, key=order)
