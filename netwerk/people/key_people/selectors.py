"""Reads on key people, always of one library."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from home.periodic.selectors import last_done
from home.tenant.libraries.models import Library
from netwerk.people.key_people.models import Consent, KeyPerson
from plein.programme.events.pages import EventPage


@dataclass(frozen=True, slots=True)
class KeyPeopleCounts:
    """Figures for the first page of the intranet: no names."""

    in_touch: int
    public: int
    silent: int
    last_removal: datetime | None


# The job whose last run is shown to who works with key people.
ANONYMISE = "anonymise_key_people"
# Days without contact after which somebody deserves a call.
SILENT_AFTER = 60


def counts(library: Library) -> KeyPeopleCounts:
    """How many key people there are, are public, and have not been heard of for long. Two queries."""
    rows = KeyPerson.objects.in_touch().filter(library=library).with_consent(Consent.objects.all()).with_last_contact()
    found = list(rows.values_list("is_public", "last_contact_on"))
    today = timezone.localdate()
    return KeyPeopleCounts(
        in_touch=len(found),
        public=sum(is_public for is_public, _last in found),
        silent=sum((today - last).days > SILENT_AFTER for _is_public, last in found),
        last_removal=last_done(ANONYMISE),
    )


def events_to_welcome_at(library: Library | None, key_person: KeyPerson | None = None) -> QuerySet[EventPage]:
    """Events of a library that are still to come, and those the person is already linked to."""
    if library is None:
        return EventPage.objects.none()
    wanted = Q(date__gte=timezone.localdate())
    if key_person is not None and key_person.pk:
        wanted |= Q(pk__in=key_person.welcomings.values("event_id"))
    source = Q(path__startswith=library.site.root_page.path)
    return EventPage.objects.filter(source & wanted).order_by("date", "title")
