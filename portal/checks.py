"""House rules that concern models and blocks, as system checks: each names the object and the mend."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, register
from django.db import models
from wagtail.models import Page

from home.persons.registry import all_holdings
from home.site.blocks.blocks import BodyBlock
from home.site.pages.pages import BasePage
from netwerk.door.intranet.pages import InternalPage
from portal import house

PERSONAL_FIELDS = {
    *("phone", "email", "recipient", "extension", "first_name", "last_name", "public_name", "birthday", "born_on"),
    *("street", "postal_code", "address_line", "availability", "ask_me_about"),
}
# They hold how to reach an organisation, not a person.
ORGANISATIONS = {"home.Library"}


def our_models() -> Iterator[type[models.Model]]:
    """Every model of our own apps."""
    ours = set(house.apps())
    for config in apps.get_app_configs():
        if config.name in ours:
            yield from config.get_models()


def check_page(model: type[models.Model]) -> list[CheckMessage]:
    """A page type without one of our bases has no frame, no fallback and no wall."""
    if not issubclass(model, Page) or issubclass(model, BasePage | InternalPage):
        return []
    return [
        Error(
            f"{model.__name__} is a page without a base of the portal.",
            hint="Derive it from home.site.pages.pages.BasePage, or from netwerk.door.intranet.pages.InternalPage.",
            obj=model,
            id="portal.E001",
        )
    ]


def check_personal_data(model: type[models.Model]) -> list[CheckMessage]:
    """Personal data has an end: the model says why it is kept, on what ground and for how long."""
    names = {field.name for field in model._meta.get_fields() if isinstance(field, models.Field)}  # noqa: SLF001
    if (
        not (names & PERSONAL_FIELDS or tells_of_somebody(model))
        or issubclass(model, Page)
        or model._meta.label in ORGANISATIONS  # noqa: SLF001
        or getattr(model, "personal_data", None)
    ):
        return []
    return [
        Error(
            f"{model.__name__} holds personal data and does not say why, on what ground and how long.",
            hint="Give it `personal_data = PersonalData(…)` from home.tenant.users.sign_in_words.",
            obj=model,
            id="portal.E002",
        )
    ]


def parts_of_people() -> dict[type[models.Model], type[models.Model]]:
    """Each model whose rows are declared to belong to rows with personal data, and to end with them."""
    found = {}
    for model in our_models():
        declared = getattr(model, "personal_data", None)
        for name in declared.parts if declared else ():
            found[model._meta.get_field(name).related_model] = model  # noqa: SLF001
    for holding in all_holdings():
        for name in holding.parts:
            found[holding.model._meta.get_field(name).related_model] = holding.model  # noqa: SLF001
    return found


def tells_of_somebody(model: type[models.Model]) -> bool:
    """Whether it holds words that somebody typed about a person: a note, a remark, on a row of hers."""
    fields = [field for field in model._meta.get_fields() if isinstance(field, models.Field)]  # noqa: SLF001
    has_words = any(
        isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices
        for field in fields
    )
    people = [
        field.related_model
        for field in fields
        if isinstance(field, models.ForeignKey) and getattr(field.related_model, "personal_data", None)
    ]
    hangs_on = [one for one in people if one is not get_user_model() and one is not model]
    return has_words and bool(hangs_on) and model not in parts_of_people()


def check_end(model: type[models.Model]) -> list[CheckMessage]:
    """What is declared has an end: the daily round knows the model, or its rows end with those of another."""
    if not getattr(model, "personal_data", None) or model._meta.abstract:  # noqa: SLF001
        return []
    if any(one.model is model for one in all_holdings()):
        return []
    return [
        Error(
            f"{model.__name__} declares personal data, and the daily round does not end it.",
            hint="Declare a Holding in persons.py of the feature, and register it when the portal starts.",
            obj=model,
            id="portal.E004",
        )
    ]


def check_block(name: str, block: Any) -> list[CheckMessage]:
    """An editor chooses a block by its icon, its description and its preview."""
    missing = [
        what
        for what, is_there in (
            ("icon", block.meta.icon != "placeholder"),
            ("description", bool(block.get_description())),
            ("preview", block.is_previewable),
        )
        if not is_there
    ]
    return [
        Error(
            f"The block {name} has no {what}.",
            hint=f"Give its Meta a {what}; an editor chooses by it.",
            obj=block,
            id="portal.E003",
        )
        for what in missing
    ]


@register()
def check_house_rules(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """All house rules, for ``manage.py check``."""
    found: list[CheckMessage] = []
    for model in our_models():
        found += check_page(model)
        found += check_personal_data(model)
        found += check_end(model)
    for name, block in BodyBlock().child_blocks.items():
        found += check_block(name, block)
    return found
