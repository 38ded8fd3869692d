"""A video is given in parts, to those who may have it."""

import pytest
from django.core.files.base import ContentFile

from home.site.media import admin
from home.site.media.models import PortalDocument

FILM = bytes(range(256)) * 40
pytestmark = pytest.mark.django_db


@pytest.fixture
def film(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = ContentFile(FILM, name="plein.mp4")
    return PortalDocument.objects.create(title="Plein", file=file, collection=world.library.collection)


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("300-309", 300, 309), ("10230-", 10230, 10239), ("-5", 10235, 10239), ("10000-99999", 10000, 10239)],
)
def test_a_player_gets_the_part_that_it_asks_for(world, film, asked, first, last):
    response = world.client().get(film.url, headers={"range": f"bytes={asked}"})
    assert response.status_code == 206
    assert response.content == FILM[first : last + 1]
    assert response["Content-Range"] == f"bytes {first}-{last}/{len(FILM)}"
    assert response["Content-Type"] == "video/mp4"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_part_is_not_made_smaller_on_the_way(world, film):
    response = world.client().get(film.url, headers={"range": "bytes=0-4999", "accept-encoding": "gzip"})
    assert (response.status_code, response["Content-Encoding"]) == (206, "identity")
    assert response.content == FILM[:5000]


def test_one_answer_is_never_large(world, film, monkeypatch):
    monkeypatch.setattr(admin, "MOST_BYTES", 100)
    response = world.client().get(film.url, headers={"range": "bytes=0-"})
    assert (len(response.content), response["Content-Range"]) == (100, f"bytes 0-99/{len(FILM)}")


@pytest.mark.parametrize("asked", [f"{len(FILM)}-", "-0", f"{'9' * 18}-"])
def test_a_part_that_is_not_there_is_refused(world, film, asked):
    response = world.client().get(film.url, headers={"range": f"bytes={asked}"})
    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{len(FILM)}")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"range": "bytes=-"},
        {"range": "lines=1-2"},
        {"range": "bytes=0-1,5-6"},
        {"range": "bytes=9-3"},
        {"range": "bytes=-1-5"},
        {"range": "bytes=0x1-2"},
        {"range": "bytes=٣-٩"},
        {"range": "bytes=1-" + "9" * 5000},
        {"range": "bytes=" + "9" * 5000 + "-"},
        {"range": "bytes=0-9", "if-range": '"x"'},
    ],
)
def test_the_whole_is_given_where_no_part_can_be(world, film, headers):
    response = world.client().get(film.url, headers=headers)
    assert (response.status_code, body(response)) == (200, FILM)


def test_the_neighbour_gives_no_part_of_it(world, neighbour, film):
    asked = {"range": "bytes=0-9"}
    assert world.client().get(film.url, headers=asked).status_code == 206
    assert neighbour.client().get(film.url, headers=asked).status_code == 404


def test_other_documents_are_given_as_ever(world, film):
    paper = PortalDocument.objects.create(
        title="Blad", file=ContentFile(b"tekst", name="blad.txt"), collection=world.library.collection
    )
    response = world.client().get(paper.url, headers={"range": "bytes=1-2"})
    assert (response.status_code, body(response)) == (200, b"tekst")
