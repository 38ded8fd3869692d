"""Texts of mails at the library of the test and, in other words, at the neighbour's."""

from typing import Any

from home.mail import kinds
from home.mail.models import MailText
from home.mail.services import save_text
from tests.factories.world import World

KEY = "translators-invitation"


def keep(world: World, language: str = "pl", *, key: str = KEY, **words: str) -> MailText | None:
    """A library's own words, which begin with its own name."""
    word = world.library.slug.capitalize()
    given: dict[str, Any] = {"subject": f"{word}brief", "text": f"{word}groet {{name}}: {{link}}"} | words
    return save_text(library=world.library, mail=kinds.get(key), language=language, **given)
