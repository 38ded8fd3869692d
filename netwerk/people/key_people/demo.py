"""Key people of the demo libraries, from the table beside this file."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from home.tenant.libraries.models import Library
from netwerk.people.key_people import services
from netwerk.people.key_people.models import KeyPerson
from plein.programme.events.pages import EventPage


def uuid_of(library: str, slug: str) -> UUID:
    """The same row for the same slug, whenever the demo is loaded."""
    return uuid5(NAMESPACE_URL, f"key-person/{library}/{slug}")


def build(*, libraries: dict[str, Library]) -> None:
    """Make the key people with their contacts, thanks and consent, and let them welcome at the events; repeatable."""
    rows = tomllib.loads((Path(__file__).parent / "demo.toml").read_text(encoding="utf-8"))["key_person"]
    for row in rows:
        if row["library"] in libraries:
            _build_one(libraries[row["library"]], row)


def _build_one(library: Library, row: dict[str, Any]) -> None:
    today = timezone.localdate()
    person = services.save_key_person(
        library=library,
        uuid=uuid_of(library.slug, row["slug"]),
        name=row["name"],
        community=row["community"],
        languages=row["languages"],
        likes_to_do=row["likes_to_do"],
        availability=row["availability"],
        phone=row["contact"]["phone"],
        email=row["contact"]["email"],
        agreed=row["agreed"],
    )
    is_new = not person.contacts.exists()
    for contact in row["contacts"] if is_new else []:
        services.add_contact(key_person=person, what=contact["what"], on=today - timedelta(days=contact["days_ago"]))
    for thanks in row["thanks"] if is_new else []:
        day = today - timedelta(days=thanks["days_ago"])
        services.add_thanks(key_person=person, kind=thanks["kind"], text=thanks["text"], on=day)
    for slug in row["welcomes_at"]:
        event = _event(library, slug)
        if event is not None:
            services.link_to_event(key_person=person, event=event)
    if row["consent"] and KeyPerson.objects.get(pk=person.pk).consent is None:
        services.give_consent(key_person=person, fields=row["consent"], public_name=row["public_name"])


def _event(library: Library, slug: str) -> EventPage | None:
    """The event of the library with this slug in its address."""
    return EventPage.objects.filter(path__startswith=library.site.root_page.path, slug=slug).first()
