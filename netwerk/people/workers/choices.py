"""Who may do what with workers, and what of one may be public."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from home.tenant.libraries.choices import Role

# Who puts workers and turns in the admin.
ROSTER_ADMIN_ROLES = (Role.COMMUNICATION, Role.COMMUNITY_LIBRARIAN, Role.IDO_COORDINATOR)

# The words in which a worker is asked; a new wording is a new version of the consent.
QUESTION = _(
    "May visitors see your first name on the website, on the screen and in the calendar, at the sessions that you "
    "hold? You may say no, and you can take it back at any time. Then it disappears at once."
)


class ConsentField(TextChoices):
    """What of a worker can be made public; nothing else ever is."""

    FIRST_NAME = "first_name", _("first name")


def consent_fields() -> list[tuple[str, Any]]:
    """Codes and labels for a form."""
    return list(ConsentField.choices)
