"""Codes of the programme. Walk-in, appointment and sign-up are three different things."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Entry(TextChoices):
    """How one gets in."""

    WALK_IN = "walk_in", _("Walk in")
    APPOINTMENT = "appointment", _("By appointment")
    SIGN_UP = "sign_up", _("Sign up first")


class Cost(TextChoices):
    """Whether it costs money."""

    FREE = "free", _("Free")
    PAID = "paid", _("You pay something")


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


class Daypart(TextChoices):
    """Parts of a day."""

    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")
    EVENING = "evening", _("Evening")


# Hour at which a daypart ends.
MORNING_ENDS = 12
AFTERNOON_ENDS = 17

ENTRY_PICTOGRAMS = {
    Entry.WALK_IN: "walk-in",
    Entry.APPOINTMENT: "appointment",
    Entry.SIGN_UP: "sign-up",
}


def daypart_of(hour: int) -> str:
    """Code of the daypart in which something starts."""
    if hour < MORNING_ENDS:
        return Daypart.MORNING
    return Daypart.AFTERNOON if hour < AFTERNOON_ENDS else Daypart.EVENING
