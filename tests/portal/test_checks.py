"""Each house rule is broken on purpose here, so that it is known to see something."""

from dataclasses import replace
from types import SimpleNamespace

from django.core.checks import run_checks
from django.db import models
from wagtail import blocks
from wagtail.models import Page

from home.persons import registry
from home.tenant.libraries.models import Library
from netwerk.people.key_people.models import Contact, KeyPerson
from portal.checks import check_block, check_end, check_page, check_personal_data, our_models


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


def test_words_about_somebody_without_a_declaration_are_seen(monkeypatch):
    assert check_personal_data(Contact) == []
    monkeypatch.setattr(KeyPerson, "personal_data", replace(KeyPerson.personal_data, parts=()))
    assert [message.id for message in check_personal_data(Contact)] == ["portal.E002"]


def test_personal_data_that_no_round_ends_is_seen(monkeypatch):
    assert check_end(KeyPerson) == []
    monkeypatch.delitem(registry._holdings, "netwerk_people.KeyPerson")
    assert [message.id for message in check_end(KeyPerson)] == ["portal.E004"]
