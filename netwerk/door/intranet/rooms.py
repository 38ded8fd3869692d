"""The rooms of the intranet: what stands in its navigation. Each feature above adds its own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import ResolverMatch, reverse

from home.tenant.extending.registry import Registry
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role

if TYPE_CHECKING:
    from home.tenant.users.models import User


@dataclass(frozen=True, slots=True)
class Room:
    """A room with the name of its first page.

    ``holds`` is the namespace of the addresses that lie in it, and ``roles`` are those who may enter: everybody who
    works at the library, when none is named.
    """

    label: Any
    url_name: str
    order: int
    holds: str = ""
    roles: tuple[str, ...] = ()

    def current(self, match: ResolverMatch | None) -> str:
        """What ``aria-current`` says of its link: this very page, a page in this room, or nothing."""
        if match is None:
            return ""
        if match.view_name == self.url_name:
            return "page"
        return "true" if self.holds and match.namespace == self.holds else ""


@dataclass(frozen=True, slots=True)
class RoomLink:
    """A room as the navigation shows it."""

    label: Any
    url: str
    current: str


rooms = Registry[Room]("rooms of the intranet")


def links_for(user: "User", library: Library, match: ResolverMatch | None) -> list[RoomLink]:
    """The rooms that somebody may enter at a library, in order, seen from the page that was asked for."""
    return [
        RoomLink(room.label, reverse(room.url_name), room.current(match))
        for room in sorted(rooms, key=lambda room: room.order)
        if has_role(user, library, *room.roles)
    ]
