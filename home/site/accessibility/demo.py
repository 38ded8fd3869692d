"""The accessibility statements of the demo libraries."""

from pathlib import Path

from wagtail.models import Page

from home.site.accessibility.pages import AccessibilityPage
from home.site.pages.demo import body_blocks, paragraph, records
from home.site.pages.services import save_page
from home.tenant.libraries.models import Library

DATA = Path(__file__).with_name("demo.toml")
SLUG = "toegankelijkheid"
FACTS = ("status", "examined_on", "drawn_up_on", "reviewed_on")


def build(library: Library) -> None:
    """Make the statement; it takes the place of a plain page of that name."""
    home = library.site.root_page
    for page in Page.objects.child_of(home).filter(slug=SLUG).not_type(AccessibilityPage):
        for row in page.get_translations(inclusive=True):
            row.delete()
    home.refresh_from_db()
    for row in records(DATA, "statement", library.slug):
        save_page(
            model=AccessibilityPage,
            parent=home,
            slug=SLUG,
            title=row["title"],
            search_description=row["summary"],
            show_in_menus=False,
            body=body_blocks(row["body"]),
            complaint=paragraph(row["complaint"]),
            limits=[("limit", limit) for limit in row["limits"]],
            **{name: row[name] for name in FACTS if name in row},
        )
