"""The demo's themes."""

from pathlib import Path

from home.site.pages.demo import records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from plein.offer.themes.pages import ThemeIndexPage, ThemePage

DATA = Path(__file__).with_name("demo.toml")


def build(library: Library) -> None:
    """Make the overview and the themes of a demo library."""
    index = save_page(
        model=ThemeIndexPage,
        parent=library.site.root_page,
        slug="themas",
        title="Thema’s",
        search_description="Kies waar uw vraag over gaat.",
        show_in_menus=True,
    )
    for row in records(DATA, "theme", library.slug):
        save_page(
            model=ThemePage,
            parent=index,
            slug=row["slug"],
            title=row["title"],
            search_description=row["summary"],
            hue=row["hue"],
            pictogram=row["pictogram"],
            weekday=row["weekday"],
            daypart=row["daypart"],
            intro=row["intro"],
            what_else=row["what_else"],
        )
