"""Which tests a second database may leave out."""

import pytest
from django.db import connection

from home.tenant.libraries.models import Library
from tests.factories.world import World
from tests.reading import left_out, watch


def test_reading_a_row_is_seen_as_reading(world: World) -> None:
    with watch() as found:
        assert Library.objects.get(pk=world.library.pk)
    assert found == []


def test_writing_a_row_is_seen(world: World) -> None:
    with watch() as found:
        world.library.save()
    assert found == [True]


def test_search_is_seen(world: World) -> None:
    with watch() as found:
        assert not Library.objects.filter(name__icontains="nergens").exists()
    assert found == [True]


def test_statement_with_a_name_like_a_write_is_reading(world: World) -> None:
    with watch() as found, connection.cursor() as cursor:
        cursor.execute("SELECT 1 AS updated_at")
    assert found == []


def test_what_uses_no_database_or_was_seen_reading_is_left_out(request: pytest.FixtureRequest, world: World) -> None:
    items = [item for item in request.session.items if item.path == request.path]
    gone = left_out(items, set())
    assert request.node not in gone
    assert left_out([request.node], {request.node.nodeid}) == [request.node]


def test_nothing_of_the_database_is_asked_for(request: pytest.FixtureRequest) -> None:
    assert left_out([request.node], set()) == [request.node]
