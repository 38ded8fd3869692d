"""Codes of key people."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsentField(TextChoices):
    """What of a key person can be made public; nothing else ever is."""

    FIRST_NAME = "first_name", _("first name")
    LANGUAGES = "languages", _("languages")


class ThanksKind(TextChoices):
    """How somebody was thanked."""

    VOUCHER = "voucher", _("gift voucher")
    FLOWERS = "flowers", _("flowers")
    CONTRACT = "contract", _("contract or fee")
    OTHER = "other", _("something else")


# The words in which somebody is asked; a new wording is a new version of the consent.
QUESTION = _(
    "May the library show this of you on its website, on the pages of activities at which you welcome people: "
    "%(what)s? You may say no, and you can take it back at any time. Then it disappears at once."
)


def consent_fields() -> list[tuple[str, Any]]:
    """Codes and labels for a form."""
    return list(ConsentField.choices)
