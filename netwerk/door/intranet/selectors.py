"""What the intranet shows, always of one library."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from home.site.pages.reading import Reading
from home.tenant.languages import dates
from home.tenant.languages.known import Language
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library, Membership
from netwerk.door.intranet.models import Agreement, ColleagueCard
from plein.offer.places.choices import Weekday

if TYPE_CHECKING:
    from django.http import HttpRequest

NOON = 12
EVENING = 18


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


def reading_for(request: "HttpRequest", library: Library) -> Reading:
    """A reader of the programme in the library's main language."""
    home = library.site.root_page
    return Reading(request, library, library.main_language, home, home)


def greeting(moment: datetime | None = None) -> str:
    """What one says at this time of day."""
    hour = timezone.localtime(moment).hour
    if hour < NOON:
        return _("Good morning")
    return _("Good afternoon") if hour < EVENING else _("Good evening")


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


def agreements_of(library: Library) -> QuerySet[Agreement]:
    """The agreements of one library."""
    return Agreement.objects.filter(library=library)


def agreement_of(library: Library, uuid: UUID) -> Agreement | None:
    """One agreement, when it is this library's."""
    return agreements_of(library).filter(uuid=uuid).first()


def asked_day(text: str, *, today: date, most_weeks: int) -> date:
    """The day in an address, kept within so many weeks of today; anything else means today."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return today
    limit = timedelta(weeks=most_weeks)
    return min(max(day, today - limit), today + limit)


def date_label(day: date, language: str) -> str:
    """``dinsdag 24 november``, with the year when it is another one."""
    label = dates.day_label(day, language)
    return label if day.year == timezone.localdate().year else f"{label} {day.year}"
