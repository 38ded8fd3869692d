"""Codes of events."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Children(TextChoices):
    """Whether children can come along."""

    WELCOME = "welcome", _("Children are welcome")
    NOT = "not", _("For adults")


class Food(TextChoices):
    """Whether there is something to eat or drink."""

    NONE = "none", _("Nothing to eat or drink")
    DRINKS = "drinks", _("Coffee and tea")
    MEAL = "meal", _("Something to eat")


class EventStatus(TextChoices):
    """Whether it takes place."""

    PLANNED = "planned", _("takes place")
    CANCELLED = "cancelled", _("does not take place")


class Scene(TextChoices):
    """Drawn pictures for an event without one of its own."""

    TABLE = "table", _("people at a table")
    SQUARE = "square", _("the square")
    BRIDGE = "bridge", _("a bridge")
    TEA = "tea", _("tea")
    EVENING = "evening", _("an evening")
    DANCE = "dance", _("dancing")
