"""Fixtures that several areas share."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.users.models import User
from tests.factories.inside import signed_in
from tests.factories.world import World, find_world, make_user, make_world

pytest_plugins = ["tests.clock"]


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Wagtail keeps root paths in the cache, allauth its limits: neither may come from another test."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Two small libraries stand in the database before the first test; what a test changes is rolled back."""
    with django_db_blocker.unblock():
        if not Library.objects.filter(slug="oever").exists():
            make_world("oever")
            make_world("vest")


@pytest.fixture
def world(db: None) -> World:
    """The library that the test is about."""
    return find_world("oever")


@pytest.fixture
def neighbour(db: None) -> World:
    """Another library on the same installation, with the same kinds of rows: it is always there and could leak."""
    return find_world("vest")


@pytest.fixture
def user(world: World) -> User:
    """Somebody of the communication staff of the library."""
    return make_user(Role.COMMUNICATION, world.library)


@pytest.fixture
def editor(world: World, user: User) -> Client:
    """The same, signed in there."""
    return signed_in(world, user)


@pytest.fixture
def visitor(world: World) -> Client:
    """A stranger at the library of the test."""
    return world.client()
