"""Who writes the words of a library's mails."""

from home.tenant.libraries.choices import Role

EDITORS = (Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR)
