"""Codes of focus groups."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SafeStart(TextChoices):
    """What makes a start in which people dare to speak."""

    MEET = "meet", _("We get to know each other in a light way")
    RULES = "rules", _("We agree on a few rules together")
    ADD_RULE = "add_rule", _("Everybody may add a rule")
    UNSAFE = "unsafe", _("We agree what to do when somebody does not feel safe")
    PURPOSE = "purpose", _("We say why we talk")
    USE = "use", _("We say what happens with the answers")
    AFTER = "after", _("We say whom to reach afterwards")
    RECORDING = "recording", _("We ask before we record or take pictures")


def safe_start() -> list[tuple[str, Any]]:
    """Codes and labels for a form."""
    return list(SafeStart.choices)
