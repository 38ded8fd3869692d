"""The one table of the house: areas, their groups or floors, and the features in them, each from low to high.

Import contracts, system checks, architecture tests and the extraction of strings all read it, so that a new feature is
one line here. What stands lower may be imported by what stands higher, never the other way round.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

# Layers of a feature, from low to high; those on one line do not import each other. A layer is a module while it is
# small, and a package of nouns when it is not. Every other module of a feature is named after what is in it.
LAYERS = (
    ("choices",),
    ("models",),
    ("selectors",),
    ("presenters",),
    ("pages",),
    ("services",),
    ("forms",),
    ("views",),
    ("admin",),
    ("tasks", "demo"),
)
INDEXES = ("models", "urls", "wagtail_hooks", "apps")


class Shows(Enum):
    """To whom a feature speaks: what the public reads has to be there in every language of the portal."""

    PUBLIC = "public"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Feature:
    """One package: the unit of thought."""

    name: str
    shows: Shows = Shows.PUBLIC


@dataclass(frozen=True, slots=True)
class Group:
    """Features that belong together. In `netwerk` a group is a floor, and a Django app of its own.

    A group without a name is the features that lie in the area itself.
    """

    name: str
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A top-level package; its groups from low to high."""

    name: str
    groups: tuple[Group, ...] = ()
    has_floors: bool = False

    @property
    def apps(self) -> list[str]:
        """The Django apps of this area, by dotted name."""
        return [f"{self.name}.{group.name}" for group in self.groups] if self.has_floors else [self.name]


def _public(*names: str) -> tuple[Feature, ...]:
    return tuple(Feature(name) for name in names)


def _staff(*names: str) -> tuple[Feature, ...]:
    return tuple(Feature(name, Shows.STAFF) for name in names)


# From low to high.
HOUSE = (
    Area(
        "home",
        (
            Group("tenant", (*_staff("extending", "users"), *_public("languages"), *_staff("libraries", "gate"))),
            Group(
                "",
                (
                    *_public("limits", "personal_links"),
                    *_staff("outgoing", "periodic", "consent", "persons", "mail", "staff"),
                ),
            ),
            Group(
                "site",
                (
                    *_public("blocks", "links"),
                    *_staff("media"),
                    *_public("wording", "pages", "accessibility", "search"),
                ),
            ),
            Group(
                "words",
                (
                    *_staff("tracking", "translation", "board", "machine"),
                    *_public("volunteers"),
                    *_staff("plain_language"),
                ),
            ),
        ),
    ),
    Area(
        "plein",
        (
            Group("offer", _public("places", "showing", "partners", "themes", "offers", "collection")),
            Group("programme", _public("timetable", "moments", "calendars", "events")),
            Group("out", _public("finder", "picture", "landing", "signage", "print")),
        ),
    ),
    Area(
        "netwerk",
        (
            Group("door", _staff("intranet")),
            Group("people", _staff("colleagues", "workers", "key_people")),
            Group("reach", _staff("trajectories", "focus_groups")),
            Group("floor", _staff("roster", "news", "agreements")),
        ),
        has_floors=True,
    ),
    Area("portal"),
)
AREAS = tuple(area.name for area in HOUSE)


@dataclass(frozen=True, slots=True)
class Place:
    """A feature with its address in the house."""

    area: Area
    group: Group
    feature: Feature

    @property
    def dotted(self) -> str:
        """The package, as Python names it."""
        return ".".join(part for part in (self.area.name, self.group.name, self.feature.name) if part)

    @property
    def path(self) -> str:
        """The folder of the package, below the root of the checkout."""
        return self.dotted.replace(".", "/")

    @property
    def rank(self) -> tuple[int, int]:
        """How high it stands: the area, then the group in it."""
        return HOUSE.index(self.area), self.area.groups.index(self.group)


def places() -> Iterator[Place]:
    """Every feature of the house, from low to high."""
    for area in HOUSE:
        for group in area.groups:
            for feature in group.features:
                yield Place(area, group, feature)


def apps() -> list[str]:
    """Our Django apps by dotted name, from low to high."""
    return [name for area in HOUSE if area.groups for name in area.apps]


def place_of(dotted: str) -> Place | None:
    """The feature in which a module, named with dots, lies; ``None`` for an index, or what is not ours."""
    return next((place for place in places() if f"{dotted}.".startswith(f"{place.dotted}.")), None)


def contracts() -> list[dict[str, object]]:
    """The import contracts that follow from the table, as import-linter reads them."""
    return [
        {
            "name": "An area imports only the areas below it",
            "type": "layers",
            "layers": list(reversed(AREAS)),
        },
        *(
            {
                "name": f"A group of {area.name} imports only the groups below it",
                "type": "layers",
                "layers": [_layer_of(area, group) for group in reversed(area.groups)],
            }
            for area in HOUSE
            if area.groups
        ),
        {
            "name": "Features import each other in one direction",
            "type": "acyclic_siblings",
            "ancestors": [*_parents()],
            "depth": 0,
        },
        {
            "name": "A layer of a feature imports only the layers below it",
            "type": "layers",
            "containers": [place.dotted for place in places()],
            "layers": [" | ".join(f"({name})" for name in layer) for layer in reversed(LAYERS)],
        },
    ]


def _layer_of(area: Area, group: Group) -> str:
    """One layer: a group, or the features that lie in the area itself, which may import each other."""
    if group.name:
        return f"{area.name}.{group.name}"
    return " : ".join(f"{area.name}.{feature.name}" for feature in group.features)


def _parents() -> list[str]:
    """Whatever holds features."""
    return list(dict.fromkeys(place.dotted.rpartition(".")[0] for place in places()))
