"""What the main pages ask of the database, kept in `queries.txt`: a query that changes names itself.

`make queries` writes the file anew; read what it changed before it goes in. Values and lists of any length are taken
out of the statements, so that a file holds their shape, and each one says how often it is run. SQLite's wording is
kept: another database words the same questions otherwise.
"""

import difflib
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.tenant.libraries.choices import Role
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user

KEPT = Path(__file__).parent / "queries.txt"
WRITE = os.environ.get("QUERIES") == "write"

PUBLIC: dict[str, Callable[[World], str]] = {
    "home": lambda world: "/nl/",
    "home in Polish": lambda world: "/pl/",
    "theme index": lambda world: world.themes.url,
    "theme": lambda world: world.theme.url,
    "offer": lambda world: world.offer.url,
    "partner": lambda world: world.partner.url,
    "events": lambda world: world.events.url,
    "event": lambda world: world.event.url,
    "plein": lambda world: world.plein.url,
    "week": lambda world: world.week.url,
    "day": lambda world: f"/nl/dag/{world.event.date.isoformat()}/",
    "finder": lambda world: "/nl/vinden/?v=werk",
    "search": lambda world: "/nl/zoeken/?q=werk",
    "screen data": lambda world: f"/scherm/{world.plein.slug}/gegevens.json",
    "print": lambda world: "/nl/druk/",
    "calendar feed": lambda world: f"/nl/kalender/{world.series.uuid}.ics",
}
STAFF: dict[str, Callable[[World], str]] = {
    "intranet today": lambda world: "/intranet/",
    "roster": lambda world: "/intranet/rooster/",
    "board": lambda world: "/admin/coverage/",
    "admin explorer": lambda world: f"/admin/pages/{world.home.pk}/",
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the file holds the wording of SQLite")
@pytest.mark.parametrize("name", [*PUBLIC, *STAFF])
def test_page_asks_what_it_asked(name: str, world: World) -> None:
    client, address = world.client(), (PUBLIC | STAFF)[name](world)
    if name in STAFF:
        client = signed_in(world, make_user(Role.COMMUNICATION, world.library))
    assert client.get(address).status_code == 200  # what is kept from one request to the next is there now
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    found = written(query["sql"] for query in asked)
    if WRITE:
        keep(name, found)
    assert difference(kept().get(name, []), found) == ""


def test_changed_query_names_itself() -> None:
    before = written(["SELECT a FROM t WHERE b = 1"])
    after = written(["SELECT a, c FROM t WHERE b = 2"])
    assert difference(before, after).splitlines()[-2:] == [
        "-1 × SELECT a FROM t WHERE b = ?",
        "+1 × SELECT a, c FROM t WHERE b = ?",
    ]


def test_values_do_not_count() -> None:
    assert written(["SELECT 'it''s' IN (1, 2)"]) == written(["SELECT 'x' IN (3)"])


def test_every_kept_page_is_still_judged() -> None:
    assert sorted(kept()) == sorted(PUBLIC | STAFF)


def shape(sql: str) -> str:
    """The statement without its values."""
    sql = re.sub(r"'(?:[^']|'')*'", "?", sql)
    sql = re.sub(r"(?<![\w\"])-?\d+(?:\.\d+)?(?![\w\"])", "?", sql)
    sql = re.sub(r'"s\d+_x\d+"', '"savepoint"', sql)
    return re.sub(r"\(\?(?:, \?)+\)", "(?)", sql)


def written(statements: object) -> list[str]:
    """Each shape once, in the order of the first, and how often it was run."""
    counts = Counter(shape(sql) for sql in statements)
    return [f"{count} × {sql}" for sql, count in counts.items()]


def difference(before: list[str], after: list[str]) -> str:
    return "\n".join(difflib.unified_diff(before, after, "kept", "now", lineterm="", n=0))


def kept() -> dict[str, list[str]]:
    """The shapes by page."""
    pages: dict[str, list[str]] = {}
    for line in KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []:
        if line.startswith("# "):
            current = pages.setdefault(line[2:], [])
        elif line:
            current.append(line)
    return pages


def keep(name: str, found: list[str]) -> None:
    pages = kept() | {name: found}
    order = [one for one in [*PUBLIC, *STAFF] if one in pages]
    text = "\n\n".join("\n".join([f"# {one}", *pages[one]]) for one in order)
    KEPT.write_text(f"{text}\n", encoding="utf-8")
