"""Write down anew what the search page reads of each page."""

from typing import Any

from django.core.management.base import BaseCommand

from home.site.search.services import rebuild


class Command(BaseCommand):
    """Publishing a page does this for that page; all are needed when the rules have changed."""

    help = "Lets the search page find every public page by its present words."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"The search page finds {rebuild()} pages.")
