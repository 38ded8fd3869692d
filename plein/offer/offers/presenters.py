"""The facts of an offer, for its own page and for the page of one of its moments."""

from typing import Any

from django.utils.translation import gettext as _

from home.site.pages.presenters import Fact, FactValue, language_fact
from home.site.pages.reading import Reading
from home.tenant.languages.selectors import Words, address
from plein.offer.offers.choices import Cost, Entry


def offer_facts(reading: Reading, words: dict[int, Words], partners: list[Any], places: list[FactValue]) -> list[Fact]:
    """Where, who, languages, for whom, cost, bring along: always in this order.

    Facts of the source, words of the translation or, marked as such, of the source.
    """
    source: Any = reading.source
    said: Any = reading.words
    foreign = {"lang": reading.words_language.code, "dir": reading.words_language.direction}
    own = foreign if reading.is_fallback else {}
    facts = []
    if places:
        facts.append(Fact("place", _("Where"), places))
    if partners:
        values = [
            FactValue(words[page.pk].title, lang=words[page.pk].lang, url=address(page, reading.code))
            for page in partners
        ]
        facts.append(Fact("host", _("Who helps you"), values))
    facts += language_fact(source.languages, reading.code, _("Languages"))
    if said.for_whom:
        facts.append(Fact("meet", _("For whom"), [FactValue(said.for_whom, **own)]))
    cost = [FactValue(str(Cost(source.cost).label))]
    if said.cost_note:
        cost.append(FactValue(said.cost_note, **own))
    facts.append(Fact("free" if source.cost == Cost.FREE else "paid", _("Cost"), cost))
    if said.bring_along:
        facts.append(Fact("bring", _("Bring along"), [FactValue(said.bring_along, **own)]))
    return facts


def entry_text(entry: str) -> str:
    """What walk-in, appointment and sign-up ask of a resident."""
    return {
        Entry.WALK_IN: _("You need no appointment. Just come in."),
        Entry.APPOINTMENT: _("Make an appointment first. Call or ask at the desk."),
        Entry.SIGN_UP: _("Sign up first. Call or ask at the desk."),
    }[Entry(entry)]


def call_action(reading: Reading) -> dict[str, str]:
    """The button to call the library, for what one cannot simply walk into."""
    source: Any = reading.source
    library = reading.library
    if source.entry == Entry.WALK_IN or not library.telephone_link:
        return {"phone_href": "", "phone_label": ""}
    label = _("Call the library: %(number)s") % {"number": library.unbroken_phone}
    return {"phone_href": f"tel:{library.telephone_link}", "phone_label": label}
