"""The portal's commands: `.venv/bin/python manage.py help`. Without a setting they are those of a developer."""

import os
import sys

from portal import clock


def main() -> None:
    """Run a command with the settings that `DJANGO_SETTINGS_MODULE` names, those of a developer if none."""
    clock.start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415 - absent until it is installed
    except ImportError:
        sys.exit("Django is not installed in this Python. Run `make start` once, then use .venv/bin/python.")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
