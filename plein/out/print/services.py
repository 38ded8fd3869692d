"""From the data of a sheet to a PDF that a screen reader can read (PDF/UA-1)."""

import threading
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache

SOURCES = Path(__file__).with_name("typst")
# So long a reader waits for her turn: two sheets at the same time would only be slower.
LONGEST_WAIT = 20.0
# So long a sheet is kept, for all processes: the same data is the same sheet.
KEPT_SECONDS = 6 * 60 * 60


class PrintError(Exception):
    """The sheet could not be made; the message is for the log."""


_turn = threading.Lock()


def typeset(sheet: str, data: str) -> bytes:
    """The PDF of a sheet; raises ``PrintError``. Data that was set before is not set again.

    Args:
        sheet: name of the source, a value of ``Sheet``.
        data: what stands on it, as JSON (``feeds.as_json``).

    """
    key = f"print-{fingerprint(sheet, data)}"
    kept: bytes | None = cache.get(key)
    if kept is not None:
        return kept
    if not _turn.acquire(timeout=LONGEST_WAIT):
        raise PrintError("others were waiting for a sheet too long")
    try:
        made = _compile(sheet, data)
    finally:
        _turn.release()
    cache.set(key, made, KEPT_SECONDS)
    return made


def fingerprint(sheet: str, data: str) -> str:
    """What tells one sheet from another, and today's source from the one before a new release."""
    return sha256(f"{sheet}\n{_sources()}\n{data}".encode()).hexdigest()


def _compile(sheet: str, data: str) -> bytes:
    import typst  # noqa: PLC0415 - slow to import, and needed on paper only

    try:
        found = _compiler(sheet).compile(format="pdf", sys_inputs={"data": data}, pdf_standards="ua-1")
    except (typst.TypstError, RuntimeError) as error:
        raise PrintError(f"{error} {getattr(error, 'diagnostic', '')}") from error
    if not isinstance(found, bytes):
        raise PrintError("the typesetter gave no file")
    return found


@lru_cache(maxsize=4)
def _compiler(sheet: str) -> Any:
    """A typesetter with its sources and fonts, once for each process."""
    import typst  # noqa: PLC0415

    folder = finders.find("portal/fonts")
    if folder is None:
        raise PrintError("the fonts are missing: build the front end")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    return typst.Compiler(str(SOURCES / f"{sheet}.typ"), root=str(settings.BASE_DIR), font_paths=fonts)


@lru_cache(maxsize=1)
def _sources() -> str:
    return sha256(b"".join(path.read_bytes() for path in sorted(SOURCES.glob("*.typ")))).hexdigest()
