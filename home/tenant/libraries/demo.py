"""Translations of the demo's public pages, from one catalogue a language."""

from pathlib import Path

import polib
from wagtail.models import Page

from home.tenant.languages.services import publish_words
from home.tenant.libraries.models import Library


def read_words(catalogue: Path) -> dict[str, str]:
    """Dutch sentence to translation."""
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalogue)) if entry.msgstr}


def build(library: Library, catalogues: Path) -> dict[str, int]:
    """Translate each public page for which a catalogue has every sentence; return how many per language."""
    made: dict[str, int] = {}
    root = library.site.root_page
    for row in library.languages.exclude(code=library.main_language):
        catalogue = catalogues / f"{row.code}.po"
        if not catalogue.is_file():
            continue
        words = read_words(catalogue)
        for page in Page.objects.filter(path__startswith=root.path, live=True).order_by("depth", "path"):
            made[row.code] = made.get(row.code, 0) + _translate(page, row.code, words)
    return made


def _translate(page: Page, code: str, words: dict[str, str]) -> int:
    """Translate one page if its every sentence is known; a page with gaps is left in Dutch, with a notice."""
    translated = page.get_translations().filter(locale__language_code=code, live=True).first()
    if translated or words.get(page.title) is None:
        return 0
    return 0 if publish_words(page=page, code=code, words=words) else 1
