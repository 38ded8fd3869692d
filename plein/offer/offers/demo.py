"""The demo's offers."""

from pathlib import Path
from typing import Any

from home.site.pages.demo import body_blocks, records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from plein.offer.offers.pages import OfferIndexPage, OfferPage

DATA = Path(__file__).with_name("demo.toml")
SAME = ("title", "kind", "entry", "group", "languages", "cost_note", "for_whom", "bring_along")


def _siblings(library: Library, model: Any) -> dict[str, Any]:
    rows = model.objects.filter(path__startswith=library.site.root_page.path)
    return {row.slug: row for row in rows}


def build(library: Library) -> None:
    """Make the overview and the offers."""
    index = save_page(
        model=OfferIndexPage,
        parent=library.site.root_page,
        slug="aanbod",
        title="Aanbod",
        search_description="Alles waarvoor u kunt komen: hulp, leren en ontmoeten.",
        show_in_menus=True,
    )
    themes = _siblings(library, OfferPage._meta.get_field("theme").related_model)  # noqa: SLF001
    partners = _siblings(library, OfferPage._meta.get_field("partner").related_model)  # noqa: SLF001
    for row in records(DATA, "offer", library.slug):
        save_page(
            model=OfferPage,
            parent=index,
            slug=row["slug"],
            search_description=row["summary"],
            body=body_blocks(row["body"]),
            cost=row["cost_code"],
            with_buddy=row.get("with_buddy", False),
            theme=themes[row["themes"][0]] if row["themes"] else None,
            also_themes=[themes[slug] for slug in row["themes"][1:]],
            partner=partners[row["partners"][0]] if row["partners"] else None,
            also_partners=[partners[slug] for slug in row["partners"][1:]],
            **{name: row[name] for name in SAME},
        )
