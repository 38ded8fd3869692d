"""One page of PDF, for the agreements of the demo: small, readable, and made without a package."""

import textwrap

# A4 in points, and how many characters of Helvetica fit on a line.
PAGE = (595, 842)
MARGIN = 64
CHARACTERS = 78


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
