"""Whatever deletes a consent, the public rows that rest on it go with it."""

from typing import Any

from home.consent.services import hide
from netwerk.people.key_people.models import Consent


def on_consent_deleted(sender: type[Consent], instance: Consent, **_kwargs: Any) -> None:
    """Hide before the key to the public rows is lost."""
    hide(row=instance)
