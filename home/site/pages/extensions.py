"""Places where a higher area adds to a page of this one, without being imported here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.http import HttpRequest, HttpResponse

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
