"""Which tests only read, so that a second database need not run them again.

A run notes which tests neither wrote a row nor asked what databases answer differently. A run on a second database with
``--second-database`` leaves those out, and those that touch no database at all. The note holds for exactly the code it
was made from: after any change, and without a note, the second run takes every test that asks for the database.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from tests.template import CODE, ROOT, fingerprint

OPTION = "--second-database"
NOTE = "databases/only-read"
READS = "only-reads"
# Writing, locking, and what SQLite and PostgreSQL each do in their own way: search, likeness, JSON, dates, aggregates.
DIFFERS = re.compile(
    r"^\s*(INSERT|UPDATE|DELETE|REPLACE|ALTER|CREATE|DROP)\b"
    r"|\b(MATCH|I?LIKE|REGEXP|RANK|TSQUERY|FOR UPDATE|OVER|DISTINCT ON|GROUP BY|COLLATE)\b"
    r"|JSON|django_date|django_time|django_power|EXTRACT",
    re.IGNORECASE,
)


@contextmanager
def watch() -> Iterator[list[bool]]:
    """Gives a list that holds True as soon as a statement was run that databases may answer differently."""
    found: list[bool] = []

    def look(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not found and DIFFERS.search(sql):
            found.append(True)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield found


def of_code() -> str:
    """The fingerprint of all that a test may run: code, templates and the tests themselves."""
    code = sorted(path for folder in (*CODE, "tests") for path in (ROOT / folder).rglob("*.py"))
    return fingerprint([*code, *sorted((ROOT / "templates").rglob("*.html"))], [])


class Notes:
    """Collects which tests only read, in the process that sees all reports, and keeps it when they have passed."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.code = of_code()  # what is saved while the tests run is not what they ran
        self.readers: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed and (READS, True) in map(tuple, report.user_properties):
            self.readers.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        if self.readers:
            keep(self.config, self.readers, self.code)


def known(config: pytest.Config, code: str) -> set[str]:
    """The tests of which a run of exactly this code said that they only read."""
    note = config.cache.get(NOTE, {})
    return set(note["readers"]) if note.get("code") == code else set()


def keep(config: pytest.Config, readers: set[str], code: str) -> None:
    """Note that these tests only read, beside those that earlier runs of the same code saw."""
    config.cache.set(NOTE, {"code": code, "readers": sorted(readers | known(config, code))})


def left_out(items: list[pytest.Item], readers: set[str]) -> list[pytest.Item]:
    """The tests that a second database would answer in the same way."""
    return [item for item in items if "db" not in getattr(item, "fixturenames", ()) or item.nodeid in readers]
