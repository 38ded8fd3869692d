"""Brings the catalogues up to date with code and templates, or checks that they are complete."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.catalogues import PLURALS, problems, update
from portal.extraction import extract


class Command(BaseCommand):
    """The counterpart of Django's makemessages, which needs tools that a bare machine lacks."""

    help = "Brings portal/locale up to date with code and templates; --check only says what is missing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="Write nothing; fail when a catalogue has a gap.")
        parser.add_argument("--prune", action="store_true", help="Drop the words of messages that are gone.")

    def handle(self, *_args: Any, check: bool, prune: bool, **_options: Any) -> None:
        root = Path(settings.BASE_DIR)
        messages = extract(root)
        if check:
            found = [f"{language}: {line}" for language in PLURALS for line in problems(root, language, messages)]
            if found:
                raise CommandError("\n".join([*found, f"{len(found)} faults; `make messages` adds what is new."]))
            return
        for language in PLURALS:
            update(root, language, messages, prune=prune)
            gaps = sum(1 for _ in problems(root, language, messages))
            self.stdout.write(f"{language}: {gaps} to do")
