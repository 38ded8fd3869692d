"""The demo's own words for one mail, in two languages."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from home.mail import kinds
from home.mail.services import save_text
from home.tenant.libraries.models import Library

DATA = Path(__file__).with_name("demo.toml")


def build(libraries: Iterable[Library]) -> None:
    """Give the library its words; the same again changes nothing."""
    by_slug = {library.slug: library for library in libraries}
    for row in tomllib.loads(DATA.read_text(encoding="utf-8"))["text"]:
        if library := by_slug.get(row["library"]):
            save_text(
                library=library,
                mail=kinds.get(row["mail"]),
                language=row["language"],
                subject=row["subject"],
                text=row["text"],
            )
