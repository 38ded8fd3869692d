"""The agreements of the demo libraries, from the table beside this file."""

import tomllib
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files.base import ContentFile

from home.tenant.libraries.models import Library
from netwerk.floor.agreements import services
from netwerk.floor.agreements.models import Agreement
from netwerk.floor.agreements.pdf import one_page_pdf


def uuid_of(library: str, slug: str) -> UUID:
    """The same row for the same slug, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"agreement/{library}/{slug}")


def build(*, libraries: dict[str, Library]) -> None:
    """Put the agreements in the portal; repeatable."""
    rows = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))["agreement"]
    for row in rows:
        if row["library"] in libraries:
            _agreement(libraries[row["library"]], row)


def _agreement(library: Library, row: dict[str, Any]) -> None:
    uuid = uuid_of(library.slug, row["slug"])
    if Agreement.objects.filter(uuid=uuid).exists():
        return
    content = one_page_pdf(row["title"], row["summary"], row["lines"], library.plein_name)
    services.save_agreement(
        library=library,
        uuid=uuid,
        title=row["title"],
        summary=row["summary"],
        file=ContentFile(content, f"{row['slug']}.pdf"),
    )
