"""Codes of consent."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Answer(TextChoices):
    """What somebody said; the last answer counts."""

    GIVEN = "given", _("given")
    REFUSED = "refused", _("refused")
    NOT_ASKED = "not_asked", _("not asked")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Route(TextChoices):
    """How the answer came in."""

    SPOKEN = "spoken", _("in a talk")
    PAPER = "paper", _("on paper")
    FORM = "form", _("in a form on a screen")
    PHONE = "phone", _("by telephone")
    TIME = "time", _("by itself: its time was over")


# How somebody can be asked.
ASKED_BY = (Route.SPOKEN, Route.PAPER, Route.FORM, Route.PHONE)
