"""What several tests of the search page need."""

from django.test import TestCase

from home.site.pages.pages import ContentPage
from home.site.pages.services import save_page
from home.tenant.languages.services import fill_translation, publish_translation, start_translation
from home.tenant.libraries.services import switch_on_language
from tests.factories.world import World, translate


def add_page(world: World, slug: str, title: str, summary: str = "Een zin.", **fields) -> ContentPage:
    """One more plain page of a library."""
    return save_page(model=ContentPage, parent=world.home, slug=slug, title=title, search_description=summary, **fields)


def add_in(world: World, code: str, slug: str, title: str, summary: str) -> ContentPage:
    """A Dutch page with a code for its words, and its translation with real ones."""
    if code == "nl":
        return add_page(world, slug, title, summary)
    page = add_page(world, slug, f"Qq{slug}", f"Xx{slug}.")
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation = start_translation(page=page, code=code)
        fill_translation(translation=translation, words={f"Qq{slug}": title, f"Xx{slug}.": summary})
        publish_translation(translation=translation)
    return page


def show_in(world: World, code: str) -> None:
    """Let a library show a language, its first page translated."""
    if code != "nl":
        switch_on_language(library=world.library, code=code)
        translate(world.home, code)


def titles(answer, name: str = "results") -> list[str]:
    return [card.title for card in answer.context[name]]


def asked(world: World, query: str, code: str = "nl"):
    """The answer of the search page."""
    return world.client().get(f"/{code}/zoeken/", {"q": query})
