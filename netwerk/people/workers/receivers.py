"""Whatever deletes a consent, the name that rests on it goes with it."""

from typing import Any

from home.consent.services import hide
from netwerk.people.workers.models import WorkerConsent


def on_consent_deleting(sender: type[WorkerConsent], instance: WorkerConsent, **_kwargs: Any) -> None:
    """Hide before it is unknown whose consent it was."""
    hide(row=instance)
