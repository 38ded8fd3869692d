"""The demo's words: what people really type and say, in the languages of the demo, the same for both libraries."""

import tomllib
from pathlib import Path

from home.tenant.libraries.models import Library
from plein.offer.themes.pages import ThemePage
from plein.out.finder.services import save_words

DATA = Path(__file__).with_name("demo.toml")


def build(library: Library) -> None:
    """Make the lists of words of each theme."""
    lists = tomllib.loads(DATA.read_text(encoding="utf-8"))
    for theme in ThemePage.objects.filter(path__startswith=library.site.root_page.path):
        for language, words in lists.get(theme.slug, {}).items():
            save_words(theme=theme, language=language, words=words)
