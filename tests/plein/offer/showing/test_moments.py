"""What a page of the offer asks of the timetable: the next moments of these offers, and of no other."""

from datetime import timedelta

import pytest

from home.site.pages.reading import Reading
from plein.offer.showing.slots import moments_of, tip_groups_of
from tests.factories.world import World, add_series

WEEKS = 3
MOST = 5


@pytest.fixture
def reading(world: World, rf) -> Reading:
    return Reading(rf.get("/"), world.library, "nl", world.home, world.home)


def test_only_the_moments_of_the_offers_that_were_named(world: World, neighbour: World, reading: Reading):
    add_series(world, 3)
    found = moments_of.given(reading, weeks=WEEKS, most=MOST, offer=world.offer.pk)
    assert {row.page.pk for row in found.rows} == {world.offer.pk}
    assert found.rooms == {world.room.name: found.rows[0].plein}


def test_no_more_than_asked_and_not_beyond_the_weeks(world: World, reading: Reading):
    add_series(world, 6)
    found = moments_of.given(reading, weeks=1, most=2, offer__partner=world.partner.pk)
    assert len(found.rows) == 2
    assert max(row.day for row in found.rows) <= reading.today + timedelta(weeks=1)


def test_the_neighbours_offer_has_no_moments_here(neighbour: World, reading: Reading):
    assert moments_of.given(reading, weeks=WEEKS, most=MOST, offer=neighbour.offer.pk).rows == []


def test_a_theme_without_tips_shows_none(world: World, reading: Reading):
    assert tip_groups_of.given(reading, [world.theme.pk]) == []
