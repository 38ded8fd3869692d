"""The intranets of the demo libraries: accounts, news and agreements from the table beside this file."""

import textwrap
import tomllib
from collections.abc import Callable
from datetime import timedelta
from html import escape
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from home.tenant.libraries.models import Library
from home.tenant.libraries.services import grant
from home.tenant.users.services import create_user
from netwerk.door.intranet import services
from netwerk.door.intranet.models import Agreement
from plein.offer.partners.pages import PartnerPage

# A4 in points, and how many characters of Helvetica fit on a line.
PAGE = (595, 842)
MARGIN = 64
CHARACTERS = 78


def uuid_of(library: str, slug: str) -> UUID:
    """The same row for the same slug, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"agreement/{library}/{slug}")


def build(*, libraries: dict[str, Library], passwords: Callable[[str], str]) -> None:
    """Make the intranets; repeatable.

    Args:
        libraries: by slug.
        passwords: gives the password of a new account for an e-mail address; an empty one leaves it as it is.

    """
    table = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))
    for library in libraries.values():
        services.ensure_intranet(library=library)
    for kind, build_one in (("news", _news), ("agreement", _agreement)):
        for row in table[kind]:
            if row["library"] in libraries:
                build_one(libraries[row["library"]], row)
    for row in table["person"]:
        if row["library"] in libraries:
            _person(libraries[row["library"]], row, passwords)


def _person(library: Library, row: dict[str, Any], passwords: Callable[[str], str]) -> None:
    first_name, _space, last_name = row["name"].partition(" ")
    user = create_user(
        email=row["email"],
        first_name=first_name,
        last_name=last_name,
        password=passwords(row["email"]) or None,
        job_title=row["function"],
    )
    grant(user=user, role=row["role"], library=library)
    partners = PartnerPage.objects.filter(path__startswith=library.site.root_page.path)
    services.save_card(
        library=library,
        user=user,
        extension=row["extension"],
        languages=row["languages"],
        present=[str(day) for day in row["present"]],
        ask_me_about=row["ask_me_about"],
        partner=partners.filter(slug=row["partner"]).first() if "partner" in row else None,
    )


def _news(library: Library, row: dict[str, Any]) -> None:
    services.publish_news(
        library=library,
        slug=row["slug"],
        title=row["title"],
        summary=row["summary"],
        body=[_block(block) for block in row["body"]],
        day=timezone.localdate() - timedelta(days=row["days_ago"]),
    )


def _block(block: dict[str, str]) -> dict[str, Any]:
    text = f"<p>{escape(block['text'], quote=False)}</p>"
    if block["type"] == "callout":
        return {"type": "callout", "value": {"tone": "info", "title": "", "text": text}}
    return {"type": "paragraph", "value": text}


def _agreement(library: Library, row: dict[str, Any]) -> None:
    uuid = uuid_of(library.slug, row["slug"])
    if Agreement.objects.filter(uuid=uuid).exists():
        return
    services.save_agreement(
        library=library,
        uuid=uuid,
        title=row["title"],
        summary=row["summary"],
        filename=f"{row['slug']}.pdf",
        content=one_page_pdf(row["title"], row["summary"], row["lines"], library.plein_name),
    )


def one_page_pdf(title: str, summary: str, lines: list[str], footer: str) -> bytes:
    """A tidy A4 with a title, a sentence and numbered lines, in the fonts that every reader has."""
    top = PAGE[1] - MARGIN
    text = [_line("F2", 22, MARGIN, top, title)]
    top -= 34
    for part in textwrap.wrap(summary, CHARACTERS):
        text.append(_line("F1", 12, MARGIN, top, part))
        top -= 18
    top -= 18
    for number, line in enumerate(lines, start=1):
        text.append(_line("F2", 12, MARGIN, top, f"{number}."))
        for part in textwrap.wrap(line, CHARACTERS - 6):
            text.append(_line("F1", 12, MARGIN + 26, top, part))
            top -= 18
        top -= 8
    text.append(_line("F1", 9, MARGIN, MARGIN - 20, footer))
    stream = b"\n".join(text)
    fonts = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica%s /Encoding /WinAnsiEncoding >>" % weight
        for weight in (b"", b"-Bold")
    ]
    box = b"[0 0 %d %d]" % PAGE
    return _document(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) /ViewerPreferences << /DisplayDocTitle true >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>" % box,
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            *fonts,
            b"<< /Title (%s) >>" % _literal(title),
        ]
    )


def _literal(text: str) -> bytes:
    """Text as a string of the format: one byte a character, brackets and backslashes escaped."""
    encoded = text.encode("cp1252", errors="replace")
    for sign in (b"\\", b"(", b")"):
        encoded = encoded.replace(sign, b"\\" + sign)
    return encoded


def _line(font: str, size: int, left: int, top: int, text: str) -> bytes:
    return b"BT /%s %d Tf %d %d Td (%s) Tj ET" % (font.encode(), size, left, top, _literal(text))


def _document(objects: list[bytes]) -> bytes:
    """Objects with the table of their places; the first is the catalogue, the last the information."""
    result, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(result), len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    result += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return result + b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        len(objects),
        start,
    )
