"""Reads of personal links."""

from home.personal_links.models import PersonalLink, hash_of
from home.tenant.libraries.models import Library


def link_of(*, library: Library, act: str, token: str) -> PersonalLink | None:
    """The link with this token, for this act at this library, whatever became of it. One query."""
    return PersonalLink.objects.filter(library=library, act=act, token_hash=hash_of(token)).first()
