"""Codes of the programme: how a series returns, and what happens to one of its sessions."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Frequency(TextChoices):
    """How a series returns."""

    WEEKLY = "weekly", _("every week, or every so many weeks")
    MONTHLY = "monthly", _("every month, on a fixed weekday")
    ONCE = "once", _("once")
    LOOSE = "loose", _("on loose days, each added by itself")


class MonthWeek(IntegerChoices):
    """Which of the weekdays of a month."""

    FIRST = 1, _("the first")
    SECOND = 2, _("the second")
    THIRD = 3, _("the third")
    FOURTH = 4, _("the fourth")
    LAST = -1, _("the last")


class OnClosedDay(TextChoices):
    """What a series does on a day on which its plein is closed."""

    CLOSED = "closed", _("it does not take place")
    ON = "on", _("it takes place all the same")
    MOVED = "moved", _("it is on the next day that is open")


class ChangeKind(TextChoices):
    """What happens to one session of a series."""

    CANCELLED = "cancelled", _("does not take place")
    MOVED = "moved", _("is at another time or place")
    FULL = "full", _("is full")
    REPLACED = "replaced", _("another partner does it")
    EXTRA = "extra", _("is extra")


class Status(TextChoices):
    """How an occurrence stands."""

    PLANNED = "planned", _("takes place")
    CANCELLED = "cancelled", _("does not take place")
    MOVED = "moved", _("is at another time or place")
    FULL = "full", _("is full")
    REPLACED = "replaced", _("another partner does it")
    EXTRA = "extra", _("is extra")
