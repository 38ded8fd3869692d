"""Texts of mails at the library of the test and, in other words, at the neighbour's."""

from typing import Any

import pytest
from django.test import Client

from home.libraries.choices import Role
from home.mail import registry
from home.mail.models import MailText
from home.mail.services import save_text
from home.users.models import User
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user

KEY = "translators-invitation"


def keep(world: World, language: str = "pl", *, key: str = KEY, **words: str) -> MailText | None:
    """A library's own words, which begin with its own name."""
    word = world.library.slug.capitalize()
    given: dict[str, Any] = {"subject": f"{word}brief", "text": f"{word}groet {{name}}: {{link}}"} | words
    return save_text(library=world.library, mail=registry.get(key), language=language, **given)


@pytest.fixture
def user(world: World) -> User:
    return make_user(Role.COMMUNICATION, world.library)


@pytest.fixture
def editor(world: World, user: User) -> Client:
    return signed_in(world, user)
