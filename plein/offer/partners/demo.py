"""The demo's partners; all invented."""

from pathlib import Path

from home.site.pages.demo import body_blocks, records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library
from plein.offer.partners.pages import PartnerIndexPage, PartnerPage

DATA = Path(__file__).with_name("demo.toml")
SAME = ("title", "kind", "mark", "languages", "phone", "email", "is_commercial", "free_text", "paid_text")


def build(library: Library) -> None:
    """Make the overview and the partners of a demo library."""
    index = save_page(
        model=PartnerIndexPage,
        parent=library.site.root_page,
        slug="partners",
        title="Partners",
        search_description="De organisaties die u helpen op het plein.",
        show_in_menus=True,
    )
    for row in records(DATA, "partner", library.slug):
        save_page(
            model=PartnerPage,
            parent=index,
            slug=row["slug"],
            search_description=row["summary"],
            body=body_blocks(row["body"]),
            **{name: row[name] for name in SAME},
        )
