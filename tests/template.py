"""The database that tests begin with: migrated, with what every test finds in it, made once and copied from then on.

Two templates are kept. The first has been migrated and is empty; making it takes longest, and only migrations, settings
and Django count. The second holds the worlds of the tests too; every line of our code may have had a hand in those,
so it is made anew after each change, in a second or two. What a template was made from stands in its name: one that is
out of date is never found, and is dropped when the next one is kept.
"""

import contextlib
import fcntl
import os
import platform
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Protocol

import django
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
CODE = ("home", "plein", "netwerk", "portal", "tests/factories")
LENGTH = 12  # hexadecimal digits of a fingerprint


def made_at() -> str:
    """The moment for which the worlds are made: their dates are counted from it."""
    from tests.clock import MADE  # noqa: PLC0415 - a plugin, which pytest wants to be the first to load

    return MADE.isoformat()


class Store(Protocol):
    """Where templates are kept, on one kind of database server."""

    def alone(self) -> contextlib.AbstractContextManager[None]:
        """Keep other processes out for as long as this lasts."""

    def has(self, name: str) -> bool:
        """Whether the template is there, and whole."""

    def load(self, name: str) -> None:
        """Make the test database from a template, and connect to it."""

    def save(self, name: str) -> None:
        """Keep the test database as it is now as a template; all of it or nothing."""

    def drop_others(self, names: set[str]) -> None:
        """Drop the templates that have another name."""


def set_up(store: Store, fill: Callable[[], None], *, anew: bool = False) -> None:
    """Make the test database and connect to it: migrated, and filled by ``fill``.

    ``anew`` passes over the templates that are there.
    """
    schema = f"schema_{of_schema()}"
    filled = f"filled_{of_filled(schema)}"
    with store.alone():
        if anew:
            store.drop_others(set())
        if store.has(filled):
            store.load(filled)
        else:
            if store.has(schema):
                store.load(schema)
            else:
                connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
                store.save(schema)
            fill()
            store.save(filled)
            store.drop_others({schema, filled})
    # Whether a test counts the queries for these must not depend on the test before it.
    ContentType.objects.clear_cache()
    ContentType.objects.get_for_models(*apps.get_models())


def tear_down(name: str) -> None:
    """Drop the test database; ``name`` is that of the database in the settings."""
    connection.creation.destroy_test_db(name, verbosity=0)


def of_schema() -> str:
    """The fingerprint of a migrated database: the migrations of every app, and what Django adds after them."""
    migrations = [
        path for config in apps.get_app_configs() for path in sorted(Path(config.path, "migrations").glob("*.py"))
    ]
    rights = sorted(
        f"{model._meta.label} {model._meta.default_permissions} {model._meta.permissions}"
        for model in apps.get_models()
    )
    versions = [django.__version__, platform.python_version(), sqlite3.sqlite_version, connection.vendor]
    return fingerprint([*migrations, *sorted(ROOT.glob("portal/settings/*.py")), Path(__file__)], versions + rights)


def of_filled(schema: str) -> str:
    """The fingerprint of a database with the worlds in it: the migrated one, all our code, packages, and the moment."""
    code = sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))
    words = sorted(ROOT.glob("portal/locale/**/*.po"))
    packages = sorted(f"{found.name} {found.version}" for found in distributions())
    return fingerprint([*code, *words, ROOT / "tests" / "conftest.py"], [schema, made_at(), *packages])


def fingerprint(files: Iterable[Path], facts: Iterable[str]) -> str:
    """A short name for the contents of files, with their names, and for facts."""
    found = sha256()
    for path in files:
        found.update(f"{path.name}\0".encode() + path.read_bytes() + b"\0")
    for fact in facts:
        found.update(fact.encode() + b"\0")
    return found.hexdigest()[:LENGTH]


class Files:
    """Templates of SQLite are files in a folder; a test database is a copy in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def has(self, name: str) -> bool:
        return self._path(name).exists()

    def load(self, name: str) -> None:
        _use(connection.creation._get_test_db_name())
        connection.ensure_connection()
        with contextlib.closing(sqlite3.connect(self._path(name))) as template:
            template.backup(connection.connection)

    def save(self, name: str) -> None:
        half = self.folder / f"half-{os.getpid()}"
        half.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(half)) as template:
            connection.connection.backup(template)
        half.rename(self._path(name))

    def drop_others(self, names: set[str]) -> None:
        kept = {self._path(name) for name in names}
        for path in self.folder.glob("*_*.sqlite3"):
            if path not in kept:
                path.unlink()
        for path in self.folder.glob("half-*"):
            path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"


class Server:
    """Templates of PostgreSQL are databases beside the test database, which is a copy made by the server."""

    def __init__(self, name: str) -> None:
        """Keep templates beside the test database of ``name``, the database in the settings."""
        self.prefix = f"template_{name}_"

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        # The lock is the session's: it is gone with the process, however that ends.
        with connection.creation._nodb_cursor() as self.cursor:
            self.cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [self.prefix])
            yield

    def has(self, name: str) -> bool:
        return self.prefix + name in self._names()

    def load(self, name: str) -> None:
        test_name = connection.creation._get_test_db_name()
        self.cursor.execute(f'DROP DATABASE IF EXISTS "{test_name}"')
        self.cursor.execute(f'CREATE DATABASE "{test_name}" TEMPLATE "{self.prefix}{name}"')
        _use(test_name)

    def save(self, name: str) -> None:
        test_name = connection.settings_dict["NAME"]
        connection.close()  # a database that is in use cannot be copied
        self.cursor.execute(f'CREATE DATABASE "{self.prefix}{name}" TEMPLATE "{test_name}"')

    def drop_others(self, names: set[str]) -> None:
        kept = {self.prefix + name for name in names}
        for name in self._names() - kept:
            self.cursor.execute(f'DROP DATABASE "{name}"')

    def _names(self) -> set[str]:
        self.cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [self.prefix])
        return {name for (name,) in self.cursor.fetchall()}


def store(folder: Path) -> Store:
    """Where the templates of the database in the settings are kept; ``folder`` is for those that are files."""
    if connection.vendor == "sqlite":
        return Files(folder)
    return Server(str(settings.DATABASES["default"]["NAME"]))


def _use(name: str) -> None:
    """Connect to the test database from now on, as Django's own set-up does."""
    connection.close()
    settings.DATABASES["default"]["NAME"] = name
    connection.settings_dict["NAME"] = name
