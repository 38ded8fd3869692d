"""Places where a higher area adds to a page of this one, without being imported here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.dispatch import Signal
from wagtail.models import Page

# Sent with ``reading``; a receiver returns a list of ``{"order", "template", "context"}`` for the home page.
home_sections = Signal()

# Sent with ``reading``; a receiver returns a dictionary of names for the frame of every page (plein_url …).
frame_extras = Signal()

# Sent with ``reading``; a receiver returns cards that help on when a search finds nothing.
search_suggestions = Signal()

# Sent with ``page``; a receiver returns ``(code, label, show)`` for each further preview of its kind of page, where
# ``show(page, request)`` answers with the page as it is being edited.
previews_wanted = Signal()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that readers are told about the words of a translation, from a row beside the page.

    Attributes:
        name: what templates ask.
        relation: how the row is found from the page; it is read along with the page, without a query of its own.
        holds: whether it is to be told, from the rows beside source and translation, where there are any.
        left_out: columns of the row that are not read.

    """

    name: str
    relation: str
    holds: Callable[[Any, Any], bool]
    left_out: tuple[str, ...] = ()

    def is_told(self, source: Page, words: Page) -> bool:
        """Whether readers of these words are told."""
        return self.holds(getattr(source, self.relation, None), getattr(words, self.relation, None))


# What readers may be told, by name; an area adds its own when it is loaded.
REMARKS: dict[str, Remark] = {}


def add_remark(remark: Remark) -> None:
    """Let readers be told this too; the same once more changes nothing."""
    REMARKS[remark.name] = remark
