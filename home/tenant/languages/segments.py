"""The translatable sentences of a page, taken out of it by the translation package; and a mark of what they say."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page
from wagtail_localize.models import StringSegment, TranslationSource
from wagtail_localize.segments.extract import extract_segments


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence with the mark-up inside it, and its place on the page as the translation package names it."""

    path: str
    html: str


def segments_of(page: Page) -> list[Segment]:
    """The sentences of a page in their order; empty ones are left out. No query of its own, but slow: once will do."""
    found = (
        (segment.path, getattr(getattr(segment, "string", None), "data", "")) for segment in extract_segments(page)
    )
    return [Segment(path, html) for path, html in found if html]


def sentences_of(source: TranslationSource) -> list[str]:
    """The sentences that a translation is made from, in their order, as they were stored for it. One query."""
    rows = StringSegment.objects.filter(source=source).exclude(string__data="").order_by("order")
    return list(rows.values_list("string__data", flat=True))


def digest_of(sentences: Iterable[str]) -> str:
    """SHA-256 over sentences, whatever their order: who moves a block says nothing new."""
    digest = hashlib.sha256()
    for text in sorted(sentences):
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()
