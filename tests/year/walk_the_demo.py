"""The demo through a year: loaded at a moment and looked at then, and loaded once and looked at ever after.

It takes minutes a moment, so no run of the suite collects it: ``make year`` does, and writes what it saw.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from home.tenant.libraries.models import Library
from portal.management.commands import load_demo
from tests.clock import Travel
from tests.factories.year import MOMENTS, look_around

pytestmark = pytest.mark.django_db

REPORT = Path(__file__).resolve().parent.parent.parent / "docs" / "year.md"
LIBRARIES = ("oeverstad", "vesting")
HEADING = """# The demo through a year

Written by `make year`: the demo in Dutch, five main pages in nl and ar of both libraries at each moment, status 200, now and
next the same on home page, week and screen, nothing in the log, no page without a heading or words.

| Loaded | Looked at | Library | On now | In the coming week |
|---|---|---|---|---|
"""


@pytest.fixture(scope="module")
def lines() -> Iterator[list[str]]:
    """What is written when everything was right."""
    rows: list[str] = []
    yield rows
    REPORT.write_text(HEADING + "".join(f"{row}\n" for row in rows), encoding="utf-8")


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Loads the demo beside the libraries of the tests; the accounts stay out of the folder of a real portal."""
    monkeypatch.setattr(load_demo, "ACCOUNTS", tmp_path / "accounts.txt")
    return lambda: call_command("load_demo", no_translations=True, verbosity=0)


def look(loaded: str, moment: str, lines: list[str], caplog: pytest.LogCaptureFixture) -> None:
    for library in Library.objects.filter(slug__in=LIBRARIES).select_related("site__root_page").order_by("slug"):
        seen = look_around(library, caplog.records)
        lines.append(f"| {loaded} | {moment} | {library.slug} | {seen.now} | {seen.coming} |")


def test_the_demo_of_november(lines: list[str], load: Any, travel: Travel, caplog: pytest.LogCaptureFixture) -> None:
    load()
    caplog.clear()
    for moment in MOMENTS.values():
        travel(moment)
        look("in November", moment, lines, caplog)


@pytest.mark.parametrize(
    "moment", [pytest.param(value, marks=pytest.mark.clock(value), id=name) for name, value in MOMENTS.items()]
)
def test_the_demo_of_that_moment(moment: str, lines: list[str], load: Any, caplog: pytest.LogCaptureFixture) -> None:
    load()
    caplog.clear()
    look("then", moment, lines, caplog)
