"""The two demo libraries with their home and content pages."""

import tomllib
from html import escape
from pathlib import Path
from typing import Any

from django.conf import settings
from wagtail.models import Page

from home.site.pages.pages import ContentPage, HomePage
from home.site.pages.services import save_page
from home.tenant.libraries.choices import HouseStyle
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import create_library, switch_on_language

DATA = Path(__file__).with_name("demo.toml")

LIBRARIES: dict[str, dict[str, Any]] = {
    "oeverstad": {
        "name": "Bibliotheek Oeverstad",
        "plein_name": "Ontwikkelplein De Kade",
        "hostname": "localhost",
        "style": HouseStyle.RIVER,
        "address": "Veerkade 8\n4321 AB Oeverstad",
        "phone": "010-000 00 00",
        "email": "info@oeverstad.example",
        "languages": ["en", "pl", "ar", "tr", "bg", "uk", "pap", "nl-easy"],
    },
    "vesting": {
        "name": "Bibliotheek De Vesting",
        "plein_name": "Het Vestingplein",
        "hostname": "vesting.localhost",
        "style": HouseStyle.SAFFRON,
        "address": "Poortstraat 15\n5432 CD Vestingdam",
        "phone": "013-000 00 00",
        "email": "info@vesting.example",
        "languages": ["en", "bg", "tr", "pl", "ar"],
    },
}


def records(path: Path, kind: str, library: str) -> list[dict[str, Any]]:
    """The rows of one kind for one library out of a feature's ``demo.toml``."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))[kind]
    return [row for row in rows if row["library"] == library]


def paragraph(text: str) -> str:
    """Plain text as rich text."""
    return f"<p>{escape(text, quote=False)}</p>" if text else ""


def body_blocks(parts: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The body of a record as blocks of a page."""
    makers: dict[str, Any] = {
        "paragraph": lambda part: ("paragraph", paragraph(part["text"])),
        "heading": lambda part: ("heading", {"text": part["text"], "level": "h2"}),
        "callout": lambda part: ("callout", {"tone": "info", "title": "", "text": paragraph(part["text"])}),
        "steps": lambda part: (
            "steps",
            {"title": "", "steps": [{"title": item, "text": ""} for item in part["items"]]},
        ),
    }
    return [makers[part["type"]](part) for part in parts]


def _home(slug: str, row: dict[str, Any]) -> HomePage:
    return save_page(
        model=HomePage,
        parent=Page.get_first_root_node(),
        slug=slug,
        title=row["title"],
        search_description=row["summary"],
        welcome=paragraph(row["welcome"]),
        body=body_blocks(row["body"]),
    )


def build(slug: str) -> Library:
    """Make a demo library with its home; made already, it is given back as it is."""
    facts = dict(LIBRARIES[slug])
    languages = facts.pop("languages")
    row = next(row for row in records(DATA, "page", slug) if row["kind"] == "home")
    home = _home(slug, row)
    library = Library.objects.filter(slug=slug).first()
    if library is None:
        library = create_library(home=home, slug=slug, port=settings.DEMO_PORT, **facts)
    for code in languages:
        switch_on_language(library=library, code=code)
    return library


MENU = ("week", "themas", "aanbod", "activiteiten", "partners")


def order_menu(library: Library) -> None:
    """Put the sections in the order in which a resident asks: when, what for, what else, who."""
    home = library.site.root_page
    for slug in MENU:
        section = Page.objects.child_of(home).get(slug=slug)
        section.move(home, pos="last-child")


def build_content(library: Library) -> None:
    """Make the content pages; they stand in the footer, after the pages of the menu."""
    for row in records(DATA, "page", library.slug):
        if row["kind"] == "content":
            save_page(
                model=ContentPage,
                parent=library.site.root_page,
                slug=row["slug"],
                title=row["title"],
                search_description=row["summary"],
                show_in_menus=False,
                body=body_blocks(row["body"]),
            )
