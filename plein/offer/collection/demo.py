"""The demo's collection tips, in several languages for both libraries."""

from pathlib import Path

from home.site.pages.demo import records
from home.tenant.libraries.models import Library
from plein.offer.collection.models import Tip
from plein.offer.collection.services import save_tip

DATA = Path(__file__).with_name("demo.toml")
SAME = ("kind", "maker", "level")


def build(library: Library) -> None:
    """Make the tips of each theme, in the order in which they stand in the file."""
    model = Tip._meta.get_field("theme").related_model  # noqa: SLF001 - themes import this feature
    themes = {page.slug: page for page in model.objects.filter(path__startswith=library.site.root_page.path)}
    for position, row in enumerate(records(DATA, "tip", library.slug)):
        save_tip(
            theme=themes[row["theme"]],
            title=row["title"],
            language=row["language"],
            shelf=row.get("shelf", ""),
            url=row.get("url", ""),
            position=position,
            **{name: row[name] for name in SAME},
        )
