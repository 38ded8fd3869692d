"""Codes of themes."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Hue(IntegerChoices):
    """The theme colours of a house style; always with a pictogram and a name beside it."""

    ONE = 1, "1"
    TWO = 2, "2"
    THREE = 3, "3"
    FOUR = 4, "4"
    FIVE = 5, "5"
    SIX = 6, "6"
    SEVEN = 7, "7"
    EIGHT = 8, "8"


class Pictogram(TextChoices):
    """The drawings a theme can have."""

    LETTER = "letter", _("letter")
    MONEY = "money", _("money")
    LANGUAGE = "language", _("language")
    JOB = "job", _("job")
    COMPUTER = "computer", _("computer and telephone")
    FAMILY = "family", _("family")
    HEALTH = "health", _("health")
    MEET = "meet", _("meeting people")


class Daypart(TextChoices):
    """Parts of a day."""

    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")
    EVENING = "evening", _("Evening")


# Hour at which a daypart ends.
MORNING_ENDS = 12
AFTERNOON_ENDS = 17


def daypart_of(hour: int) -> str:
    """Code of the daypart in which something starts."""
    if hour < MORNING_ENDS:
        return Daypart.MORNING
    return Daypart.AFTERNOON if hour < AFTERNOON_ENDS else Daypart.EVENING
