"""Who sees what on the intranet."""

from typing import Any

from home.tenant.libraries.choices import OUTREACH_ROLES, Role
from plein.offer.places.choices import Weekday

# Trajectories hold no personal data of residents; a manager reads them too.
TRAJECTORY_ROLES = (*OUTREACH_ROLES, Role.MANAGER)
# Who puts an agreement in the portal.
AGREEMENT_ROLES = (Role.COMMUNICATION, Role.COMMUNITY_LIBRARIAN, Role.LIBRARY_ADMINISTRATOR, Role.IDO_COORDINATOR)

FILE_TYPES = ("pdf", "odt", "ods", "docx", "xlsx", "txt")
MOST_BYTES = 20 * 1024 * 1024


def weekdays() -> list[tuple[str, Any]]:
    """Days of the week as codes, for a list of ticks."""
    return [(str(day.value), day.label) for day in Weekday]
