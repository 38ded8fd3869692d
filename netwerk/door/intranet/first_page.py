"""Where features above the intranet add their block to its first page."""

from dataclasses import dataclass
from typing import Any

from django.dispatch import Signal


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the first page: its template, what that shows, and whether it stands at the side."""

    template: str
    context: dict[str, Any]
    is_aside: bool = False


# Sent with ``visit``, ``reading``, ``rows`` (the occurrences of the coming week) and ``words``; a receiver returns a
# list of ``Block``.
today_wanted = Signal()
