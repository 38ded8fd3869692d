"""How a video leaves the house: in parts, as players ask for it. Some phones play none that comes only as a whole."""

import re
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import quote_etag
from wagtail import hooks

IN_PARTS = ("video/", "audio/")
MOST_BYTES = 1_048_576  # of one answer; a player goes on asking
# No file is so long that a place in it has more figures.
RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


def bounds(asked: str, size: int) -> tuple[int, int] | None:
    """The first and the last byte of a Range header; None when it cannot be read, or asks for several parts."""
    match = RANGE.fullmatch(asked)
    if match is None or not any(match.groups()):
        return None
    first, last = match.groups()
    if not first:
        return max(size - int(last), 0), size - 1
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last), size - 1) if last else size - 1


# After the hooks that refuse a document to this reader or at this host.
@hooks.register("before_serve_document", order=1000)
def serve_a_part(document: Any, request: HttpRequest) -> HttpResponse | None:
    size = document.get_file_size() or 0
    part = bounds(request.headers.get("Range", ""), size)
    etag = quote_etag(document.get_file_hash())
    if part is None or not document.content_type.startswith(IN_PARTS) or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = part
    if first > last:
        answer = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        answer["Content-Range"] = f"bytes */{size}"
        return answer
    last = min(last, first + MOST_BYTES - 1)
    with document.open_file() as file:
        file.seek(first)
        content = file.read(last - first + 1)
    answer = HttpResponse(content, content_type=document.content_type, status=HTTPStatus.PARTIAL_CONTENT)
    answer["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer["Accept-Ranges"] = "bytes"
    # The places are those in the file: a part that is made smaller on the way would not fit.
    answer["Content-Encoding"] = "identity"
    answer["ETag"] = etag
    answer["Content-Security-Policy"] = "default-src 'none'"
    return answer
