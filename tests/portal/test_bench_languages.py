"""The benchmark of languages measures what it names, and leaves the database as it was."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page

from home.tenant.libraries.models import Library
from portal.management.commands import bench_languages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """How fast the machine of a test is, is not the point here; five languages show what twenty do."""
    monkeypatch.setattr(bench_languages, "PAGE_TIMES", 1000.0)
    monkeypatch.setattr(bench_languages, "PUBLISH_TIMES", 1000.0)
    monkeypatch.setattr(bench_languages, "MANY", 5)


def test_pages_take_as_many_queries_in_two_languages_as_in_more_and_nothing_is_left_behind() -> None:
    said, before = StringIO(), (Library.objects.count(), Page.objects.count())
    call_command("bench_languages", rounds=1, offers=2, stdout=said)
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in said.getvalue().splitlines()[2:]]
    counted = {name: (few, many) for name, few, many in lines if name.endswith("queries")}
    assert list(counted) == [f"{name}, {code}: queries" for name in ("home", "theme", "week") for code in ("nl", "pl")]
    assert [few for few, many in counted.values() if few != many] == []
    assert lines[-1][0] == "publication of a source page"
    assert (Library.objects.count(), Page.objects.count()) == before


def test_a_page_that_grew_ends_with_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_languages, "PAGE_TIMES", 0.001)
    with pytest.raises(CommandError, match="Too much: home, nl, home, pl, theme, nl"):
        call_command("bench_languages", rounds=1, offers=2, stdout=StringIO())
