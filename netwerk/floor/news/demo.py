"""The news of the demo libraries, from the table beside this file."""

import tomllib
from datetime import timedelta
from html import escape
from pathlib import Path
from typing import Any

from django.utils import timezone

from home.tenant.libraries.models import Library
from netwerk.floor.news import services


def build(*, libraries: dict[str, Library]) -> None:
    """Publish the news; repeatable."""
    rows = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))["news"]
    for row in rows:
        if row["library"] in libraries:
            _news(libraries[row["library"]], row)


def _news(library: Library, row: dict[str, Any]) -> None:
    services.publish_news(
        library=library,
        slug=row["slug"],
        title=row["title"],
        summary=row["summary"],
        body=[_block(block) for block in row["body"]],
        day=timezone.localdate() - timedelta(days=row["days_ago"]),
    )


def _block(block: dict[str, str]) -> dict[str, Any]:
    text = f"<p>{escape(block['text'], quote=False)}</p>"
    if block["type"] == "callout":
        return {"type": "callout", "value": {"tone": "info", "title": "", "text": text}}
    return {"type": "paragraph", "value": text}
