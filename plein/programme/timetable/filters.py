"""Choices and chips of a list that a reader can narrow. No queries, and no knowledge of what the rows are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from home.tenant.languages.selectors import Words


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a code, with their language when it is not the reader's."""

    text: str
    lang: str = ""
    dir: str = ""
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """One question that rows answer: its name in the address, its words, the codes of a row and their words."""

    name: str
    legend: str
    codes_of: Callable[[Any], Iterable[str]]
    labels: Mapping[str, Label]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer, with how many rows give it beside what else was chosen."""

    label: str
    lang: str
    dir: str
    pictogram: str
    count: int
    url: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class ChoiceBox:
    """The answers to one question."""

    name: str
    legend: str
    choices: list[Choice]
    is_on: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """What is on, and the address without it."""

    legend: str
    label: str
    lang: str
    dir: str
    url: str
    off_label: str


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The rows that are left, what is on, what else can be chosen, and the addresses that go with it."""

    rows: list[Any]
    boxes: list[ChoiceBox]
    chips: list[Chip]
    chosen: dict[str, str]
    clear_url: str


def narrow(
    rows: Sequence[Any], facets: Sequence[Facet], asked: Mapping[str, str], *, own: str, keep: Mapping[str, str]
) -> Narrowed:
    """Keep the rows that answer as asked.

    Args:
        rows: the whole list.
        facets: the questions, in the order in which they are shown.
        asked: what stands in the address; a code without words is no question and narrows nothing.
        own: the address without a query.
        keep: what else stays in the address, such as the week.

    """
    chosen = {facet.name: asked[facet.name] for facet in facets if asked.get(facet.name) in facet.labels}
    answers = [{facet.name: set(facet.codes_of(row)) for facet in facets} for row in rows]

    def fits(given: dict[str, set[str]], but: str = "") -> bool:
        return all(code in given[name] for name, code in chosen.items() if name != but)

    boxes = []
    for facet in facets:
        beside = [given[facet.name] for given in answers if fits(given, facet.name)]
        box = _box(facet, beside, chosen, own, keep)
        if box.is_on or _helps(box, len(beside)):
            boxes.append(box)
    return Narrowed(
        rows=[row for row, given in zip(rows, answers, strict=True) if fits(given)],
        boxes=boxes,
        chips=[_chip(facet, chosen, own, keep) for facet in facets if facet.name in chosen],
        chosen=chosen,
        clear_url=_url(own, keep),
    )


def _helps(box: ChoiceBox, total: int) -> bool:
    """Whether one of the choices leaves anything out."""
    return any(choice.count < total for choice in box.choices)


def _box(facet: Facet, beside: list[set[str]], chosen: dict[str, str], own: str, keep: Mapping[str, str]) -> ChoiceBox:
    on = chosen.get(facet.name, "")
    choices = []
    for code, label in facet.labels.items():
        count = sum(code in codes for codes in beside)
        if count or code == on:
            rest = {name: value for name, value in chosen.items() if name != facet.name}
            url = _url(own, keep, rest if code == on else {**chosen, facet.name: code})
            choices.append(Choice(label.text, label.lang, label.dir, label.pictogram, count, url, code == on))
    return ChoiceBox(facet.name, facet.legend, choices, bool(on))


def _chip(facet: Facet, chosen: dict[str, str], own: str, keep: Mapping[str, str]) -> Chip:
    label = facet.labels[chosen[facet.name]]
    rest = {name: value for name, value in chosen.items() if name != facet.name}
    off = _("Take off")
    return Chip(facet.legend, label.text, label.lang, label.dir, _url(own, keep, rest), off)


def _url(own: str, *queries: Mapping[str, str]) -> str:
    query = urlencode({name: value for part in queries for name, value in part.items()})
    return f"{own}?{query}" if query else own


def slug_of(page: Any) -> str:
    """The last part of a page's address, the same in every language: what stands for it in a query."""
    return page.url_path.rstrip("/").rsplit("/", 1)[-1]


def slugs_of(pages: Iterable[Any]) -> list[str]:
    """The slugs of the pages that are there."""
    return [slug_of(page) for page in pages if page is not None]


def page_labels(pages: Mapping[str, Any], words: Mapping[int, Words]) -> dict[str, Label]:
    """Titles of pages in the reader's words, by the code that stands for each."""
    found = {}
    for code, page in pages.items():
        own = words[page.pk]
        found[code] = Label(own.title, own.lang, own.dir, getattr(page, "pictogram", ""))
    return found
