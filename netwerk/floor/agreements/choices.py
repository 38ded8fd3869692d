"""Who puts an agreement in the portal, and what file it may be."""

from home.tenant.libraries.choices import Role

AGREEMENT_ROLES = (Role.COMMUNICATION, Role.COMMUNITY_LIBRARIAN, Role.LIBRARY_ADMINISTRATOR, Role.IDO_COORDINATOR)

FILE_TYPES = ("pdf", "odt", "ods", "docx", "xlsx", "txt")
MOST_BYTES = 20 * 1024 * 1024
