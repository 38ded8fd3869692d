"""Compiles the catalogues, without the gettext tools."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.catalogues import compile_all


class Command(BaseCommand):
    """The counterpart of Django's compilemessages, which needs tools that a bare machine lacks."""

    help = "Compiles the catalogues in portal/locale."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        compile_all(Path(settings.BASE_DIR))
