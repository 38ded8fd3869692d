"""The ledger of erasures as a file, beside the database: a backup that is put back must not take the ledger with it.

A line is ``day model key``. Lines are only ever added.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.conf import settings

# Model label and opaque id of a row.
Entry = tuple[str, str]


def path() -> Path:
    """Where the file is."""
    return Path(settings.ERASURE_LEDGER)


def add(entries: Iterable[Entry], day: date) -> None:
    """Write lines at the end of the file."""
    lines = "".join(f"{day.isoformat()} {model} {key}\n" for model, key in entries)
    path().parent.mkdir(parents=True, exist_ok=True)
    with path().open("a", encoding="utf-8") as file:
        file.write(lines)


def entries() -> list[Entry]:
    """What stands in the file; a line that was cut short by a crash is passed over."""
    if not path().exists():
        return []
    lines = (line.split() for line in path().read_text(encoding="utf-8").splitlines())
    return [(parts[1], parts[2]) for parts in lines if len(parts) == 3]  # noqa: PLR2004 - day, model, key
