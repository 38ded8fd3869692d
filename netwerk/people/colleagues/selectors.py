"""Who works at a library, as colleagues see it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from home.tenant.languages.known import Language
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library, Membership
from netwerk.people.colleagues.models import ColleagueCard
from plein.offer.places.choices import Weekday


@dataclass(slots=True)
class Colleague:
    """Somebody who works at the library or for a partner, as colleagues see her."""

    name: str
    job_title: str
    roles: list[str] = field(default_factory=list)
    email: str = ""
    extension: str = ""
    languages: list[Language] = field(default_factory=list)
    present_label: str = ""
    is_in_today: bool = False
    ask_me_about: str = ""
    partner: str = ""
    is_me: bool = False


def colleagues_of(library: Library, *, today: date, reader_id: int | None = None) -> list[Colleague]:
    """Everybody who works at the library, with what they tell about themselves. Two queries."""
    cards = {card.user_id: card for card in ColleagueCard.objects.filter(library=library).select_related("partner")}
    found: dict[int, Colleague] = {}
    members = Membership.objects.filter(library=library, user__is_active=True).select_related("user")
    for membership in members.order_by("user__first_name", "user__last_name", "pk"):
        user = membership.user
        if user.pk not in found:
            found[user.pk] = _colleague(user, cards.get(user.pk), today, is_me=user.pk == reader_id)
        found[user.pk].roles.append(str(membership.get_role_display()))
    return list(found.values())


def _colleague(user: Any, card: ColleagueCard | None, today: date, *, is_me: bool) -> Colleague:
    colleague = Colleague(str(user), user.job_title, email=user.email, is_me=is_me)
    if card is not None:
        days = sorted(int(code) for code in card.present)
        colleague.extension = card.extension
        colleague.languages = [get_language(code) for code in card.languages]
        colleague.present_label = ", ".join(str(Weekday(day).label) for day in days)
        colleague.is_in_today = today.weekday() in days
        colleague.ask_me_about = card.ask_me_about
        colleague.partner = card.partner.title if card.partner else ""
    return colleague


def card_of(user: Any, library: Library) -> ColleagueCard:
    """The card of a colleague; a new one, not saved, when she has none."""
    found = ColleagueCard.objects.filter(user=user, library=library).first()
    return found or ColleagueCard(user=user, library=library)
