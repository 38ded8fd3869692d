"""The benchmark measures the pages that it names, and leaves the database as it was."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page

from home.site.pages.pages import BasePage, HomePage
from home.tenant.libraries.models import Library
from portal.management.commands import bench
from tests.factories.world import World


@pytest.fixture
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """How fast the machine of a test is, is not the point here."""
    monkeypatch.setattr(bench, "LIMIT", 1000.0)


@pytest.mark.usefixtures("generous")
def test_each_page_is_measured_in_each_language_beside_a_stock_page_as_long_as_the_home_page(world: World) -> None:
    said = StringIO()
    before = Page.objects.count()
    call_command("bench", rounds=1, stdout=said)
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in said.getvalue().splitlines()[2:]]
    names = [line[0].removesuffix(" (in Dutch: not translated)") for line in lines if len(line) > 1]
    pages = ("home", "week", "theme", "event")
    assert names == ["stock Wagtail page", *(f"{page}, {code}" for page in pages for code in ("nl", "pl"))]
    stock, home = (int(line[1].replace(",", "")) for line in lines[:2])
    assert abs(stock - home) / home < 0.1
    assert Page.objects.count() == before
    assert "serve" not in vars(BasePage)
    assert HomePage.route is not Page.route


def test_a_home_page_that_is_too_slow_ends_with_an_error(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "LIMIT", 0.0)
    with pytest.raises(CommandError, match=r"takes more than 0\.0 times as long as a stock page"):
        call_command("bench", rounds=1, stdout=StringIO())


def test_an_empty_database_is_told_to_load_the_demo(world: World) -> None:
    Library.objects.all().delete()
    with pytest.raises(CommandError, match="There is no library"):
        call_command("bench", rounds=1)
