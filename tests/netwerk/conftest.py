"""Fixtures of the internal area."""

import pytest

from tests.factories.inside import Inside, make_inside
from tests.factories.world import World


@pytest.fixture
def inside(world: World, django_capture_on_commit_callbacks: object) -> Inside:
    """The internal side of the library that the test is about."""
    with django_capture_on_commit_callbacks(execute=True):
        return make_inside(world)


@pytest.fixture
def beside(neighbour: World, django_capture_on_commit_callbacks: object) -> Inside:
    """The internal side of the neighbour: what could leak."""
    with django_capture_on_commit_callbacks(execute=True):
        return make_inside(neighbour)
