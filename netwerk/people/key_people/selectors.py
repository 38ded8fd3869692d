"""Reads on key people, always of one library."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import override

from home.consent.selectors import standing_rows
from home.persons.selectors import last_run
from home.tenant.libraries.models import Library
from netwerk.people.key_people.choices import QUESTION, ConsentField
from netwerk.people.key_people.models import Consent, KeyPerson
from plein.programme.events.pages import EventPage


@dataclass(frozen=True, slots=True)
class KeyPeopleCounts:
    """Figures for the first page of the intranet: no names."""

    in_touch: int
    public: int
    silent: int
    last_removal: datetime | None


# Days without contact after which somebody deserves a call.
SILENT_AFTER = 60
# From how long before its end a consent stands on the first page.
ENDS_SOON = timedelta(days=30)


def counts(library: Library) -> KeyPeopleCounts:
    """How many key people there are, are public, and have not been heard of for long. Two queries."""
    rows = KeyPerson.objects.in_touch().filter(library=library).with_consent(standing_rows(Consent)).with_last_contact()
    found = list(rows.values_list("is_public", "last_contact_on"))
    today = timezone.localdate()
    run = last_run()
    return KeyPeopleCounts(
        in_touch=len(found),
        public=sum(is_public for is_public, _last in found),
        silent=sum((today - last).days > SILENT_AFTER for _is_public, last in found),
        last_removal=run.ran_at if run else None,
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


def question_in(language: str, covers: Iterable[str]) -> str:
    """The words in which somebody is asked for her consent, in a language."""
    with override(language):
        return str(QUESTION) % {"what": ", ".join(str(ConsentField(code).label) for code in covers)}


def consents_that_end(library: Library) -> list[Consent]:
    """Consents that stand and end within a month, with who gave them, the first to end first. One query."""
    rows = standing_rows(Consent).filter(key_person__library=library, until__lte=timezone.localdate() + ENDS_SOON)
    return list(rows.select_related("key_person").order_by("until", "pk"))
