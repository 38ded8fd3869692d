"""Writes on collection tips."""

from typing import Any

from django.db import transaction

from home.tenant.gate.writing import found, write
from plein.offer.collection.models import Tip


@transaction.atomic
def save_tip(*, theme: Any, title: str, language: str, row: Tip | None = None, **facts: Any) -> Tip:
    """Make a tip of a theme, or change ``row``, else the one of that title and language.

    ``facts``: further fields of ``Tip``. Raises ``ValidationError`` with a sentence per field.
    """
    row = row or found(Tip, theme=theme, title=title, language=language)
    return write(row, theme=theme, title=title, language=language, **facts)
