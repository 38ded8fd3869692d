"""The benchmark of the programme measures what it names, and leaves the database as it was."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from home.tenant.libraries.models import Library
from plein.out.print import services as printing
from plein.programme.timetable.models import Series
from portal.management.commands import bench_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """How fast the machine of a test is, is not the point here."""
    monkeypatch.setattr(bench_programme, "WEEK_TIMES", 1000.0)
    monkeypatch.setattr(bench_programme, "FOLDER_TIMES", 1000.0)


@pytest.mark.usefixtures("generous")
def test_queries_stay_within_their_limits_and_nothing_is_left_behind() -> None:
    said, before = StringIO(), (Library.objects.count(), Series.objects.count(), printing.KEPT_SECONDS)
    call_command("bench_programme", rounds=1, offers=5, stdout=said)
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in said.getvalue().splitlines()[2:]]
    counts = {name: (int(limit), int(found)) for name, limit, found in lines[:3]}
    assert list(counts) == [
        "queries of the week page",
        "queries of now and next",
        "queries of the finder, 2,000 words",
    ]
    assert all(found <= limit for limit, found in counts.values())
    assert [name for name, _limit, _found in lines[5:]] == [
        "week page, small library",
        "week page, large library",
        "folder",
        "stock Wagtail page",
    ]
    assert (Library.objects.count(), Series.objects.count(), printing.KEPT_SECONDS) == before


def test_what_has_grown_too_much_ends_with_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_programme, "WEEK_QUERIES", 1)
    monkeypatch.setattr(bench_programme, "WEEK_TIMES", 1000.0)
    monkeypatch.setattr(bench_programme, "FOLDER_TIMES", 1000.0)
    with pytest.raises(CommandError, match="Too slow: queries of the week page"):
        call_command("bench_programme", rounds=1, offers=5, stdout=StringIO())
