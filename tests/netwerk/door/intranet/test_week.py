"""The week on the intranet: the programme that visitors see, half a year back and ahead."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from home.tenant.libraries.choices import Role
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.services import change_session
from tests.factories.inside import Inside
from tests.factories.world import add_series


@pytest.mark.parametrize(
    ("asked", "weeks"), [("", 0), ("rommel", 0), ("9999-12-31", 26), ("{next}", 1)], ids=["none", "junk", "far", "next"]
)
def test_week_stays_within_half_a_year(inside: Inside, asked: str, weeks: int) -> None:
    today = timezone.localdate()
    asked = asked.replace("{next}", (today + timedelta(days=7)).isoformat())
    days = inside.as_role(Role.PARTNER).get(reverse("intranet:week"), {"van": asked}).context["days"]
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    assert days[0].date_iso == monday.isoformat()


def test_week_shows_a_cancelled_session(inside: Inside) -> None:
    series = inside.world.series
    today = timezone.localdate()
    day = today - timedelta(days=today.weekday()) + timedelta(days=1)
    change_session(series=series, original_date=day, kind=ChangeKind.CANCELLED, reason="illness")
    page = inside.as_role(Role.PARTNER).get(reverse("intranet:week")).content.decode()
    assert "agenda__row--cancelled" in page


def test_week_takes_the_same_queries_with_1_and_30_sessions(inside: Inside, django_assert_num_queries: Any) -> None:
    client = inside.as_role(Role.PARTNER)
    url = f"{reverse('intranet:week')}?van={inside.world.event.date}"
    with django_assert_num_queries(10):
        client.get(url)
    add_series(inside.world, 30)
    with django_assert_num_queries(10):
        assert client.get(url).status_code == 200
