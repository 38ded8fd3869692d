"""Codes of roles and house styles."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody does at a library; the table in the design says what each may."""

    COMMUNICATION = "communication", _("communication staff")
    COMMUNITY_LIBRARIAN = "community_librarian", _("community librarian")
    PLEIN_WORKER = "plein_worker", _("plein worker")
    PARTNER = "partner", _("partner")
    MANAGER = "manager", _("manager")
    LIBRARY_ADMINISTRATOR = "library_administrator", _("library administrator")
    IDO_COORDINATOR = "ido_coordinator", _("IDO coordinator")
    VOLUNTEER = "volunteer", _("volunteer or host")
    NETWORK_ADMINISTRATOR = "network_administrator", _("network administrator")


class HouseStyle(TextChoices):
    """The token themes of the front end."""

    RIVER = "river", _("river, sand and blue-green")
    SAFFRON = "saffron", _("aubergine, saffron and brick")


# Roles that open the Wagtail admin; the others work on the intranet.
ADMIN_ROLES = (
    Role.COMMUNICATION,
    Role.COMMUNITY_LIBRARIAN,
    Role.LIBRARY_ADMINISTRATOR,
    Role.IDO_COORDINATOR,
)
# Roles that see people and outreach in full.
OUTREACH_ROLES = (Role.COMMUNITY_LIBRARIAN,)
