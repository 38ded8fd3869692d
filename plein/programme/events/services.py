"""Writes on the public row of a welcomer; only the consent service of the internal area calls these."""

from uuid import UUID

from django.db import transaction

from plein.programme.events.models import Welcomer
from plein.programme.events.pages import EventPage


@transaction.atomic
def show_welcomer(*, event: EventPage, source_key: UUID, name: str, languages: list[str]) -> Welcomer:
    """Show a person on an event, with exactly these fields."""
    welcomer, _created = Welcomer.objects.update_or_create(
        event=event, source_key=source_key, defaults={"name": name, "languages": languages}
    )
    return welcomer


@transaction.atomic
def hide_welcomer(*, source_key: UUID, event: EventPage | None = None) -> int:
    """Delete what is public about a person, on one event or on all; return how many rows."""
    rows = Welcomer.objects.filter(source_key=source_key)
    if event is not None:
        rows = rows.filter(event=event)
    return rows.delete()[0]
