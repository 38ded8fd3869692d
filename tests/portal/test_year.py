"""The small form of a year: two libraries made on an ordinary day, looked at on days that are none. Whole: `make year`."""

import pytest

from home.tenant.libraries.services import switch_on_language
from tests.clock import Travel
from tests.factories.week import make_busy
from tests.factories.world import World, add_events
from tests.factories.year import MOMENTS, look_around

pytestmark = pytest.mark.django_db


@pytest.fixture
def lively(world: World) -> World:
    """A library with something on each day of the week, an event for half a month, and a second language."""
    switch_on_language(library=world.library, code="ar")
    make_busy(world)
    add_events(world, 14)
    return world


def test_the_main_pages_are_right_the_whole_year(lively: World, travel: Travel, caplog) -> None:
    """Made weeks, months and years before."""
    for moment in MOMENTS.values():
        travel(moment)
        look_around(lively.library, caplog.records)


@pytest.mark.parametrize(
    "moment", [pytest.param(value, marks=pytest.mark.clock(value), id=name) for name, value in MOMENTS.items()][12:]
)
def test_a_library_can_be_made_at_any_moment(moment: str, lively: World, caplog) -> None:
    """Made that very minute."""
    assert look_around(lively.library, caplog.records).pages == 10
