"""How hard a text is, and how easy it is meant to be."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """An estimate of the level of a text, from the bands that Douma (1960) gave his scores.

    His *normal* and easier (60 and up: what a pupil of twelve or thirteen can read) stands here for B1, *fairly hard*
    (45 to 60: lower secondary school) for B2, *hard* and *very hard* (below 45) for C1. Nobody has calibrated the
    formula on the European levels, which are about a reader and not about sentence length: hence an estimate.

    Easy Dutch is for who finds reading hard. The foundation Lezen en Schrijven advises A2 for them, which is level 1F,
    that of the end of primary school; Douma's *fairly easy* (70 and up) is what its two highest classes can read.
    """

    UNKNOWN = "", _("too little text for an estimate")
    A2 = "A2", _("about A2: easy Dutch")
    ABOUT_B1 = "B1+", _("about B1: plain Dutch, not yet easy Dutch")
    B1 = "B1", _("B1 or easier")
    B2 = "B2", _("about B2")
    C1 = "C1", _("about C1, or harder")


@dataclass(frozen=True, slots=True)
class Aim:
    """How easy the texts of a language are meant to be.

    Args:
        levels: the lowest score of each level, from easy to hard; the first is the aim.
        long_sentence: more words than this make a sentence long.
        very_long_sentence: more words than this make it very long.

    """

    levels: tuple[tuple[float, Level], ...]
    long_sentence: int
    very_long_sentence: int

    @property
    def is_easy(self) -> bool:
        """Whether this is easy Dutch."""
        return self.levels[0][1] == Level.A2


PLAIN_DUTCH = Aim(((60.0, Level.B1), (45.0, Level.B2)), 15, 20)
# Ten words a sentence at most is what municipalities ask of an A2 text, such as Dijk en Waard in its guide to style.
EASY_DUTCH = Aim(((70.0, Level.A2), (60.0, Level.ABOUT_B1), (45.0, Level.B2)), 10, 15)
# The languages that this help knows.
AIMS = {"nl": PLAIN_DUTCH, "nl-easy": EASY_DUTCH}
# Fewer words say nothing about a text.
FEWEST_WORDS = 30
