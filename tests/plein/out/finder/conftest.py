"""What several tests of the finder need."""

import tomllib
from pathlib import Path

import pytest

from home.site.pages.services import save_page
from plein.offer.themes.pages import ThemePage
from plein.out.finder.lexicon import Hit, Lexicon
from plein.out.finder.services import save_words
from tests.factories.world import World

WORDS = Path(__file__).resolve().parents[4] / "plein" / "out" / "finder" / "demo.toml"


class Demo:
    """The words of the demo, asked without a database."""

    def __init__(self) -> None:
        lists = tomllib.loads(WORDS.read_text(encoding="utf-8"))
        self.slugs = list(lists)
        self.rows = [
            (self.slugs.index(slug), language, "\n".join(words))
            for slug, by_language in lists.items()
            for language, words in by_language.items()
        ]

    def hits(self, question: str, reader: str = "nl") -> list[Hit]:
        return Lexicon.of(self.rows, reader).hits(question)

    def themes(self, question: str, reader: str = "nl") -> set[str]:
        return {self.slugs[hit.theme] for hit in self.hits(question, reader)}


@pytest.fixture(scope="session")
def demo() -> Demo:
    return Demo()


def add_theme(world: World, slug: str, **words: list[str]) -> ThemePage:
    """A further theme of a library, with its words by language."""
    theme = save_page(
        model=ThemePage,
        parent=world.themes,
        slug=slug,
        title=f"{world.library.slug.capitalize()} {slug}",
        search_description=f"{slug} in een zin.",
        hue=1,
        pictogram="letter",
    )
    for language, rows in words.items():
        save_words(theme=theme, language=language, words=rows)
    return theme
