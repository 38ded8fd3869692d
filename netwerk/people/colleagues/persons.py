"""What colleagues tell about themselves: how it is found and how it ends."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from home.persons.registry import Holding, delete_row
from home.tenant.libraries.models import Membership
from netwerk.people.colleagues.models import ColleagueCard


def _here() -> QuerySet[Membership]:
    """The roles of the colleague of a card, at the library of the card."""
    return Membership.objects.filter(user=OuterRef("user"), library=OuterRef("library"))


def over(at: datetime) -> QuerySet[ColleagueCard]:
    """Cards of who has no account any more, or no longer works here and was not seen for longer than they are kept."""
    cards = ColleagueCard.objects.annotate(seen_at=Coalesce("user__last_login", "user__date_joined"))
    gone = ~Exists(_here()) & Q(seen_at__lt=at - ColleagueCard.personal_data.retention)
    return cards.filter(gone | Q(user__is_active=False))


def counts_from(card: ColleagueCard) -> date | None:
    """The last day on which she was seen, when she no longer works here."""
    if Membership.objects.filter(user=card.user_id, library=card.library_id).exists():
        return None
    return timezone.localdate(card.user.last_login or card.user.date_joined)


HOLDINGS = (
    Holding(
        model=ColleagueCard,
        library="library",
        held=lambda: ColleagueCard.objects.select_related("user"),
        over=over,
        end=delete_row,
        counts_from=counts_from,
        names=("user__first_name", "user__last_name"),
        emails=("user__email",),
    ),
)
