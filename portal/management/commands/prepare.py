"""Everything between a built checkout and a portal that can be served; quick when there is nothing to do."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from home.site.search.services import catch_up, pages_to_index
from home.tenant.libraries.models import Library
from home.tenant.libraries.services import follow_port
from portal.house import apps

FINGERPRINT = ".fingerprint"


class Command(BaseCommand):
    """Tables, static files, demo content, the index of the search page: each only when it is not there yet."""

    help = (
        "Migrates the database, collects static files that changed, loads the demo when the database is empty, "
        "and lets the search page find what an older portal published."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        refuse_data_of_before()
        self.say("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=0)
        if not settings.DEBUG:
            self.collect_static_files()
        self.load_demo()
        self.index_pages()
        follow_port(port=settings.DEMO_PORT)

    def load_demo(self) -> None:
        """Load the demo into an empty database; take it up again where it was interrupted."""
        unfinished = Path(settings.VAR_DIR) / "demo-unfinished"
        if unfinished.exists() or not Library.objects.exists():
            unfinished.touch()
            call_command("load_demo", stdout=self.stdout)
            unfinished.unlink()

    def index_pages(self) -> None:
        """Let the search page find what was published before it had an index, or before the rules of it changed."""
        if pages_to_index().exists():
            self.say("Preparing the search page …")
            catch_up()

    def collect_static_files(self) -> None:
        """Collect and compress the static files, unless none has changed since they were last collected."""
        stamp = Path(settings.STATIC_ROOT) / FINGERPRINT
        fingerprint = static_fingerprint()
        if stamp.exists() and stamp.read_text() == fingerprint:
            return
        self.say("Collecting static files …")
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(fingerprint)

    def say(self, sentence: str) -> None:
        """Tell what takes a while, at once."""
        self.stdout.write(sentence)
        self.stdout.flush()


def refuse_data_of_before() -> None:
    """Stop, with one sentence, before a database whose history is not that of this portal."""
    loader = MigrationLoader(connection)
    # The last was one app before it became a stack of floors.
    ours = {*(name.replace(".", "_") for name in apps()), "netwerk"}
    strange = {key for key in loader.applied_migrations if key[0] in ours and key not in loader.disk_migrations}
    if strange:
        message = (
            f"The data in {settings.VAR_DIR} was made by an earlier portal whose tables this one cannot take over: "
            "move that folder away (or start with VAR=/another/folder), and start again."
        )
        raise CommandError(message)


def static_fingerprint() -> str:
    """A digest of names, sizes and times of all static files: it changes when one of them does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda item: item[0]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
