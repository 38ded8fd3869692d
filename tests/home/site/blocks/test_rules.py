"""What a file of captions has to be."""

import pytest
from django.utils import translation

from home.site.blocks.captions import fault_in_captions

GOOD = """WEBVTT - Zo werkt het plein

NOTE Gemaakt door de bibliotheek: 00:01 --> is hier geen tijd.

STYLE
::cue { color: white }

welkom
00:00.500 --> 00:02.000 line:85%
Welkom op het plein.

00:02.000 --> 01:00:04.250
- Loop gerust binnen.
- Graag!
"""


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize("text", [GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n")])
def test_a_file_that_players_read_has_no_fault(text):
    assert fault_in_captions(text.encode()) == ""


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "first line has to be WEBVTT"),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\na", "first line has to be WEBVTT"),
        ("1\n00:00:01,000 --> 00:00:02,000\na", "first line has to be WEBVTT"),
        ("WEBVTT\n\n", "no caption in this file"),
        ("WEBVTT\n\nNOTE 00:01.000 --> 00:02.000", "no caption in this file"),
        ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\na", "Line 3: write a point"),
        ("WEBVTT\n\n00:01.000 --> soon\na", "Line 3: “00:01.000 --> soon” is no pair of times"),
        ("WEBVTT\n\n00:61.000 --> 01:02.000\na", "Line 3"),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\na", "Line 3: this caption ends before it begins"),
        ("WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:04.000 --> 00:07.000\nb", "Line 6: this caption begins before"),
    ],
)
def test_the_first_fault_is_told_with_its_line(text, part):
    assert part in fault_in_captions(text.encode())


def test_a_file_in_another_encoding_is_told_so():
    assert "UTF-8" in fault_in_captions("WEBVTT\n\n00:01.000 --> 00:02.000\nétage".encode("latin-1"))
