"""Who may do what with workers."""

from home.tenant.libraries.choices import Role

# Who puts workers and turns in the admin.
ROSTER_ADMIN_ROLES = (Role.COMMUNICATION, Role.COMMUNITY_LIBRARIAN, Role.IDO_COORDINATOR)
