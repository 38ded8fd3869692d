"""Each house rule is broken on purpose here, so that it is known to see something."""

from types import SimpleNamespace

from django.core.checks import run_checks
from django.db import models
from wagtail import blocks
from wagtail.models import Page

from home.tenant.libraries.models import Library
from portal.checks import check_block, check_page, check_personal_data, our_models


def test_the_portal_keeps_its_own_rules():
    assert [message.id for message in run_checks() if message.id.startswith("portal.")] == []


def test_the_models_of_every_area_and_floor_are_looked_at():
    labels = {model._meta.app_label for model in our_models()}
    assert labels == {"home", "plein", "netwerk_door", "netwerk_people", "netwerk_reach", "netwerk_floor"}


def test_a_page_without_our_base_is_seen():
    assert [message.id for message in check_page(Page)] == ["portal.E001"]


def test_personal_data_without_an_end_is_seen():
    field = models.EmailField(name="email")
    field.name = "email"
    model = type("Person", (), {})
    model._meta = SimpleNamespace(get_fields=lambda: [field], label="netwerk_people.Person")
    assert [message.id for message in check_personal_data(model)] == ["portal.E002"]
    assert check_personal_data(Library) == []


def test_a_block_without_icon_description_and_preview_is_seen():
    assert [message.id for message in check_block("bare", blocks.CharBlock(icon="placeholder"))] == ["portal.E003"] * 3
