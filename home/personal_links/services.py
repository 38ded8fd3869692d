"""Making personal links and ending them."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from home.personal_links import registry
from home.personal_links.choices import LinkState
from home.personal_links.models import PersonalLink, hash_of
from home.tenant.libraries.models import Library

TOKEN_BYTES = 32
# How long a link that ended still says what happened.
KEPT = timedelta(days=365)


class Subject(Protocol):
    """What an act is about: a row with a public id."""

    uuid: UUID


@dataclass(frozen=True, slots=True)
class FreshLink:
    """A link that was just made, and what is secret in it. Both are kept nowhere."""

    url: str
    token: str


@transaction.atomic
def fresh_link(
    *, subject: Subject, act: str, library: Library, language: str, until: datetime, origin: str = ""
) -> FreshLink:
    """Make a link for one act on one thing. May be called again, as when a mail is sent a second time.

    Links that were made before stay good until the act is done, and end with it.

    Args:
        subject: what it is about.
        act: code of the act.
        library: whose it is; at another one the link opens nothing.
        language: of the page that it opens.
        until: the moment at which it ends by itself.
        origin: scheme and host of the link; those of the library's site when not given.

    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    PersonalLink.objects.create(
        library=library,
        act=act,
        subject=subject.uuid,
        language=language,
        token_hash=hash_of(token),
        expires_at=until,
    )
    with override(language):
        path = reverse(registry.get(act).address, args=[token])
    return FreshLink((origin or library.site.root_url) + path, token)


def _end(subject: Subject, act: str, outcome: LinkState) -> int:
    rows = PersonalLink.objects.filter(act=act, subject=subject.uuid, outcome=LinkState.OPEN)
    return rows.update(outcome=outcome, ended_at=timezone.now())


def finish(*, subject: Subject, act: str) -> int:
    """The act is done: no link for it opens anything any more. How many ended."""
    return _end(subject, act, LinkState.DONE)


def withdraw(*, subject: Subject, act: str) -> int:
    """Take back every link for an act. How many ended."""
    return _end(subject, act, LinkState.WITHDRAWN)


def replace(*, subject: Subject, act: str) -> int:
    """End every link for an act because a new one is handed out in another way. How many ended."""
    return _end(subject, act, LinkState.REPLACED)


def extend(*, subject: Subject, act: str, until: datetime) -> int:
    """Let every open link for an act hold longer. How many do."""
    rows = PersonalLink.objects.filter(act=act, subject=subject.uuid, outcome=LinkState.OPEN, expires_at__lt=until)
    return rows.update(expires_at=until)


def forget_old_links(*, now: datetime | None = None) -> int:
    """Delete links of which nobody asks any more what happened. How many."""
    before = (now or timezone.now()) - KEPT
    return PersonalLink.objects.filter(expires_at__lt=before).delete()[0]
