"""Writes on collection tips."""

from typing import Any

from django.db import transaction

from plein.offer.collection.models import Tip


@transaction.atomic
def save_tip(*, theme: Any, title: str, language: str, **facts: Any) -> Tip:
    """Make a tip of a theme, or bring the one of that title and language up to date.

    ``facts``: further fields of ``Tip``. Raises ``ValidationError`` with a sentence per field.
    """
    tip = Tip.objects.filter(theme=theme, title=title, language=language).first()
    tip = tip or Tip(theme=theme, title=title, language=language)
    for name, value in facts.items():
        setattr(tip, name, value)
    tip.full_clean()
    tip.save()
    return tip
