"""A video: with captions and its text, or not at all."""

import re

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext
from wagtail.blocks import StructBlockValidationError

from home.site.blocks.blocks import VideoBlock
from home.site.media.models import PortalDocument
from home.tenant.libraries.services import switch_on_language
from tests.factories.world import translate

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nWelkom.\n"
FILM = bytes(range(256)) * 40
pytestmark = pytest.mark.django_db
block = VideoBlock()


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def document(world, name, content):
    file = ContentFile(content if isinstance(content, bytes) else content.encode(), name=name)
    return PortalDocument.objects.create(title=name, file=file, collection=world.library.collection)


def video(world, **changes):
    captions = [
        {"language": code, "file": document(world, f"{code}.vtt", CAPTIONS).pk} for code in changes.pop("in_", ["nl"])
    ]
    value = {
        "title": "Zo werkt het plein",
        "file": document(world, "plein.mp4", FILM).pk,
        "poster": None,
        "captions": captions,
        "transcript": "<p>Welkom op het plein.</p>",
        **changes,
    }
    return block.to_python(value)


def faults(value):
    with pytest.raises(StructBlockValidationError) as found:
        block.clean(value)
    return str(found.value.as_json_data())


def published(world, value):
    world.content.body = [("video", value)]
    world.content.save_revision().publish()


def test_a_whole_video_is_taken(world):
    assert block.clean(video(world))["title"] == "Zo werkt het plein"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Say in a few words what the video shows"),
        ({"file": None}, "Choose a video among your documents"),
        ({"captions": []}, "Add captions: who hears nothing"),
        ({"captions": [{"language": "nl", "file": None}]}, "Choose a file with captions"),
        ({"transcript": ""}, "Write out what is said"),
        ({"transcript": "<p> </p>"}, "Write out what is said"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(world, changes, sentence):
    assert sentence in faults(video(world, **changes))


def test_all_that_is_missing_is_said_at_once(world):
    told = faults(video(world, title="", captions=[], transcript=""))
    assert [part in told for part in ("in a few words", "Add captions", "Write out")] == [True] * 3


def test_a_file_that_is_no_video_is_refused(world):
    assert "mp4 or a webm" in faults(video(world, file=document(world, "plein.avi", FILM).pk))


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plein.srt", CAPTIONS, "its name ends in .vtt"),
        ("plein.vtt", "1\n00:01,000", "first line has to be WEBVTT"),
        ("plein.vtt", CAPTIONS.replace(".", ","), "Line 3: write a point"),
    ],
)
def test_captions_that_no_player_reads_are_refused(world, name, content, sentence):
    rows = [{"language": "nl", "file": document(world, name, content).pk}]
    assert sentence in faults(video(world, captions=rows))


def test_the_page_shows_player_captions_and_text(world):
    published(world, video(world, in_=["nl", "pl"]))
    html = world.client().get("/nl/over/").content.decode()
    assert re.search(r'<video [^>]*controls [^>]*aria-label="Zo werkt het plein"', html)
    assert re.search(r'<source src="/documents/\d+/plein\.mp4" type="video/mp4">', html)
    assert re.findall(r'srclang="([^"]+)" label="([^"]+)"( default)?', html) == [
        ("nl-NL", "Nederlands", " default"),
        ("pl-PL", "Polski", ""),
    ]
    assert "<p>Welkom op het plein.</p>" in html.split("<details", 1)[1]


def test_captions_in_the_readers_language_come_first(world):
    published(world, video(world, in_=["nl", "pl"]))
    translate(world.content, "pl")
    html = world.client().get("/pl/over/").content.decode()
    assert re.findall(r'srclang="([^"]+)"[^>]*?( default)?>', html) == [("pl-PL", " default"), ("nl-NL", "")]
    assert "Welkom op het plein. [pl]" in html


def test_without_captions_in_the_readers_language_the_dutch_ones_come_first_and_it_is_said(world):
    switch_on_language(library=world.library, code="ar")
    published(world, video(world, in_=["pl", "nl"]))
    translate(world.content, "ar")
    html = world.client().get("/ar/over/").content.decode()
    assert re.findall(r'srclang="([^"]+)"[^>]*?( default)?>', html) == [("nl-NL", " default"), ("pl-PL", "")]
    line = re.search(r'<p class="video__captions">.*?</p>', html).group()
    assert '<bdi lang="nl" dir="ltr">Nederlands</bdi> · <bdi lang="pl" dir="ltr">Polski</bdi>' in line
    # What is said of it is another sentence than for who has captions in her language.
    dutch = re.search(r'<p class="video__captions">.*?</p>', world.client().get("/nl/over/").content.decode()).group()
    with translation.override("ar"):
        assert gettext("There are no captions in your language yet. There are captions in:") in line
    with translation.override("nl"):
        assert gettext("Captions:") in dutch


def test_who_reads_easy_dutch_gets_the_dutch_captions(world):
    switch_on_language(library=world.library, code="nl-easy")
    published(world, video(world, in_=["pl", "nl"]))
    translate(world.content, "nl-easy")
    html = world.client().get("/nl-easy/over/").content.decode()
    assert re.findall(r'srclang="([^"]+)"[^>]*?( default)?>', html) == [("nl-NL", " default"), ("pl-PL", "")]
    with translation.override("nl-easy"):
        assert gettext("There are no captions in your language yet. There are captions in:") not in html


def test_on_a_page_in_dutch_what_the_portal_itself_says_is_marked_as_the_readers(world):
    published(world, video(world))
    html = world.client().get("/pl/over/").content.decode()
    assert '<div class="stream" lang="nl" dir="ltr">' in html
    assert '<summary lang="pl" dir="ltr">' in html
    assert '<p class="video__captions"><span lang="pl" dir="ltr">' in html


def test_a_video_whose_file_was_thrown_away_leaves_its_text(world):
    value = video(world)
    published(world, value)
    PortalDocument.objects.all().delete()
    html = world.client().get("/nl/over/").content.decode()
    assert "<video" not in html
    assert "Welkom op het plein." in html
