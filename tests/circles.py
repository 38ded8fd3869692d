"""Who leans on whom among the features: by import, by the label of a model, by the name of an address in the admin."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.house import HOUSE, Place, place_of, places

LABEL = re.compile(r"(\w+)\.(\w+)")
SNIPPET = re.compile(r"wagtailsnippets_(\w+?)_([a-z]+)(?::\w+)?")
APPS = {f"{area.name}_{group.name}" for area in HOUSE if area.has_floors for group in area.groups}
APPS |= {area.name for area in HOUSE if area.groups and not area.has_floors}


@dataclass(frozen=True, slots=True)
class Link:
    """One feature names another: in which line, and with what words."""

    source: Place
    target: Place
    where: str
    said: str


def links_of(root: Path) -> Iterator[Link]:
    """Every link between two features."""
    trees = {
        (place, path): ast.parse(path.read_text())
        for place in places()
        for path in sorted((root / place.path).rglob("*.py"))
    }
    owners = {
        node.name.lower(): place
        for (place, path), tree in trees.items()
        if {"models", "pages"} & {path.stem, path.parent.name}
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }
    for (place, path), tree in trees.items():
        where = path.relative_to(root).as_posix()
        for node in ast.walk(tree):
            for target, said in _named(node, owners):
                if target != place:
                    yield Link(place, target, f"{where}:{getattr(node, 'lineno', 0)}", said)


def _named(node: ast.AST, owners: dict[str, Place]) -> Iterator[tuple[Place, str]]:
    if isinstance(node, ast.ImportFrom) and node.module and (found := place_of(node.module)):
        yield found, node.module
    elif isinstance(node, ast.Import):
        for one in node.names:
            if found := place_of(one.name):
                yield found, one.name
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        match = LABEL.fullmatch(node.value) or SNIPPET.fullmatch(node.value)
        if match and match[1] in APPS and (found := owners.get(match[2].lower())):
            yield found, node.value


def circles(links: Iterable[Link]) -> list[tuple[list[Place], list[str]]]:
    """Features that lean on each other, directly or by way of others, each with the lines that do so."""
    links = list(links)
    below: dict[Place, set[Place]] = {}
    for link in links:
        below.setdefault(link.source, set()).add(link.target)
    found: list[tuple[list[Place], list[str]]] = []
    for place in places():
        ring = [one for one in places() if one in _reached(below, place) and place in _reached(below, one)]
        if len(ring) > 1 and all(ring != known for known, _said in found):
            said = [f"{link.where} {link.said}" for link in links if {link.source, link.target} <= set(ring)]
            found.append((ring, said))
    return found


def _reached(below: dict[Place, set[Place]], start: Place) -> set[Place]:
    seen: set[Place] = set()
    todo = [start]
    while todo:
        for place in below.get(todo.pop(), ()):
            if place not in seen:
                seen.add(place)
                todo.append(place)
    return seen
