"""What an address of the talking picture asks for, and which offers fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import live_sources
from plein.offer.offers.choices import Entry
from plein.offer.offers.pages import OfferPage
from plein.out.finder.selectors import OFFER_FIELDS
from plein.out.picture.choices import DOMAIN_WORDS, GROUP_KINDS, MANNER_WORDS, OTHER, Domain, Manner
from plein.out.picture.models import Goal


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody pointed at. It stands in the address only; nothing of it is kept."""

    domain: Domain | None = None
    goals: list[Goal] = field(default_factory=list)
    goal: Goal | None = None
    is_other: bool = False
    manner: Manner | None = None

    @property
    def has_goal(self) -> bool:
        """Whether it is known what somebody wants to learn."""
        return self.is_other or self.goal is not None

    @property
    def query(self) -> dict[str, str]:
        """The same choice as the names of an address, without what was not understood."""
        if self.domain is None:
            return {}
        asked = {"domein": word_of_domain(self.domain)}
        if self.has_goal:
            asked["leren"] = self.goal.slug if self.goal else OTHER
        if self.manner and self.has_goal:
            asked["hoe"] = word_of_manner(self.manner)
        return asked


def word_of_domain(domain: Domain) -> str:
    """How an address names a domain."""
    return next(word for word, code in DOMAIN_WORDS.items() if code == domain)


def word_of_manner(manner: Manner) -> str:
    """How an address names a way to practise."""
    return next(word for word, code in MANNER_WORDS.items() if code == manner)


def chosen_in(library: Library, asked: Mapping[str, str]) -> Chosen:
    """Read the choice in an address; what is not known at this library counts as not chosen.

    Args:
        library: whose choices.
        asked: ``domein``, ``leren`` and ``hoe``, as in the address.

    Two queries when a domain is chosen, none before.

    """
    domain = DOMAIN_WORDS.get(asked.get("domein", ""))
    if domain is None:
        return Chosen()
    goals = list(Goal.objects.filter(library=library, domain=domain).prefetch_related("words"))
    wanted = asked.get("leren", "")
    return Chosen(
        domain,
        goals,
        goal=next((goal for goal in goals if goal.slug == wanted), None),
        is_other=wanted == OTHER,
        manner=MANNER_WORDS.get(asked.get("hoe", "")),
    )


def themes_of(goals: Iterable[Goal]) -> list[int]:
    """Ids of the themes that fit. One query."""
    rows = Goal.themes.through.objects.filter(goal__in=[goal.pk for goal in goals])
    return sorted(set(rows.values_list("themepage_id", flat=True)))


def named_offers(goals: Iterable[Goal]) -> set[int]:
    """Ids of the offers that an editor named for these choices. One query."""
    rows = Goal.offers.through.objects.filter(goal__in=[goal.pk for goal in goals])
    return set(rows.values_list("offerpage_id", flat=True))


def offers_that_fit(library: Library, named: set[int], themes: list[int]) -> list[OfferPage]:
    """The live offers of this library that were named or belong to one of the themes, the named ones first.

    Two queries, whatever the number of offers.
    """
    pairs = OfferPage.also_themes.through.objects.filter(themepage__in=themes)
    keys = named | set(pairs.values_list("offerpage_id", flat=True))
    rows = live_sources(OfferPage.objects.filter(Q(theme__in=themes) | Q(pk__in=keys)), library)
    found = rows.only(*OFFER_FIELDS, "kind", "entry", "with_buddy").order_by("title")
    return sorted(found, key=lambda offer: offer.pk not in named)


def fits_manner(offer: OfferPage, manner: Manner | None) -> bool:
    """Whether one can do this offer in that way; every offer fits when no way was chosen."""
    return {
        Manner.BUDDY: offer.with_buddy,
        Manner.GROUP: offer.kind in GROUP_KINDS,
        Manner.WALK_IN: offer.entry == Entry.WALK_IN,
        None: True,
    }[manner]
