"""After a backup was put back: erase once more what it brought back."""

from typing import Any

from django.core.management.base import BaseCommand

from home.persons.services import run_ledger_again, run_retention


class Command(BaseCommand):
    """Runs the ledger of erasures and the round of removal; safe to repeat."""

    help = "Erases whatever a restored backup brought back, and ends all personal data whose time is over."

    def handle(self, *_args: Any, **_options: Any) -> None:
        count = run_ledger_again()
        run_retention()
        self.stdout.write(f"Erased again: {count}.")
