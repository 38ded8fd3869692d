"""Fixtures that several areas share."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoDbBlocker

from home.tenant.libraries.choices import Role
from home.tenant.users.models import User
from tests import reading, template
from tests.factories.inside import signed_in
from tests.factories.world import World, find_world, make_user, make_world

pytest_plugins = ["tests.clock"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        reading.OPTION,
        action="store_true",
        help="leave out the tests that use no database, and those that a run on another one has seen only reading",
    )


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and not config.getoption(reading.OPTION):
        config.pluginmanager.register(reading.Notes(config))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption(reading.OPTION):
        gone = reading.left_out(items, reading.known(config, reading.of_code()))
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in set(gone)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with reading.watch() as found:
        yield
    item.user_properties.append((reading.READS, not found))


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Wagtail keeps root paths in the cache, allauth its limits: neither may come from another test."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    django_db_modify_db_settings: None,
    django_db_createdb: bool,
) -> Iterator[None]:
    """Two small libraries stand in the database before the first test; what a test changes is rolled back.

    ``--create-db`` makes the templates of the database anew.
    """
    name = settings.DATABASES["default"]["NAME"]
    store = template.store(request.config.cache.mkdir("databases"))
    with django_db_blocker.unblock():
        template.set_up(store, make_worlds, anew=django_db_createdb)
    yield
    with django_db_blocker.unblock():
        template.tear_down(name)


def make_worlds() -> None:
    """What stands in the database before the first test."""
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
