"""All writes on key people. What the public sees goes through here, field by field, and through nothing else."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from home.consent import services as consent
from home.consent.registry import Publication
from home.consent.said import Said
from home.tenant.gate.writing import found, write
from home.tenant.libraries.models import Library
from netwerk.people.key_people.choices import ConsentField
from netwerk.people.key_people.models import Consent, Contact, KeyPerson, Thanks, Welcoming
from netwerk.people.key_people.selectors import question_in
from plein.programme.events.models import Welcomer
from plein.programme.events.pages import EventPage
from plein.programme.events.services import hide_welcomer, show_welcomer

PERSONAL_FIELDS = ("name", "public_name", "community", "likes_to_do", "availability", "phone", "email", "agreed")


def _locked(key_person: KeyPerson) -> KeyPerson:
    """The row as it is now, locked: two colleagues may be busy with the same person."""
    return KeyPerson.objects.select_for_update().get(pk=key_person.pk)


def show(row: Consent, values: Mapping[str, Any]) -> None:
    """Stand on each linked event with these values."""
    since = timezone.localdate() - Welcomer.personal_data.retention
    for welcoming in row.key_person.welcomings.select_related("event").filter(event__date__gte=since):
        show_welcomer(
            event=welcoming.event,
            source_key=row.source_key,
            name=values[ConsentField.FIRST_NAME],
            languages=values.get(ConsentField.LANGUAGES, []),
        )


def hide(row: Consent) -> None:
    """Delete every public row that rests on a consent."""
    hide_welcomer(source_key=row.source_key)


PUBLICATION = Publication(
    model=Consent,
    fields={
        ConsentField.FIRST_NAME: lambda person: person.public_name,
        ConsentField.LANGUAGES: lambda person: person.languages,
    },
    show=show,
    hide=hide,
    kept=("public_name",),
)


def publish(*, key_person: KeyPerson) -> None:
    """Make the public rows equal to what the person agrees to now: on each linked event, or nowhere."""
    consent.publish(model=Consent, person=key_person)


@transaction.atomic
def save_key_person(
    *,
    library: Library,
    row: KeyPerson | None = None,
    uuid: UUID | None = None,
    said: Said | None = None,
    events: Iterable[EventPage] | None = None,
    **facts: Any,
) -> KeyPerson:
    """Make a key person, or change ``row``, else the one with this ``uuid``; the public rows follow.

    ``said``: what she agrees to, and ``events``: where she welcomes; both stay as they are when not given.

    Raises:
        ValidationError: with a sentence per field.

    """
    row = row or found(KeyPerson, library=library, uuid=uuid)
    # The name that visitors see is written by the service of consent alone.
    public_name = KeyPerson.objects.filter(pk=row.pk).values_list("public_name", flat=True).first() or ""
    write(row, **facts | {"library": library, "public_name": public_name})
    if said is not None:
        _follow(row, said)
    if events is not None:
        set_events(key_person=row, events=events)
    publish(key_person=row)
    return row


def _follow(key_person: KeyPerson, said: Said) -> None:
    """Give, replace or withdraw a consent when what was said differs from what stands."""
    now = KeyPerson.objects.get(pk=key_person.pk)
    if not said.covers or now.ended_on:
        withdraw_consent(key_person=now, asked_by=said.asked_by)
        return
    stands = now.consent
    if stands and (set(stands.covers), stands.until, now.public_name) == (
        set(said.covers),
        said.until,
        said.public_name,
    ):
        return
    give_consent(
        key_person=now,
        fields=said.covers,
        public_name=said.public_name,
        language=said.language,
        route=said.route,
        until=said.until,
        asked_by=said.asked_by,
    )


@transaction.atomic
def delete_key_person(*, row: KeyPerson) -> None:
    """Throw a key person away; what was public goes first, as long as it is known whose it was."""
    consent.forget_all(model=Consent, person=row)
    row.delete()


@transaction.atomic
def give_consent(
    *, key_person: KeyPerson, fields: Iterable[str], public_name: str, language: str = "", **asked: Any
) -> Consent:
    """Write down what somebody agrees to show; a consent that stood before is replaced, with its public rows.

    ``language`` is the one in which it was asked, the library's main one when not given. ``asked``: ``route``,
    ``asked_by``, ``until`` and ``on``, as the service of consent has them.

    Raises:
        ValidationError: when nothing is agreed to, or a name may be shown and is not given.

    """
    wanted = [str(code) for code in ConsentField if code in set(fields)]
    public_name = public_name.strip()
    if not wanted:
        raise ValidationError(_("Tick what may be public. To make nothing public, withdraw the consent."))
    if ConsentField.FIRST_NAME not in wanted:
        raise ValidationError(_("Languages are only shown beside a first name. Tick the first name too."))
    if not public_name:
        raise ValidationError(_("Give the first name as it may be shown."))
    language = language or key_person.library.main_language
    return consent.give(
        model=Consent,
        person=key_person,
        covers=wanted,
        language=language,
        text=question_in(language, wanted),
        public_name=public_name,
        **asked,
    )


@transaction.atomic
def withdraw_consent(*, key_person: KeyPerson, **how: Any) -> bool:
    """Take back what may be public: the public rows are gone when this returns. Whether a consent stood.

    ``how``: ``route`` and ``asked_by``, as the service of consent has them.
    """
    return consent.withdraw(model=Consent, person=key_person, **how)


@transaction.atomic
def link_to_event(*, key_person: KeyPerson, event: EventPage) -> Welcoming:
    """Note that a key person welcomes at an event; her name appears there when she consented, else later or never.

    Raises:
        ValidationError: when the event is of another library.

    """
    key_person = _locked(key_person)
    if not event.path.startswith(key_person.library.site.root_page.path):
        raise ValidationError(_("This event is not on the pages of your library."))
    welcoming, _created = Welcoming.objects.get_or_create(key_person=key_person, event=event)
    publish(key_person=key_person)
    return welcoming


@transaction.atomic
def unlink(*, key_person: KeyPerson, event: EventPage) -> None:
    """Take a key person off an event; her name goes from its page at once."""
    Welcoming.objects.filter(key_person=key_person, event=event).delete()
    for source_key in Consent.objects.filter(key_person=key_person).values_list("source_key", flat=True):
        hide_welcomer(source_key=source_key, event=event)


@transaction.atomic
def set_events(*, key_person: KeyPerson, events: Iterable[EventPage]) -> None:
    """Link a key person to exactly these events."""
    wanted = {event.pk: event for event in events}
    for welcoming in list(key_person.welcomings.select_related("event")):
        if welcoming.event_id not in wanted:
            unlink(key_person=key_person, event=welcoming.event)
    for event in wanted.values():
        link_to_event(key_person=key_person, event=event)


@transaction.atomic
def add_contact(*, key_person: KeyPerson, what: str, on: date) -> Contact:
    """Note a contact."""
    return Contact.objects.create(key_person=key_person, date=on, what=what)


@transaction.atomic
def add_thanks(*, key_person: KeyPerson, kind: str, text: str, on: date) -> Thanks:
    """Note a thank-you."""
    return Thanks.objects.create(key_person=key_person, date=on, kind=kind, text=text)


@transaction.atomic
def end(*, key_person: KeyPerson, on: date | None = None) -> None:
    """Stop working together: what was public goes at once, the rest when its time is over."""
    key_person = _locked(key_person)
    key_person.ended_on = on or timezone.localdate()
    key_person.save(update_fields=["ended_on"])
    withdraw_consent(key_person=key_person)


@transaction.atomic
def anonymise_one(*, key_person: KeyPerson) -> None:
    """Empty everything that says who somebody was; the row stays as a number in the counts."""
    key_person = _locked(key_person)
    consent.forget_all(model=Consent, person=key_person)
    key_person.contacts.all().delete()
    key_person.thanks.all().delete()
    key_person.welcomings.all().delete()
    for name in PERSONAL_FIELDS:
        setattr(key_person, name, "")
    key_person.languages = []
    key_person.anonymised_on = timezone.localdate()
    key_person.save()
