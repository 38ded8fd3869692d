"""An editor at the library of the test, and ways to change what a page says."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from home.libraries.choices import Role
from home.users.models import User
from tests.factories.inside import signed_in
from tests.factories.world import World, make_user


@pytest.fixture
def user(world: World) -> User:
    return make_user(Role.COMMUNICATION, world.library)


@pytest.fixture
def editor(world: World, user: User) -> Client:
    return signed_in(world, user)


def publish(page: Page, **fields: Any) -> Page:
    """Publish a page with these fields changed."""
    page = Page.objects.get(pk=page.pk).specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page
