"""Writes of what colleagues tell about themselves."""

from typing import Any

from django.db import transaction

from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from netwerk.people.colleagues.models import ColleagueCard


@transaction.atomic
def save_card(*, library: Library, user: User, **facts: Any) -> ColleagueCard:
    """Keep what a colleague tells about herself at a library."""
    card, _created = ColleagueCard.objects.update_or_create(library=library, user=user, defaults=facts)
    return card
