"""Two libraries with one of everything."""

from typing import Any

import pytest

from tests.factories.belongings import Belongings, make_belongings
from tests.factories.world import World


@pytest.fixture
def ours(world: World, django_capture_on_commit_callbacks: Any) -> Belongings:
    with django_capture_on_commit_callbacks(execute=True):
        return make_belongings(world)


@pytest.fixture
def theirs(neighbour: World, django_capture_on_commit_callbacks: Any) -> Belongings:
    """The neighbour's: it is there, and could leak."""
    with django_capture_on_commit_callbacks(execute=True):
        return make_belongings(neighbour)
