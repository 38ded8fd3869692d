"""Fill an empty portal with two demo libraries."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import disable_reference_index_auto_update

import home.mail.demo
import home.site.accessibility.demo
import home.site.pages.demo
import home.site.wording.demo
import home.tenant.libraries.demo
import home.words.board.demo
import home.words.machine.demo
import home.words.volunteers.demo
import netwerk.door.intranet.demo
import netwerk.floor.agreements.demo
import netwerk.floor.news.demo
import netwerk.floor.roster.demo
import netwerk.people.colleagues.demo
import netwerk.people.key_people.demo
import netwerk.reach.focus_groups.demo
import netwerk.reach.trajectories.demo
import plein.offer.collection.demo
import plein.offer.offers.demo
import plein.offer.partners.demo
import plein.offer.places.demo
import plein.offer.themes.demo
import plein.out.finder.demo
import plein.out.picture.demo
import plein.programme.calendars.demo
import plein.programme.events.demo
import plein.programme.timetable.demo
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library, Membership
from home.tenant.libraries.services import grant
from home.tenant.users.models import User
from home.tenant.users.services import create_user

CATALOGUES = Path(__file__).resolve().parent.parent.parent / "demo"
ACCOUNTS = settings.VAR_DIR / "demo-accounts.txt"


def write_accounts(passwords: dict[str, str]) -> None:
    """Write who can sign in, with role and password, to a file that only its owner reads."""
    lines = ["Demo accounts. Passwords were made when the demo was loaded; they stand nowhere else.", ""]
    for row in Membership.objects.select_related("user", "library").order_by("library__name", "role"):
        if row.user.email in passwords:
            place = row.library.name if row.library else "network"
            lines.append(f"{place:24} {row.role:22} {row.user.email:44} {passwords[row.user.email]}")
    descriptor = os.open(ACCOUNTS, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


@contextmanager
def without_index_tasks() -> Iterator[None]:
    """Build the search index once, at the end: a task for each of a thousand saves would keep the worker busy."""
    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


class Command(BaseCommand):
    """Two libraries made from the source documents, with invented people and passwords of their own."""

    help = "Loads the demo content; accounts and their passwords are written to var/demo-accounts.txt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--no-translations", action="store_true", help="Dutch only; for a quick look.")

    def handle(self, *_args: Any, no_translations: bool, **_options: Any) -> None:
        self.say("Loading the demo content (a minute or two) …")
        with disable_reference_index_auto_update(), without_index_tasks():
            libraries = [self.build_library(slug) for slug in home.site.pages.demo.LIBRARIES]
            home.words.machine.demo.build()
            home.mail.demo.build(libraries)
            home.site.wording.demo.build(libraries)
            self.build_people(libraries)
            if not no_translations:
                for library in libraries:
                    for code, pages in home.tenant.libraries.demo.build(library, CATALOGUES).items():
                        self.say(f"  {library.name}: {pages} pages in {code}")
            for library in libraries:
                home.words.volunteers.demo.build(library)
                home.words.board.demo.build(library)
        call_command("rebuild_references_index", verbosity=0)
        call_command("update_index", verbosity=0)
        self.say("The demo content is there.")

    def build_library(self, slug: str) -> Library:
        """The public part of one library, in the order in which its menu stands."""
        self.say(f"  {slug}")
        library = home.site.pages.demo.build(slug)
        plein.offer.themes.demo.build(library)
        plein.offer.collection.demo.build(library)
        plein.out.finder.demo.build(library)
        plein.programme.timetable.demo.build_page(library)
        plein.offer.partners.demo.build(library)
        plein.offer.places.demo.build(library)
        plein.offer.offers.demo.build(library)
        plein.programme.timetable.demo.build_series(library)
        plein.out.picture.demo.build(library)
        plein.programme.events.demo.build(library)
        plein.programme.timetable.demo.build_changes(library)
        plein.programme.timetable.demo.build_closures(library)
        plein.programme.calendars.demo.build(library)
        home.site.pages.demo.order_menu(library)
        home.site.pages.demo.build_content(library)
        home.site.accessibility.demo.build(library)
        return library

    def build_people(self, libraries: list[Library]) -> None:
        """Accounts, and everything of the internal area. Passwords are made here and kept in one file only."""
        by_slug = {library.slug: library for library in libraries}
        passwords: dict[str, str] = {}

        def password_for(email: str) -> str:
            # An account that is there keeps its password, unless the file that tells it was never written.
            if ACCOUNTS.exists() and User.objects.filter(email__iexact=email).exists():
                return ""
            return passwords.setdefault(email, secrets.token_urlsafe(9))

        network = "netwerk@ontwikkelplein.example"
        user = create_user(
            email=network, first_name="Netwerk", last_name="Beheer", password=password_for(network) or None
        )
        grant(user=user, role=Role.NETWORK_ADMINISTRATOR, library=None)
        netwerk.door.intranet.demo.build(libraries=by_slug)
        netwerk.people.colleagues.demo.build(libraries=by_slug, passwords=password_for)
        netwerk.people.key_people.demo.build(libraries=by_slug)
        netwerk.reach.trajectories.demo.build(libraries=by_slug)
        netwerk.reach.focus_groups.demo.build(libraries=by_slug)
        netwerk.floor.roster.demo.build(libraries=by_slug)
        netwerk.floor.news.demo.build(libraries=by_slug)
        netwerk.floor.agreements.demo.build(libraries=by_slug)
        if passwords:
            write_accounts(passwords)

    def say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
