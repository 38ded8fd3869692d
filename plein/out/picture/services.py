"""Writes on the choices of the talking picture."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from home.tenant.gate.writing import found, write
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.pages import OfferPage
from plein.offer.themes.pages import ThemePage
from plein.out.picture.models import Goal, GoalWords

DEFAULTS = Path(__file__).with_name("goals.toml")


@transaction.atomic
def save_goal(
    *,
    library: Library,
    domain: str,
    label: str,
    words: dict[str, str] | None = None,
    themes: Iterable[ThemePage] = (),
    offers: Iterable[OfferPage] = (),
    row: Goal | None = None,
    **facts: Any,
) -> Goal:
    """Make a choice of a domain, or change ``row``, else the one with that label.

    Args:
        library: whose choice.
        domain: code of the life domain.
        label: the words in the library's main language.
        words: the words in other languages, by language code; not given when ``row`` carries them.
        themes: source pages whose offers fit.
        offers: source pages that fit best.
        row: which one.
        facts: further fields of ``Goal``.

    Raises:
        ValidationError: with a sentence per field.

    """
    goal = row or found(Goal, library=library, domain=domain, label=label)
    if words is not None:
        there = {one.language: one.pk for one in goal.words.all()}
        goal.words.set([GoalWords(pk=there.get(code), language=code, label=text) for code, text in words.items()])
    return write(
        goal,
        library=library,
        domain=domain,
        label=label,
        themes=live_sources(ThemePage.objects.filter(pk__in=[page.pk for page in themes]), library),
        offers=live_sources(OfferPage.objects.filter(pk__in=[page.pk for page in offers]), library),
        **facts,
    )


@transaction.atomic
def make_defaults(*, library: Library) -> None:
    """Give a library the choices that most have, linked to those of its themes and offers that are there by slug."""
    themes = {page.slug: page for page in live_sources(ThemePage.objects.all(), library)}
    offers = {page.slug: page for page in live_sources(OfferPage.objects.all(), library)}
    for domain, rows in tomllib.loads(DEFAULTS.read_text(encoding="utf-8")).items():
        for position, row in enumerate(rows):
            words = dict(row["words"])
            save_goal(
                library=library,
                domain=domain,
                label=words.pop(library.main_language, words["nl"]),
                words=words,
                themes=[themes[slug] for slug in row.get("themes", []) if slug in themes],
                offers=[offers[slug] for slug in row.get("offers", []) if slug in offers],
                pictogram=row["pictogram"],
                position=position,
            )
