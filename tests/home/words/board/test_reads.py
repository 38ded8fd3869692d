"""Counting what is read: no query in a request, nothing about the reader, no robots."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.signals import request_finished
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.words.board import services
from home.words.board.models import PageReads
from home.words.board.receivers import on_request_finished
from home.words.board.services import forget_old_reads, write_reads
from tests.factories.world import World

pytestmark = pytest.mark.django_db
PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 9) Chrome/110 Mobile"}


@pytest.fixture
def counting(settings: Any) -> Iterator[None]:
    """Reads are counted, as outside tests; the buffer is empty before and after."""
    settings.COUNT_READS = True
    services._waiting.clear()
    yield
    services._waiting.clear()


def counts() -> list[tuple[str, int]]:
    write_reads(is_forced=True)
    return list(PageReads.objects.order_by("language").values_list("language", "count"))


@pytest.mark.usefixtures("counting")
def test_opened_page_counts_in_the_language_asked_for(world: World) -> None:
    client = world.client()
    for path in ("/nl/over/", "/nl/over/", "/pl/over/", "/nl/bestaat-niet/"):
        client.get(path, **PHONE)
    assert counts() == [("nl", 2), ("pl", 1)]
    client.get("/nl/over/", **PHONE)
    assert counts() == [("nl", 3), ("pl", 1)]


@pytest.mark.usefixtures("counting")
@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"HTTP_USER_AGENT": "curl/8.0"},
        {},
        PHONE | {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        PHONE | {"HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}=x"},
    ],
    ids=["robot", "program", "nameless", "loaded ahead", "staff"],
)
def test_who_is_no_resident_does_not_count(headers: dict[str, str], world: World) -> None:
    world.client().get("/nl/over/", **headers)
    assert counts() == []


@pytest.mark.usefixtures("counting")
def test_counting_adds_no_query_and_no_cookie(world: World) -> None:
    client = world.client()
    client.get("/nl/over/", **PHONE)
    with CaptureQueriesContext(connection) as counted:
        answer = client.get("/nl/over/", **PHONE)
    with CaptureQueriesContext(connection) as uncounted:
        client.get("/nl/over/", HTTP_USER_AGENT="curl")
    assert (len(counted), len(answer.cookies)) == (len(uncounted), 0)


@pytest.mark.usefixtures("counting")
def test_counts_are_written_once_a_minute(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(services._clock, "written", -1000.0)
    request_finished.connect(on_request_finished)
    try:
        for _number in range(3):
            Client(SERVER_NAME=world.host).get("/nl/over/", **PHONE)
    finally:
        request_finished.disconnect(on_request_finished)
    assert [row.count for row in PageReads.objects.all()] == [1]
    assert counts() == [("nl", 3)]


@pytest.mark.usefixtures("counting")
def test_counts_are_dropped_after_thirteen_months(world: World) -> None:
    for days in (400, 390):
        day = timezone.localdate() - timedelta(days=days)
        PageReads.objects.create(translation_key=world.content.translation_key, language="nl", day=day, count=1)
    forget_old_reads()
    assert PageReads.objects.count() == 1


def test_tests_count_nothing_by_themselves(visitor: Client) -> None:
    visitor.get("/nl/over/", **PHONE)
    assert counts() == []
