"""Whatever deletes a consent, the public rows that rest on it go with it."""

from typing import Any

from netwerk.people.key_people.models import Consent
from netwerk.people.key_people.services import hide


def on_consent_deleted(sender: type[Consent], instance: Consent, **_kwargs: Any) -> None:
    """Hide before the key to the public rows is lost."""
    hide(consent=instance)
