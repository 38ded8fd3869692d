"""The kinds of pages that the journeys look at, and a way to find all of them."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit

PAGES = {
    "home": "",
    "week": "week/",
    "themes": "themas/",
    "theme": "themas/geld/",
    "offers": "aanbod/",
    "offer": "aanbod/formulierenspreekuur/",
    "partners": "partners/",
    "partner": "partners/formulierenbrigade/",
    "events": "activiteiten/",
    "event": "activiteiten/poolse-avond/",
    "plein": "de-kade/",
    "content": "contact/",
    "finder": "vinden/?v=belastingbrief",
    "finder-empty": "vinden/?v=xyzzy",
    "picture": "praatplaat/",
    "picture-domain": "praatplaat/?domein=gezondheid",
    "picture-answer": "praatplaat/?domein=gezondheid&leren=praten-met-de-dokter&hoe=taalmaatje",
    "print": "druk/",
    "calendar": "kalender/",
    "day": "dag/",
    "search": "zoeken/?q=taal",
    "search-empty": "zoeken/?q=xyzzyq",
    "accessibility": "toegankelijkheid/",
    "calm": "activiteiten/poolse-avond/?rustig=1",
    "no-page": "bestaat-niet/",
}

LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
# One moment, one day or one person is made as all others are.
ONE_OF_MANY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-?\d\d-?\d\d(T\d{4})?")
# The calm view is made of every page in the same way.
CALM = "rustig"
FILES = re.compile(r"\.(ics|pdf|svg)$|^/documents/")


def kind(address: str) -> tuple[str, frozenset[str]]:
    """What two pages of the same kind share: their path without days and numbers, and what is asked of it."""
    parts = urlsplit(address)
    asked = frozenset(name for name, _value in parse_qsl(parts.query))
    return CALM if CALM in asked else ONE_OF_MANY.sub("*", parts.path), asked


def pages_from(starts: list[str], below: tuple[str, ...], fetch: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each kind of page that can be reached by links, with its text.

    ``below`` holds the beginnings of paths that are followed, ``fetch`` gives the text of an address.
    """
    waiting = deque(starts)
    seen = {kind(address) for address in starts}
    while waiting:
        address = waiting.popleft()
        text = fetch(address)
        yield address, text
        for link in LINK.findall(text):
            target = urlsplit(urljoin(address, unescape(link)))
            found = target._replace(scheme="", netloc="", fragment="").geturl()
            if (
                target.path.startswith(below)
                and not FILES.search(target.path)
                and target.scheme in {"", "http"}
                and kind(found) not in seen
            ):
                seen.add(kind(found))
                waiting.append(found)
