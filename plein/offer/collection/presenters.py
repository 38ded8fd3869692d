"""Collection tips as a reader sees them: by kind, each title in its own language."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from home.site.pages.reading import Reading
from home.tenant.languages.known import get as get_language
from plein.offer.collection.choices import PICTOGRAMS, Level, TipKind
from plein.offer.collection.models import Tip
from plein.offer.collection.selectors import tips_of


@dataclass(frozen=True, slots=True)
class TipCard:
    """One tip, every text ready to be shown. ``lang`` and ``dir`` are those of the title."""

    title: str
    maker: str
    lang: str
    dir: str
    language_name: str
    level: str
    level_label: str
    shelf: str
    shelf_lang: str
    url: str
    site: str


@dataclass(frozen=True, slots=True)
class TipGroup:
    """The tips of one kind."""

    kind: str
    heading: str
    pictogram: str
    tips: list[TipCard]


def tip_groups(reading: Reading, themes: Iterable[int], *, most: int | None = None) -> list[TipGroup]:
    """The tips of themes by kind; at most so many of a kind. One query."""
    by_kind: dict[str, list[Tip]] = {}
    for tip in tips_of(reading.library, themes, reading.code):
        by_kind.setdefault(tip.kind, []).append(tip)
    return [
        TipGroup(kind, str(kind.label), PICTOGRAMS[kind], [_card(reading, tip) for tip in by_kind[kind][:most]])
        for kind in TipKind
        if kind in by_kind
    ]


def _card(reading: Reading, tip: Tip) -> TipCard:
    language = get_language(tip.language)
    main = reading.library.main_language
    return TipCard(
        title=tip.title,
        maker=tip.maker,
        lang=language.code,
        dir=language.direction,
        language_name=language.native_name,
        level=tip.level,
        level_label=str(Level(tip.level).label),
        shelf=tip.shelf,
        shelf_lang=main if main != reading.code else "",
        url=tip.url,
        site=urlsplit(tip.url).hostname or "",
    )
