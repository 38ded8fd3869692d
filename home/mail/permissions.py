"""Who writes the words of a library's mails."""

from home.libraries.choices import Role

EDITORS = (Role.COMMUNICATION, Role.LIBRARY_ADMINISTRATOR)
