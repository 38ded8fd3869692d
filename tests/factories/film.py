"""A short film without sound, made on the spot: WebM (https://www.webmproject.org/docs/container/) of still pictures."""

import struct
from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageDraw

SIZE = (320, 180)
COLOURS = ("#1c4e58", "#c8643c", "#e0b040", "#5a3a6e")
MILLISECOND = 1_000_000  # in the nanoseconds of the container
RIFF_HEADER = 20  # bytes of a WebP file before its picture, which is a key frame of VP8


def element(name: int, content: bytes) -> bytes:
    """One element of the container: its name, its length, its content."""
    return name.to_bytes((name.bit_length() + 7) // 8) + (len(content) | 1 << 56).to_bytes(8) + content


def number(name: int, value: int) -> bytes:
    return element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8)))


def frame(second: int) -> bytes:
    """A picture that says which second it is."""
    picture = Image.new("RGB", SIZE, COLOURS[second % len(COLOURS)])
    ImageDraw.Draw(picture).text((20, 60), f"{second}", fill="white", font_size=60)
    file = BytesIO()
    picture.save(file, "WEBP", quality=50)
    return file.getvalue()[RIFF_HEADER:]


def clusters(seconds: int) -> Iterable[bytes]:
    """A picture a second, each of which can be jumped to."""
    for second in range(seconds):
        block = b"\x81" + struct.pack(">hB", 0, 0x80) + frame(second)
        yield element(0x1F43B675, number(0xE7, second * 1000) + element(0xA3, block))


def cues(places: Iterable[int]) -> bytes:
    """Where each second begins, counted from the first byte after the segment's own header."""
    points = (
        number(0xB3, second * 1000) + element(0xB7, number(0xF7, 1) + element(0xF1, place.to_bytes(8)))
        for second, place in enumerate(places)
    )
    return element(0x1C53BB6B, b"".join(element(0xBB, point) for point in points))


def film(seconds: int = 6) -> bytes:
    """The file."""
    header = number(0x4286, 1) + number(0x42F7, 1) + number(0x42F2, 4) + number(0x42F3, 8)
    header += element(0x4282, b"webm") + number(0x4287, 2) + number(0x4285, 2)
    info = number(0x2AD7B1, MILLISECOND) + element(0x4489, struct.pack(">d", seconds * 1000.0))
    info += element(0x4D80, b"tests") + element(0x5741, b"tests")
    video = number(0xB0, SIZE[0]) + number(0xBA, SIZE[1])
    track = number(0xD7, 1) + number(0x73C5, 1) + number(0x9C, 0) + element(0x86, b"V_VP8") + number(0x83, 1)
    start = element(0x1549A966, info) + element(0x1654AE6B, element(0xAE, track + element(0xE0, video)))
    parts = list(clusters(seconds))
    first = len(start) + len(cues([0] * seconds))
    places = [first + sum(len(part) for part in parts[:index]) for index in range(seconds)]
    return element(0x1A45DFA3, header) + element(0x18538067, start + cues(places) + b"".join(parts))
