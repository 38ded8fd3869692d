"""Codes of a plein: its form, its facilities, why it is closed."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class PresenceForm(TextChoices):
    """The three forms in which partners are present (handreiking, "Kies een vorm")."""

    ONE_DAYPART = "one_daypart", _("Everybody is here on one part of the week.")
    SPREAD = "spread", _("Somebody is here every day of the week.")
    ONE_DESK = "one_desk", _("There is one desk; the person who sits there changes.")


class Facility(TextChoices):
    """What a room has (handreiking, "Locatie")."""

    TABLE = "table", _("table to talk")
    PC = "pc", _("computers")
    PRINTER = "printer", _("printer")
    PRACTICE = "practice", _("room to practise")
    PRIVACY = "privacy", _("room to talk in private")
    COFFEE = "coffee", _("coffee and tea")


class Reason(TextChoices):
    """Why something changes: a code, so that it needs no translator."""

    HOLIDAY = "holiday", _("because of a holiday")
    ILLNESS = "illness", _("because of illness")
    MOVED = "moved", _("it was moved")
    FULL = "full", _("it is full")
    OTHER = "other", _("there is a change")


class Stops(TextChoices):
    """What does not go on during some days."""

    EVERYTHING = "everything", _("everything: the plein is closed")
    TERM_TIME = "term_time", _("only what follows the schools: it is a school holiday")


class Weekday(IntegerChoices):
    """Days of the week, Monday first, as Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")
