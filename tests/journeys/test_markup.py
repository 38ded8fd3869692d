"""All pages that can be reached, read by the Nu HTML checker in one go, and how each of them is named."""

import json
import re
import subprocess
from collections import defaultdict
from html import unescape
from pathlib import Path
from shutil import which
from urllib.parse import urlsplit

import pytest

from home.tenant.languages.known import get as get_language
from tests.journeys.addresses import ONE_OF_MANY, PAGES, pages_from
from tests.journeys.broken import error_pages
from tests.journeys.conftest import Meet
from tests.journeys.reader import DESKTOP, Reader
from tests.journeys.running import ROOT

CHECKER = ROOT / "frontend" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LANGUAGES = ("nl", "pl", "ar")
# Those of which the demo translates little, so that much of a page is in another language than its frame.
OTHERS = ("nl-easy", "uk", "pap")
SHOWN_IN_OTHERS = (
    "home",
    "theme",
    "offer",
    "event",
    "week",
    "finder",
    "search-empty",
    "picture-answer",
    "print",
    "calm",
)
MOST_KINDS = 200  # of addresses in one language; more means that something makes new ones at each page


def read(reader: Reader, starts: list[str], below: tuple[str, ...]) -> dict[str, str]:
    """The text of each kind of page below these paths; each has to be there, but the one that shows that it is not."""

    def fetch(address: str) -> str:
        answer = reader.context.request.get(reader.portal.address(reader.library, address))
        expected = 404 if address.endswith(PAGES["no-page"]) else 200
        assert (address, answer.status) == (address, expected)
        return answer.text() if answer.headers["content-type"].startswith("text/html") else ""

    return {address: text for address, text in pages_from(starts, below, fetch) if text}


def faults(pages: dict[str, str], folder: Path) -> list[str]:
    """What the checker has against them, each with its address and line."""
    names = {f"{number}.html": address for number, address in enumerate(pages)}
    for name, address in names.items():
        (folder / name).write_text(pages[address], encoding="utf-8")
    files = [str(folder / name) for name in names]
    command = ["java", "-Xss2m", "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always", *files]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return [
        f"{names[message['url'].rsplit('/', 1)[-1]]}:{message.get('lastLine', '?')} {message['message']}"
        f" {message.get('extract', '').strip()}"
        for message in json.loads(answer.stdout)["messages"]
    ]


def misnamed(pages: dict[str, str]) -> list[str]:
    """What the checker does not ask: one main heading, a title of its own, a sentence about the page, its language."""
    found = []
    titles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for address, text in pages.items():
        language = get_language(address.split("/")[1])
        if f'<html lang="{language.tag}" dir="{language.direction}">' not in text:
            found.append(f"{address} is in another language or direction than its address says")
        if (headings := len(re.findall(r"<h1[ >]", text))) != 1:
            found.append(f"{address} has {headings} main headings")
        title = re.search(r"<title[^>]*>([^<]*)</title>", text)
        if title is None or not title[1].split("·")[0].strip():
            found.append(f"{address} has no title")
            continue
        # A page that is not there is the same everywhere; one day or moment is made as all others are.
        if '<meta name="description"' not in text or ONE_OF_MANY.search(address):
            continue
        if re.search(r'<meta name="description" content="\s*">', text):
            found.append(f"{address} has no sentence about it")
        titles[language.code, unescape(title[1])].add(urlsplit(address).path)
    return found + [
        f"“{name}” is the title of {sorted(paths)}" for (_code, name), paths in titles.items() if len(paths) > 1
    ]


@pytest.mark.skipif(not which("java"), reason="The Nu HTML checker needs Java: apt-get install default-jre-headless")
def test_the_html_of_all_pages_is_valid(meet: Meet, tmp_path: Path) -> None:
    reader = meet("oeverstad", DESKTOP)
    pages: dict[str, str] = {}
    for language in LANGUAGES:
        starts = [f"/{language}/{path}" for path in PAGES.values()]
        found = read(reader, starts, (f"/{language}/",))
        assert len(PAGES) < len(found) < MOST_KINDS, sorted(found)
        pages |= found
    for language in OTHERS:
        pages |= read(reader, [f"/{language}/{PAGES[name]}" for name in SHOWN_IN_OTHERS], ())
    named = misnamed(pages)
    pages |= error_pages()
    pages |= read(reader, ["/scherm/de-kade/", "/accounts/login/", "/accounts/password/reset/"], ("/accounts/",))

    colleague = meet("oeverstad", DESKTOP)
    colleague.log_in(colleague.portal.account("community_librarian", "oeverstad"), "/intranet/")
    pages |= read(colleague, ["/intranet/"], ("/intranet/", "/accounts/"))

    found = named + faults(pages, tmp_path)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
