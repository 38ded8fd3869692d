"""Places where a higher area adds to a page of this one, without being imported here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from home.site.pages.reading import Reading
from home.tenant.extending.registry import Registry

Navigation: TypeAlias = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the home page: where it stands, with what template, and what that shows."""

    order: int
    template: str
    context: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """One more way to look at a kind of page while it is edited. ``show`` answers with the page as it is typed."""

    model: str
    code: str
    label: Any
    show: Callable[[Any, HttpRequest], HttpResponse]


# Given the reading and the menu, the sections of the home page.
home_sections = Registry[Callable[[Reading, Navigation], list[Section]]]("sections of the home page")

# Given the reading and the menu, names for the frame of every page (``plein_url`` …).
frame_extras = Registry[Callable[[Reading, Navigation], dict[str, Any]]]("names for the frame")

# Cards of pages that help on when a search finds nothing.
search_suggestions = Registry[Callable[[Reading], list[Any]]]("cards for who found nothing")

# By the label of the page's model.
previews = Registry[Preview]("further previews of pages")


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
