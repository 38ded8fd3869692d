"""How hard a text is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """An estimate of the level of a text, from the bands that Douma (1960) gave his scores.

    His *normal* and easier (60 and up: what a pupil of twelve or thirteen can read) stands here for B1, *fairly hard*
    (45 to 60: lower secondary school) for B2, *hard* and *very hard* (below 45) for C1. Nobody has calibrated the
    formula on the European levels, which are about a reader and not about sentence length: hence an estimate.
    """

    UNKNOWN = "", _("too little text for an estimate")
    B1 = "B1", _("B1 or easier")
    B2 = "B2", _("about B2")
    C1 = "C1", _("about C1, or harder")


# The lowest score of each level, from easy to hard.
LOWEST = ((60.0, Level.B1), (45.0, Level.B2))
# Fewer words say nothing about a text.
FEWEST_WORDS = 30
